package jp.kiyome.office.formula;

import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.value.CellReference;

/** Cells, whole columns and whole rows in A1 style, by where they end (ECMA-376-1 §18.17.2.3.1). */
final class CellsInFormula {

    private final FormulaText text;

    CellsInFormula(FormulaText text) {
        this.text = text;
    }

    /**
     * Where the cell, the pair of columns or the pair of rows that begins here ends; {@code from} when none does. What goes on as
     * a name or a call ({@code LOG10(}, {@code A1!}) is none.
     */
    int end(int from) {
        int end = cellEnd(from);
        if (end == from) {
            end = columnsEnd(from);
        }
        if (end == from) {
            end = rowsEnd(from);
        }
        return end;
    }

    private int cellEnd(int from) {
        int letters = text.at(from) == '$' ? from + 1 : from;
        int lettersEnd = lettersEnd(letters);
        int digits = text.at(lettersEnd) == '$' ? lettersEnd + 1 : lettersEnd;
        int end = digitsEnd(digits);
        return isColumn(letters, lettersEnd) && isRow(digits, end) && stopsAt(end) ? end : from;
    }

    private int columnsEnd(int from) {
        int first = text.at(from) == '$' ? from + 1 : from;
        int colon = lettersEnd(first);
        if (text.at(colon) != ':') {
            return from;
        }
        int second = text.at(colon + 1) == '$' ? colon + 2 : colon + 1;
        int end = lettersEnd(second);
        return isColumn(first, colon) && isColumn(second, end) && stopsAt(end) ? end : from;
    }

    private int rowsEnd(int from) {
        int first = text.at(from) == '$' ? from + 1 : from;
        int colon = digitsEnd(first);
        if (text.at(colon) != ':') {
            return from;
        }
        int second = text.at(colon + 1) == '$' ? colon + 2 : colon + 1;
        int end = digitsEnd(second);
        return isRow(first, colon) && isRow(second, end) && stopsAt(end) ? end : from;
    }

    /** Neither does a name go on here, nor is what ended the name of a function, sheet or table. */
    private boolean stopsAt(int end) {
        char next = text.at(end);
        return switch (next) {
            case '!', '[', '$', '|', '\'' -> false;
            case ' ', '\n', '\r', '\t', '(' -> text.at(text.pastSpace(end)) != '(';
            default -> !NameCharacters.continues(next);
        };
    }

    private boolean isColumn(int from, int to) {
        int column = 0;
        for (int i = from; i < to; i++) {
            column = column * 26 + (Ascii.upper(text.in[i]) - 'A' + 1);
        }
        return column > 0 && column <= CellReference.LAST_COLUMN;
    }

    private boolean isRow(int from, int to) {
        int row = 0;
        for (int i = from; i < to; i++) {
            row = row * 10 + (text.in[i] - '0');
        }
        return row > 0 && row <= CellReference.LAST_ROW && text.in[from] != '0';
    }

    /** Behind at most four letters: a fourth makes it no column. */
    private int lettersEnd(int from) {
        int i = from;
        while (i < from + 4 && Ascii.isLetter(text.at(i))) {
            i++;
        }
        return i;
    }

    /** Behind at most eight digits: an eighth makes it no row. */
    private int digitsEnd(int from) {
        int i = from;
        while (i < from + 8 && Ascii.isDigit(text.at(i))) {
            i++;
        }
        return i;
    }
}
