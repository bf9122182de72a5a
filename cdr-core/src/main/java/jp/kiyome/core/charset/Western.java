package jp.kiyome.core.charset;

/** The upper half of windows-1252, as Windows defines it; five bytes mean nothing. */
final class Western {

    private static final int FROM = 0x80;

    /** 0x80 to 0x9F; 0 for what means nothing. */
    private static final String HIGH =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private Western() {}

    /** The character of a byte, or 0. */
    static int character(int value) {
        return value >= FROM && value < FROM + HIGH.length() ? HIGH.charAt(value - FROM) : value;
    }

    /** The byte of a character, or 0 where there is none; U+0000 is for others. */
    static int code(int character) {
        if (character < FROM || character >= 0xA0 && character <= 0xFF) {
            return character;
        }
        int at = HIGH.indexOf(character);
        return at < 0 ? 0 : FROM + at;
    }

    /**
     * How unusual a character is in a western European text, in bits as {@link CharacterCost} has them: letters stand beside
     * letters, capitals at the front of words or among capitals.
     */
    static int cost(int character, int before) {
        if (character < FROM) {
            return CharacterCost.of(character, before);
        }
        if (!Character.isLetter(character) || character == 0xAA || character == 0xBA) {
            return punctuation(character);
        }
        boolean capital = Character.isUpperCase(character);
        if (!Character.isLetter(before)) {
            return 10;
        }
        if (before >= FROM) {
            return capital == Character.isUpperCase(before) ? 10 : 14;
        }
        return capital && Character.isLowerCase(before) ? 16 : capital ? 9 : 7;
    }

    private static int punctuation(int character) {
        return switch (character) {
            case 0x2019, 0x201C, 0x201D, 0x2013, 0x20AC, 0xAB, 0xBB, 0xA0, 0xB0, 0xA9, 0xAE, 0x2026, 0xA3, 0xA7 -> 10;
            case 0x2018, 0x2014, 0x2022, 0xB7, 0xBF, 0xA1, 0x2122, 0xBA, 0xAA, 0x201E, 0xD7, 0xB2, 0xBD -> 12;
            default -> 17;
        };
    }
}
