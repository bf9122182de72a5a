package jp.kiyome.container.packed;

/**
 * Writes bits, the highest of a byte first.
 *
 * <p>Not thread-safe.
 */
public final class BitWriter {

    private static final int BUFFER = 1 << 13;

    private final ByteTarget out;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private long bits;
    private int count;
    private long handedOn;

    public BitWriter(ByteTarget out) {
        this.out = out;
    }

    /**
     * Writes the low {@code length} bits of {@code value}, which has no others.
     *
     * @param length 0 to 32
     */
    public void write(int value, int length) {
        bits = bits << length | value;
        count += length;
        while (count >= 8) {
            count -= 8;
            put((byte) (bits >>> count));
        }
    }

    /** Fills the last byte with zeros and hands everything on. */
    public void finish() {
        if (count > 0) {
            write(0, 8 - count);
        }
        handOn();
    }

    /** Whole bytes written so far. */
    public long bytes() {
        return handedOn + at;
    }

    private void put(byte value) {
        if (at == BUFFER) {
            handOn();
        }
        buffer[at++] = value;
    }

    private void handOn() {
        out.write(buffer, 0, at);
        handedOn += at;
        at = 0;
    }
}
