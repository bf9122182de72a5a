package jp.kiyome.core.charset;

/** RFC 2781 section 2.2. */
final class Utf16Reading implements ByteReading {

    private final boolean bigEndian;
    private int first = -1;
    private int high;

    Utf16Reading(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    @Override
    public int accept(int value) {
        if (first < 0) {
            first = value;
            return PENDING;
        }
        int unit = bigEndian ? first << 8 | value : value << 8 | first;
        first = -1;
        return unit(unit);
    }

    private int unit(int unit) {
        boolean low = unit >= 0xDC00 && unit <= 0xDFFF;
        if (high != 0) {
            int before = high;
            high = 0;
            return low ? Character.toCodePoint((char) before, (char) unit) : MALFORMED;
        }
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            high = unit;
            return PENDING;
        }
        return low ? MALFORMED : unit;
    }

    @Override
    public boolean pending() {
        return first >= 0 || high != 0;
    }
}
