package jp.kiyome.text.csv;

import java.util.regex.Pattern;

/**
 * Whether a spreadsheet would calculate a cell instead of showing it, and the form in which it shows it (CWE-1236): with an
 * apostrophe before it. What is a number, an amount, a percentage, a date, a time or a telephone number stays as it is.
 */
final class FormulaCell {

    /** What begins a formula, in ASCII and in the forms that Japanese programs take for the same. */
    private static final String BEGIN = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

    private static final String ASCII = "=+-@=+-@=+-@-";
    private static final int LONGEST_NUMBER = 64;

    private static final String CURRENCY = "(?:[¥￥$€£＄]|\\\\|JPY|USD|EUR)";
    private static final Pattern PLAIN = Pattern.compile("[-+=]+"
            + "|[-+] ?" + CURRENCY + "? ?[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?(?:[eE][-+]?\\d{1,3})?"
            + " ?(?:%|‰|円|千円|万円|億円|百万円|人|件|個|本|台|枚|回|点|年|か月|月|日|時間|時|分|秒|度|℃|pt|"
            + CURRENCY + ")?"
            + "|[-+]\\d{1,15},\\d{1,15}"
            + "|[-+]\\d{1,4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?"
            + "|[-+]\\d{1,3}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?");
    /** Behind another program's delimiter: calls, references to programs and other sheets. */
    private static final Pattern INSIDE =
            Pattern.compile("=[^,;\\t]*[(|!\\[]|[-+@][^\\s,;\\t]*[|!]|[-+@][A-Za-z.]+\\(");

    private FormulaCell() {}

    /**
     * The cell's text as it is to be written; the same text where nothing is to be done.
     *
     * @param others delimiters that other programs may split the line at
     */
    static String shown(String cell, String others) {
        String text = splits(cell, others) ? guardedInside(cell, others) : cell;
        int start = behindBlanks(text, 0);
        boolean blankFirst =
                !text.isEmpty() && (text.charAt(0) == '\t' || text.charAt(0) == '\r' && !text.startsWith("\r\n"));
        if (start == text.length() || !blankFirst && !calculates(text, start)) {
            return text;
        }
        return "'" + text;
    }

    private static boolean calculates(String text, int start) {
        if (BEGIN.indexOf(text.charAt(start)) < 0 || simpleNumber(text, start) || telephone(text, start)) {
            return false;
        }
        String rest = text.substring(start, Math.min(text.length(), start + LONGEST_NUMBER + 1))
                .strip();
        String plain = ascii(rest);
        return rest.length() > LONGEST_NUMBER || !PLAIN.matcher(plain).matches() && !telephone(plain, 0);
    }

    /** A sign and digits, perhaps with a dot: what most cells with a sign are. */
    private static boolean simpleNumber(String text, int start) {
        boolean sign = text.charAt(start) == '-' || text.charAt(start) == '+';
        int length = text.length() - start;
        if (!sign || length < 2 || length > LONGEST_NUMBER || text.charAt(start + 1) == '.') {
            return false;
        }
        int dots = 0;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && !digit(c)) {
                return false;
            }
        }
        return dots < 2;
    }

    /** A plus sign, and 5 to 25 digits, blanks, hyphens and brackets behind a digit (ITU-T E.123). */
    private static boolean telephone(String text, int start) {
        int length = text.length() - start;
        if (length < 6 || length > 26 || text.charAt(start) != '+' || !digit(text.charAt(start + 1))) {
            return false;
        }
        for (int i = start + 2; i < text.length(); i++) {
            if (!digit(text.charAt(i)) && " -()".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Blanks and quotes before a formula do not keep every program from seeing it. */
    private static int behindBlanks(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || Character.isSpaceChar(text.charAt(at))
                        || text.charAt(at) == '"')) {
            at++;
        }
        return at;
    }

    private static boolean splits(String cell, String others) {
        for (int i = 0; i < others.length(); i++) {
            if (cell.indexOf(others.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String guardedInside(String cell, String others) {
        StringBuilder guarded = new StringBuilder(cell);
        for (int i = cell.length() - 1; i >= 0; i--) {
            if (others.indexOf(cell.charAt(i)) >= 0) {
                int start = behindBlanks(cell, i + 1);
                if (start < cell.length()
                        && BEGIN.indexOf(cell.charAt(start)) >= 0
                        && INSIDE.matcher(ascii(cell.substring(start, Math.min(cell.length(), start + 256))))
                                .lookingAt()) {
                    guarded.insert(start, '\'');
                }
            }
        }
        return guarded.toString();
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int sign = BEGIN.indexOf(c);
            ascii.append(sign >= 0 ? ASCII.charAt(sign) : c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c);
        }
        return ascii.toString();
    }
}
