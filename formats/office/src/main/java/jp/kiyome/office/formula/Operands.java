package jp.kiyome.office.formula;

import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.formula.FormulaVerdict.Reason;

/** References, names, calls and numbers: what begins with a letter, a digit, a quote, a bracket, {@code $} or {@code #}. */
final class Operands {

    private final FormulaText text;
    private final ReferenceCollector references;
    private final Literals literals;
    private final Names names;
    private final Calls calls;
    private final CellsInFormula cells;
    private final SheetPrefix sheets;
    private final StructuredReference structured;

    Operands(FormulaText text, ReferenceCollector references, Literals literals, Names names, Calls calls) {
        this.text = text;
        this.references = references;
        this.literals = literals;
        this.names = names;
        this.calls = calls;
        this.cells = new CellsInFormula(text);
        this.sheets = new SheetPrefix(text, references);
        this.structured = new StructuredReference(text);
    }

    /**
     * @param c the next character
     * @param first whether nothing of this argument stands before it
     */
    After read(char c, boolean first) {
        int cellsEnd = cells.end(text.pos);
        if (cellsEnd > text.pos) {
            text.copyUpperTo(cellsEnd);
            return After.REFERENCE;
        }
        if (Ascii.isDigit(c) || c == '.') {
            return number();
        }
        return switch (c) {
            case '\'' -> {
                sheets.quoted();
                yield behindSheet();
            }
            case '[' -> bracket();
            case '#' -> error();
            default -> {
                if (!NameCharacters.starts(c)) {
                    throw text.refuse(Reason.SYNTAX, text.pos);
                }
                yield name(first);
            }
        };
    }

    private After name(boolean first) {
        int end = sheets.nameEnd(text.pos);
        int mark = sheets.bareEnd(text.pos, end);
        if (mark > text.pos) {
            sheets.bare(mark);
            return behindSheet();
        }
        if (text.at(end) == '[') {
            references.table(text.substring(text.pos, end));
            text.copyTo(end);
            structured.read();
            return After.REFERENCE;
        }
        int open = text.pastSpace(end);
        return text.at(open) == '(' ? calls.read(end, open) : names.read(end, first);
    }

    /** A number, or the name of a sheet that begins with a digit and was not quoted. */
    private After number() {
        int end = literals.numberEnd(text.pos);
        if (end == text.pos) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        if (!NameCharacters.continues(text.at(end)) && text.at(end) != '!') {
            text.copyTo(end);
            return After.VALUE;
        }
        int mark = sheets.bareEnd(text.pos, sheets.nameEnd(text.pos));
        if (mark == text.pos) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        sheets.bare(mark);
        return behindSheet();
    }

    /** The number of a workbook, or columns of the table that the formula itself stands in. */
    private After bracket() {
        int close = structured.closing(text.pos);
        char next = text.at(text.pastSpace(close + 1));
        boolean sheetFollows = next == '!' || next == '\'' || Ascii.isDigit(next) || NameCharacters.starts(next);
        boolean number = literals.digitsEnd(text.pos + 1) == close;
        if (sheetFollows || number) {
            sheets.self(close);
            return behindSheet();
        }
        structured.read();
        return After.REFERENCE;
    }

    private After error() {
        if (!literals.error()) {
            return After.VALUE;
        }
        char next = text.peek();
        boolean goesOn = next == '$' || next == '#' || Ascii.isDigit(next) || NameCharacters.starts(next);
        return goesOn ? behindSheet() : After.REFERENCE;
    }

    /** Cells, {@code #REF!} or a name of the sheet before; no call, which would run a macro. */
    private After behindSheet() {
        int cellsEnd = cells.end(text.pos);
        if (cellsEnd > text.pos) {
            text.copyUpperTo(cellsEnd);
            return After.REFERENCE;
        }
        if (text.peek() == '#') {
            if (!literals.error()) {
                throw text.refuse(Reason.SYNTAX, text.pos);
            }
            return After.REFERENCE;
        }
        int end = sheets.nameEnd(text.pos);
        if (end == text.pos || !NameCharacters.starts(text.peek())) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        if (text.at(text.pastSpace(end)) == '(') {
            throw text.refuse(Reason.FUNCTION, text.pos);
        }
        references.name(text.substring(text.pos, end));
        text.copyTo(end);
        return After.REFERENCE;
    }
}
