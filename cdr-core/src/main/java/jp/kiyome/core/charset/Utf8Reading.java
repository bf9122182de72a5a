package jp.kiyome.core.charset;

/** RFC 3629 section 4: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8Reading implements ByteReading {

    private int left;
    private int code;
    private int lowest;
    private int highest;

    @Override
    public int accept(int value) {
        if (left == 0) {
            return lead(value);
        }
        if (value < lowest || value > highest) {
            left = 0;
            return MALFORMED_BEFORE;
        }
        lowest = 0x80;
        highest = 0xBF;
        code = code << 6 | value & 0x3F;
        left--;
        return left == 0 ? code : PENDING;
    }

    private int lead(int value) {
        if (value < 0x80) {
            return value;
        }
        if (value < 0xC2 || value > 0xF4) {
            return MALFORMED;
        }
        left = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
        code = value & 0x3F >> left;
        lowest = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        highest = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        return PENDING;
    }

    @Override
    public boolean pending() {
        return left > 0;
    }
}
