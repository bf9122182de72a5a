package jp.kiyome.message.write;

/**
 * A field as it is written: seven bits, folded.
 *
 * @param name as the specification spells it
 * @param value with CRLF and white space where it is folded
 */
public record HeaderLine(String name, String value) {

    /** RFC 5322 §2.1.1. */
    private static final int LONGEST = 998;

    public HeaderLine {
        for (String line : (name + ": " + value).split("\r\n", -1)) {
            boolean printable = line.chars().allMatch(c -> c >= ' ' && c < 0x7F);
            if (!printable || line.isBlank() || line.length() > LONGEST) {
                throw new IllegalArgumentException("no line of a header: " + line);
            }
        }
        if (value.contains("\r\n") && value.replaceAll("\r\n ", "").contains("\r\n")) {
            throw new IllegalArgumentException("a line break that does not fold");
        }
    }

    @Override
    public String toString() {
        return name + ": " + value + "\r\n";
    }
}
