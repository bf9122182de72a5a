package jp.kiyome.core.charset;

/**
 * RFC 1468 with what CP50221 and RFC 2237 add: half-width katakana by ESC ( I or between SO and SI, JIS X 0212, and the vendor
 * rows. A line ends in single bytes (RFC 1468), so a control character inside a two-byte set ends that set.
 */
final class Iso2022Reading implements ByteReading {

    private static final int ESCAPE = 0x1B;
    private static final int SHIFT_OUT = 0x0E;
    private static final int SHIFT_IN = 0x0F;

    /** What G0 holds. */
    private enum Designated {
        ASCII,
        ROMAN,
        KATAKANA,
        X0208,
        X0212
    }

    private Designated designated = Designated.ASCII;
    private boolean shifted;
    private int row;
    /** The bytes of an escape sequence so far, behind ESC. */
    private int sequence = -1;

    private boolean used;

    /** Whether anything but ASCII was ever designated. A shift alone proves nothing. */
    boolean used() {
        return used;
    }

    @Override
    public int accept(int value) {
        if (value >= 0x80) {
            row = 0;
            sequence = -1;
            return MALFORMED;
        }
        if (sequence >= 0) {
            return escape(value);
        }
        if (row != 0 && value < 0x21) {
            row = 0;
            return MALFORMED_BEFORE;
        }
        if (value == ESCAPE) {
            sequence = 0;
            return PENDING;
        }
        if (value == SHIFT_OUT || value == SHIFT_IN) {
            shifted = value == SHIFT_OUT;
            return PENDING;
        }
        return value < 0x20 ? control(value) : graphic(value);
    }

    private int control(int value) {
        if (designated == Designated.X0208 || designated == Designated.X0212) {
            designated = Designated.ASCII;
        }
        return value;
    }

    private int graphic(int value) {
        if (shifted) {
            return value >= 0x21 && value <= 0x5F ? Jis.HALF_KANA + (value | 0x80) : value == 0x20 ? value : MALFORMED;
        }
        return switch (designated) {
            case ASCII -> value;
            // JIS X 0201 has the yen sign and the overline there; Windows reads ASCII.
            case ROMAN -> value;
            case KATAKANA ->
                value >= 0x21 && value <= 0x5F ? Jis.HALF_KANA + (value | 0x80) : value == 0x20 ? value : MALFORMED;
            case X0208, X0212 -> pair(value);
        };
    }

    private int pair(int value) {
        if (value == 0x20) {
            return value;
        }
        if (value == 0x7F) {
            row = 0;
            return MALFORMED;
        }
        if (row == 0) {
            row = value;
            return PENDING;
        }
        int character = designated == Designated.X0208 ? Jis.of0208(row, value) : Jis.of0212(row, value);
        row = 0;
        return character == 0 ? MALFORMED : character;
    }

    private int escape(int value) {
        sequence = sequence << 8 | value;
        switch (sequence) {
            case '(', '$', '$' << 8 | '(' -> {
                return PENDING;
            }
            case '(' << 8 | 'B' -> designated = Designated.ASCII;
            case '(' << 8 | 'J' -> designated = Designated.ROMAN;
            case '(' << 8 | 'I' -> designated = Designated.KATAKANA;
            case '$' << 8 | '@', '$' << 8 | 'B', '$' << 16 | '(' << 8 | '@', '$' << 16 | '(' << 8 | 'B' ->
                designated = Designated.X0208;
            case '$' << 16 | '(' << 8 | 'D' -> designated = Designated.X0212;
            default -> {
                sequence = -1;
                return MALFORMED;
            }
        }
        sequence = -1;
        used |= designated != Designated.ASCII;
        return PENDING;
    }

    @Override
    public boolean pending() {
        return row != 0 || sequence >= 0;
    }
}
