package jp.kiyome.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.Refused;

/**
 * The bits of one scan's entropy-coded segments (T.81 F.1.2.3, B.1.1.5), byte stuffing removed as they are read in.
 *
 * <p>The bits lie in {@link #data} at bit position {@link #bit}, which decoders advance themselves: one unaligned load gives at least 57
 * of them, so a code and its extra bits need one load. Before each block {@link #prepare()} makes sure that a whole block is there;
 * past the end of a segment stand zeros, and {@link #endInterval} or the next {@code prepare} notices that they were read.
 * Not for sharing between threads.
 */
final class EntropyInput {

    /** More than a block can take: 64 codes of at most 16 bits, each with at most 11 further bits. */
    private static final int BLOCK_BYTES = 256;

    private static final int DATA = 1 << 15;
    private static final int RAW = 1 << 14;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int NO_MARKER = -1;

    final byte[] data = new byte[DATA + 2 * BLOCK_BYTES];
    int bit;

    private final Content content;
    private final long end;
    private final byte[] raw = new byte[RAW];
    private long next;
    private int rawPosition;
    private int rawLimit;
    private int limit;
    private boolean intervalEnded;
    private int restartMarker = NO_MARKER;
    private int safeBit = -1;

    /** @param start offset of the first entropy-coded byte; {@code end} that of the marker behind the last one */
    EntropyInput(Content content, long start, long end) {
        this.content = content;
        this.next = start;
        this.end = end;
    }

    /** At least 57 bits from bit position {@code at}, left-aligned. */
    static long peek(byte[] data, int at) {
        return (long) LONG.get(data, at >>> 3) << (at & 7);
    }

    /** The next {@code count} bits, 1 to 16, as a number. */
    int bits(int count) {
        long window = peek(data, bit);
        bit += count;
        return (int) (window >>> (64 - count));
    }

    /** Makes sure that the next block's bits lie in {@link #data}; to be called before each block. */
    void prepare() {
        if (bit > safeBit) {
            refill();
        }
    }

    private void refill() {
        if (intervalEnded) {
            requireNoOverrun();
            return;
        }
        int done = Math.min(bit >>> 3, limit);
        System.arraycopy(data, done, data, 0, limit - done);
        limit -= done;
        bit -= done << 3;
        while (limit < DATA - RAW && !intervalEnded) {
            unstuff();
        }
        if (intervalEnded) {
            Arrays.fill(data, limit, Math.min(data.length, limit + 2 * BLOCK_BYTES), (byte) 0);
        }
        safeBit = (limit - BLOCK_BYTES) * 8;
        requireNoOverrun();
    }

    private void requireNoOverrun() {
        if (bit > limit * 8) {
            throw Refused.truncated("entropy-coded data");
        }
    }

    /** Moves raw bytes over up to the next 0xFF and decides what that one is. */
    private void unstuff() {
        if (rawPosition == rawLimit && !load()) {
            intervalEnded = true;
            return;
        }
        copyPlain();
        if (rawPosition < rawLimit) {
            rawPosition++;
            int code = rawByte();
            while (code == 0xFF) {
                code = rawByte();
            }
            if (code == 0) {
                data[limit++] = (byte) 0xFF;
            } else {
                restartMarker = code;
                intervalEnded = true;
            }
        }
    }

    private void copyPlain() {
        int from = rawPosition;
        int to = limit;
        while (from + 8 <= rawLimit) {
            long eight = (long) LONG.get(raw, from);
            if ((eight & 0x8080808080808080L & ~(eight + 0x0101010101010101L)) != 0) {
                break;
            }
            LONG.set(data, to, eight);
            from += 8;
            to += 8;
        }
        while (from < rawLimit && raw[from] != (byte) 0xFF) {
            data[to++] = raw[from++];
        }
        rawPosition = from;
        limit = to;
    }

    private int rawByte() {
        return rawPosition < rawLimit || load() ? raw[rawPosition++] & 0xFF : NO_MARKER;
    }

    private boolean load() {
        rawPosition = 0;
        rawLimit = (int) Math.min(RAW, end - next);
        content.copy(next, raw, 0, rawLimit);
        next += rawLimit;
        return rawLimit > 0;
    }

    /**
     * Ends a restart interval: everything up to RST{@code expected} (0 to 7) must be padding. The next interval begins.
     *
     * @return how many bytes lay unused before the marker
     */
    int endInterval(int expected) {
        int unused = unusedBytes();
        if (restartMarker != 0xD0 + expected) {
            throw Refused.damaged("restart marker RST" + expected + " not where T.81 E.1.4 wants it");
        }
        restartMarker = NO_MARKER;
        intervalEnded = false;
        bit = 0;
        limit = 0;
        safeBit = -1;
        return unused;
    }

    /** Ends the scan; returns how many bytes lay unused before the marker behind it. */
    long endScan() {
        long unused = unusedBytes();
        return unused + (rawLimit - rawPosition) + (end - next);
    }

    private int unusedBytes() {
        int unused = 0;
        while (!intervalEnded) {
            unused += Math.max(0, limit - ((bit + 7) >>> 3));
            bit = 0;
            limit = 0;
            safeBit = -1;
            refill();
        }
        requireNoOverrun();
        return unused + limit - ((bit + 7) >>> 3);
    }
}
