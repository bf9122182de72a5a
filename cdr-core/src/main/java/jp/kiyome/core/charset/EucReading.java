package jp.kiyome.core.charset;

/** EUC-JP in the dialect CP51932, with JIS X 0212 in code set 3. */
final class EucReading implements ByteReading {

    private static final int SINGLE_SHIFT_2 = 0x8E;
    private static final int SINGLE_SHIFT_3 = 0x8F;

    private int shift;
    private int row;

    @Override
    public int accept(int value) {
        if (shift == 0 && row == 0) {
            return start(value);
        }
        if (value < 0xA1 || value > 0xFE) {
            clear();
            return value < 0x80 ? MALFORMED_BEFORE : MALFORMED;
        }
        if (shift == SINGLE_SHIFT_2) {
            clear();
            return value <= 0xDF ? Jis.HALF_KANA + value : MALFORMED;
        }
        if (row == 0) {
            row = value;
            return PENDING;
        }
        int character = shift == 0 ? Jis.of0208(row & 0x7F, value & 0x7F) : Jis.of0212(row & 0x7F, value & 0x7F);
        clear();
        return character == 0 ? MALFORMED : character;
    }

    private int start(int value) {
        if (value < 0x80) {
            return value;
        }
        if (value == SINGLE_SHIFT_2 || value == SINGLE_SHIFT_3) {
            shift = value;
            return PENDING;
        }
        if (value < 0xA1 || value > 0xFE) {
            return MALFORMED;
        }
        row = value;
        return PENDING;
    }

    private void clear() {
        shift = 0;
        row = 0;
    }

    @Override
    public boolean pending() {
        return shift != 0 || row != 0;
    }
}
