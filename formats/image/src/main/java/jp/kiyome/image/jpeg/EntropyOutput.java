package jp.kiyome.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jp.kiyome.core.content.Sink;

/**
 * Writes the bits of one scan, with byte stuffing (T.81 F.1.2.3) and padding by 1-bits. Sixty-four bits are gathered before bytes are made of
 * them. Not for sharing between threads.
 */
final class EntropyOutput {

    private static final int BUFFER = 1 << 15;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Sink out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private long gathered;
    private int free = 64;

    EntropyOutput(Sink out) {
        this.out = out;
    }

    /** Appends the low {@code count} bits of {@code value}, which has no others set; 0 to 32. */
    void put(long value, int count) {
        int left = free - count;
        if (left >= 0) {
            gathered = gathered << count | value;
            free = left;
        } else {
            // the bits of `value` that go out now stay in `gathered` too, and are shifted out before they could be
            // written again
            writeLong(gathered << free | value >>> -left);
            gathered = value;
            free = 64 + left;
        }
    }

    private void writeLong(long bits) {
        if (filled > BUFFER - 16) {
            flushBuffer();
        }
        if ((bits & 0x8080808080808080L & ~(bits + 0x0101010101010101L)) == 0) {
            LONG.set(buffer, filled, bits);
            filled += 8;
        } else {
            for (int shift = 56; shift >= 0; shift -= 8) {
                writeByte((byte) (bits >>> shift));
            }
        }
    }

    private void writeByte(byte value) {
        buffer[filled++] = value;
        if (value == (byte) 0xFF) {
            buffer[filled++] = 0;
        }
    }

    /** Pads to a whole byte and hands everything on. Nothing may be put behind. */
    void finish() {
        int padding = free & 7;
        put((1L << padding) - 1, padding);
        flushBuffer();
        for (int shift = 56 - free; shift >= 0; shift -= 8) {
            writeByte((byte) (gathered >>> shift));
        }
        flushBuffer();
    }

    private void flushBuffer() {
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
