package jp.kiyome.office.odf;

import java.util.regex.Pattern;

/**
 * Addresses of cells and ranges outside formulas (OpenDocument 1.3 part 3 §18.3.2, §9.2): of this document, since none has a place for
 * the source of another.
 */
final class CellAddresses {

    private static final String SHEET = "(?:\\$?(?:[^.#:' ]{1,255}|'(?:[^']|''){1,512}')\\.|\\.)";
    private static final String CELL = "\\$?(?:[A-Z]{1,3}|#REF!)?\\$?(?:[0-9]{1,7}|#REF!)?";
    private static final Pattern LIST =
            Pattern.compile("(?: *" + SHEET + "?" + CELL + "(?::" + SHEET + "?" + CELL + ")?(?= |$))*+ *");
    private static final int LONGEST = 1 << 16;

    private CellAddresses() {}

    static boolean fit(String text) {
        return text.length() <= LONGEST && LIST.matcher(text).matches();
    }
}
