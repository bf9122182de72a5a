package jp.kiyome.office.doc.text;

/** The characters of compressed text, one byte each ([MS-DOC] 2.9.73, FcCompressed). */
public final class Cp1252 {

    /** What 0x80 to 0x9F stand for; those that are no character stand for themselves. */
    private static final String HIGH =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private Cp1252() {}

    static char decode(byte value) {
        int unit = value & 0xFF;
        return unit >= 0x80 && unit < 0xA0 ? HIGH.charAt(unit - 0x80) : (char) unit;
    }

    /** The byte of a character, or -1. */
    public static int encode(char c) {
        if (c < 0x80 || c >= 0xA0 && c <= 0xFF) {
            return c;
        }
        int at = HIGH.indexOf(c);
        return at < 0 ? -1 : 0x80 + at;
    }
}
