package jp.kiyome.pdf.field;

/** PDFDocEncoding (ISO 32000-2, annex D.3). Stateless. */
public final class PdfDocText {

    private static final String LOW = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private static final String HIGH =
            "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A"
                    + "\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    private PdfDocText() {}

    static String of(int code) {
        if (code >= 0x18 && code < 0x20) {
            return LOW.substring(code - 0x18, code - 0x17);
        }
        return code >= 0x80 && code <= 0xA0 ? HIGH.substring(code - 0x80, code - 0x7F) : Character.toString(code);
    }

    /** The text of bytes, each the character of that code. */
    public static String of(String bytes) {
        StringBuilder text = new StringBuilder(bytes.length());
        bytes.chars().forEach(code -> text.append(of(code)));
        return text.toString();
    }
}
