package jp.kiyome.office.value;

import java.util.Optional;

/** The name of a sheet (ECMA-376-1 §18.2.19 and what Excel lets its users type). */
public final class SheetName {

    /** UTF-16 code units at most. */
    public static final int LONGEST = 31;

    private static final String FORBIDDEN = ":\\/?*[]";

    private SheetName() {}

    /** The name as it stands; empty when Excel would not have it. */
    public static Optional<String> canonical(CharSequence text) {
        return isName(text) ? Optional.of(text.toString()) : Optional.empty();
    }

    private static boolean isName(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > LONGEST || text.charAt(0) == '\'' || text.charAt(length - 1) == '\'') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (FORBIDDEN.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return Visible.all(text);
    }

    /** The name between apostrophes, as a formula writes it. */
    public static String quoted(String name) {
        return '\'' + name.replace("'", "''") + '\'';
    }
}
