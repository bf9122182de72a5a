package jp.kiyome.office.formula;

import jp.kiyome.core.text.Ascii;

/** Which characters names of sheets, ranges, tables and functions have outside quotes (ECMA-376-1 §18.17.2.5). */
final class NameCharacters {

    private NameCharacters() {}

    /** A letter of any script, underscore, or a symbol that Japanese sheets are named with. */
    static boolean starts(char c) {
        return c < 0x80 ? Ascii.isLetter(c) || c == '_' : continuesBeyondAscii(c);
    }

    /** As {@link #starts}, or a digit, full stop or question mark. */
    static boolean continues(char c) {
        return c < 0x80 ? Ascii.isLetterOrDigit(c) || c == '_' || c == '.' || c == '?' : continuesBeyondAscii(c);
    }

    /** Neither spaces nor punctuation: full-width operators are no part of a name. Surrogates come in pairs or are refused later. */
    private static boolean continuesBeyondAscii(char c) {
        if (c == '・' || c == '･') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.OTHER_SYMBOL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** Whether Excel reads the name of a sheet without quotes: letters, digits, underscores and full stops, no digit first. */
    static boolean plain(String name) {
        if (name.isEmpty() || Character.isDigit(name.charAt(0)) || name.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
