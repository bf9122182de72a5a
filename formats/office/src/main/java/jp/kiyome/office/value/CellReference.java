package jp.kiyome.office.value;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * One cell in A1 style (ECMA-376-1 §18.18.62 ST_Ref, §18.17.2.3).
 *
 * @param column from 1 (A) to {@link #LAST_COLUMN} (XFD)
 * @param row from 1 to {@link #LAST_ROW}
 */
public record CellReference(int column, int row, boolean columnFixed, boolean rowFixed) {

    public static final int LAST_COLUMN = 16384;
    public static final int LAST_ROW = 1_048_576;

    public CellReference {
        if (column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW) {
            throw new IllegalArgumentException("no such cell: " + column + ", " + row);
        }
    }

    /** The cell that the whole text names; empty when it names none. */
    public static Optional<CellReference> parse(CharSequence text) {
        int i = 0;
        boolean columnFixed = at(text, i) == '$';
        i += columnFixed ? 1 : 0;
        int lettersEnd = i;
        while (Ascii.isLetter(at(text, lettersEnd))) {
            lettersEnd++;
        }
        int column = column(text, i, lettersEnd);
        i = lettersEnd;
        boolean rowFixed = at(text, i) == '$';
        i += rowFixed ? 1 : 0;
        int row = row(text, i, text.length());
        return column == 0 || row == 0
                ? Optional.empty()
                : Optional.of(new CellReference(column, row, columnFixed, rowFixed));
    }

    public static Optional<String> canonical(CharSequence text) {
        return parse(text).map(CellReference::toString);
    }

    /** The number of the column that these letters name, in either case; 0 when they name none. */
    public static int column(CharSequence text, int from, int to) {
        if (to - from < 1 || to - from > 3) {
            return 0;
        }
        int column = 0;
        for (int i = from; i < to; i++) {
            if (!Ascii.isLetter(text.charAt(i))) {
                return 0;
            }
            column = column * 26 + (Ascii.upper(text.charAt(i)) - 'A' + 1);
        }
        return column <= LAST_COLUMN ? column : 0;
    }

    /** The number of the row that these digits name; 0 when they name none. A row does not begin with a zero. */
    public static int row(CharSequence text, int from, int to) {
        if (to - from < 1 || to - from > 7 || text.charAt(from) == '0') {
            return 0;
        }
        int row = 0;
        for (int i = from; i < to; i++) {
            if (!Ascii.isDigit(text.charAt(i))) {
                return 0;
            }
            row = row * 10 + (text.charAt(i) - '0');
        }
        return row <= LAST_ROW ? row : 0;
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.append((char) ('A' + (rest - 1) % 26));
        }
        return letters.reverse().toString();
    }

    private static int at(CharSequence text, int i) {
        return i < text.length() ? text.charAt(i) : -1;
    }

    @Override
    public String toString() {
        return (columnFixed ? "$" : "") + letters(column) + (rowFixed ? "$" : "") + row;
    }
}
