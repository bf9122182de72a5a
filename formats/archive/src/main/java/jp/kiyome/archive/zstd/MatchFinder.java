package jp.kiyome.archive.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Holds the window of an encoder and says where bytes stood before. Not thread-safe. */
final class MatchFinder {

    /** Log2 of the window. */
    static final int WINDOW_BITS = 20;

    private static final VarHandle HALVES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WINDOW = 1 << WINDOW_BITS;
    private static final int HASH_BITS = 16;
    private static final int NONE = -1;

    /** Bytes of a match at least, and of one that is far away. */
    private static final int LEAST = 4;

    private static final int LEAST_FAR = 6;
    private static final int FAR = 1 << 14;
    private static final int SPARE = 8;

    final byte[] bytes = new byte[2 * WINDOW + ZstdInput.BLOCK + SPARE];
    private final int[] heads = new int[1 << HASH_BITS];
    private int end;
    int distance;

    MatchFinder() {
        Arrays.fill(heads, NONE);
    }

    /** Where the next block is to be put: {@link ZstdInput#BLOCK} bytes at the most. */
    int room() {
        if (end + ZstdInput.BLOCK + SPARE > bytes.length) {
            int gone = end - WINDOW;
            System.arraycopy(bytes, gone, bytes, 0, WINDOW);
            end = WINDOW;
            for (int i = 0; i < heads.length; i++) {
                heads[i] = Math.max(NONE, heads[i] - gone);
            }
        }
        return end;
    }

    /** So many bytes were put there. */
    void added(int count) {
        end += count;
    }

    /** How long a match is at a place, 0 for none; {@link #distance} says how far back. The place is remembered. */
    int find(int at) {
        if (at + LEAST > end) {
            return 0;
        }
        int word = (int) HALVES.get(bytes, at);
        int hash = word * 0x9E3779B1 >>> 32 - HASH_BITS;
        int before = heads[hash];
        heads[hash] = at;
        if (before == NONE || at - before > WINDOW || (int) HALVES.get(bytes, before) != word) {
            return 0;
        }
        int mismatch = Arrays.mismatch(bytes, before, before + end - at, bytes, at, end);
        int length = mismatch < 0 ? end - at : mismatch;
        distance = at - before;
        return length < (distance > FAR ? LEAST_FAR : LEAST) ? 0 : length;
    }
}
