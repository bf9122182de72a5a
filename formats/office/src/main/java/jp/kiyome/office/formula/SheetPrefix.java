package jp.kiyome.office.formula;

import jp.kiyome.office.formula.FormulaVerdict.Reason;
import jp.kiyome.office.value.SheetName;

/**
 * What stands before the exclamation mark of a reference: a sheet, two sheets with a colon between, or {@code [0]}, which is
 * the workbook itself. Every other workbook, by its number, name or path, is refused here.
 */
final class SheetPrefix {

    private final FormulaText text;
    private final ReferenceCollector references;

    SheetPrefix(FormulaText text, ReferenceCollector references) {
        this.text = text;
        this.references = references;
    }

    int nameEnd(int from) {
        int i = from;
        while (i < text.end && NameCharacters.continues(text.in[i])) {
            i++;
        }
        return i;
    }

    /** Where the exclamation mark behind one or two bare names stands; {@code from} when there is none. */
    int bareEnd(int from, int nameEnd) {
        if (text.at(nameEnd) == '!') {
            return nameEnd;
        }
        if (text.at(nameEnd) == ':' && NameCharacters.starts(text.at(nameEnd + 1))) {
            int second = nameEnd(nameEnd + 1);
            return text.at(second) == '!' ? second : from;
        }
        return from;
    }

    /** Reads bare names up to the exclamation mark at {@code mark}, and it. */
    void bare(int mark) {
        String names = text.substring(text.pos, mark);
        write("", names, mark);
    }

    /** Reads names in quotes, and the exclamation mark behind them. */
    void quoted() {
        int from = text.pos;
        int close = closingQuote(from);
        String content = text.substring(from + 1, close).replace("''", "'");
        char next = text.at(text.pastSpace(close + 1));
        if (next == '|' || next == '｜' || content.indexOf('|') >= 0 || content.indexOf('｜') >= 0) {
            throw text.refuse(Reason.DDE, from);
        }
        String self = content.startsWith("[0]") ? "[0]" : "";
        String names = content.substring(self.length());
        if (names.chars().anyMatch(c -> "[]\\/".indexOf(c) >= 0)) {
            throw text.refuse(Reason.EXTERNAL_BOOK, from);
        }
        if (text.at(close + 1) != '!') {
            throw text.refuse(Reason.SYNTAX, from);
        }
        if (names.isEmpty() && !self.isEmpty()) {
            throw text.refuse(Reason.EXTERNAL_BOOK, from);
        }
        sheets(names);
        text.write('\'' + (self + names).replace("'", "''") + "'!");
        text.pos = close + 2;
    }

    /** Reads {@code [0]} with the exclamation mark or the sheet behind it. */
    void self(int close) {
        int from = text.pos;
        boolean self = close == from + 2 && text.at(from + 1) == '0';
        int mark = bareEnd(close + 1, nameEnd(close + 1));
        if (!self || (text.at(close + 1) != '!' && mark == close + 1)) {
            throw text.refuse(Reason.EXTERNAL_BOOK, from);
        }
        if (text.at(close + 1) == '!') {
            text.copyTo(close + 2);
        } else {
            text.pos = close + 1;
            write("[0]", text.substring(close + 1, mark), mark);
        }
    }

    private void write(String self, String names, int mark) {
        boolean plain = true;
        for (String name : names.split(":", -1)) {
            plain &= NameCharacters.plain(name);
        }
        sheets(names);
        text.write(plain ? self + names + '!' : '\'' + self + names + "'!");
        text.pos = mark + 1;
    }

    private void sheets(String names) {
        int colon = names.indexOf(':');
        if (colon < 0) {
            sheet(names);
        } else {
            sheet(names.substring(0, colon));
            sheet(names.substring(colon + 1));
            references.span();
        }
    }

    private void sheet(String name) {
        if (SheetName.canonical(name).isEmpty()) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        references.sheet(name);
    }

    private int closingQuote(int from) {
        for (int i = from + 1; i < text.end; i++) {
            if (text.in[i] == '\'') {
                if (text.at(i + 1) != '\'') {
                    return i;
                }
                i++;
            }
        }
        throw text.refuse(Reason.SYNTAX, from);
    }
}
