package jp.kiyome.office.value;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * A rectangle of cells, whole columns or whole rows ({@code A1}, {@code $A$1:B2}, {@code A:C}, {@code 1:3}; ECMA-376-1
 * §18.18.62 ST_Ref).
 *
 * @param text as it is written: letters in upper case, no sheet
 */
public record CellRange(String text) {

    private static final int LONGEST = 23;

    /** The range that the whole text names; empty when it names none. */
    public static Optional<CellRange> parse(CharSequence text) {
        return canonical(text).map(CellRange::new);
    }

    public static Optional<String> canonical(CharSequence text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String upper = Ascii.upper(text);
        int colon = upper.indexOf(':');
        if (colon < 0) {
            return isCell(upper) ? Optional.of(upper) : Optional.empty();
        }
        String first = upper.substring(0, colon);
        String second = upper.substring(colon + 1);
        boolean alike = (isCell(first) && isCell(second))
                || (isColumn(first) && isColumn(second))
                || (isRow(first) && isRow(second));
        return alike ? Optional.of(upper) : Optional.empty();
    }

    private static boolean isCell(String text) {
        return CellReference.parse(text).isPresent();
    }

    private static boolean isColumn(String text) {
        return CellReference.column(text, text.startsWith("$") ? 1 : 0, text.length()) > 0;
    }

    private static boolean isRow(String text) {
        return CellReference.row(text, text.startsWith("$") ? 1 : 0, text.length()) > 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
