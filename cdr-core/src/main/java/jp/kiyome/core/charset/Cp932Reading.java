package jp.kiyome.core.charset;

/** Microsoft's code page 932. The single bytes 0x80, 0xA0 and 0xFD to 0xFF are no characters. */
final class Cp932Reading implements ByteReading {

    private int lead;

    @Override
    public int accept(int value) {
        if (lead != 0) {
            int code = lead << 8 | value;
            lead = 0;
            int character = Jis.ofCp932(code);
            if (character != 0) {
                return character;
            }
            return value < 0x80 ? MALFORMED_BEFORE : MALFORMED;
        }
        if (value < 0x80) {
            return value;
        }
        if (value >= 0xA1 && value <= 0xDF) {
            return Jis.HALF_KANA + value;
        }
        if (value == 0x80 || value == 0xA0 || value > 0xFC) {
            return MALFORMED;
        }
        lead = value;
        return PENDING;
    }

    @Override
    public boolean pending() {
        return lead != 0;
    }
}
