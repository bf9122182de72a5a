package jp.kiyome.message.mime;

/**
 * A parameter of a field, or a section of one (RFC 2045 §5.1, RFC 2231 §3 and §4).
 *
 * @param name lower case, without the marks of RFC 2231
 * @param section its number, or -1 where the parameter is not divided
 * @param extended whether its value is percent-encoded
 * @param value a character for each byte, quotes and backslashes resolved
 */
record Parameter(String name, int section, boolean extended, String value) {

    boolean plain() {
        return section < 0 && !extended;
    }
}
