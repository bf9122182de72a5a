package jp.kiyome.archive.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** XXH64 without a seed, the check sum of frames (xxHash, "XXH64 algorithm description"). Not thread-safe. */
final class XxHash64 {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle HALVES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    /** The sum of the two, without what runs over. */
    private static final long P1_AND_P2 = 0x60EA27EEADC0B5D6L;

    private static final int STRIPE = 32;

    private final long[] lanes = {P1_AND_P2, P2, 0, -P1};
    private final byte[] rest = new byte[STRIPE];
    private int waiting;
    private long total;

    void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        total += length;
        while (at < end) {
            if (waiting == 0 && end - at >= STRIPE) {
                stripe(bytes, at);
                at += STRIPE;
                continue;
            }
            int count = Math.min(STRIPE - waiting, end - at);
            System.arraycopy(bytes, at, rest, waiting, count);
            at += count;
            waiting += count;
            if (waiting == STRIPE) {
                stripe(rest, 0);
                waiting = 0;
            }
        }
    }

    private void stripe(byte[] bytes, int at) {
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = round(lanes[i], (long) WORDS.get(bytes, at + 8 * i));
        }
    }

    private static long round(long lane, long word) {
        return Long.rotateLeft(lane + word * P2, 31) * P1;
    }

    long value() {
        long hash = P5;
        if (total >= STRIPE) {
            hash = Long.rotateLeft(lanes[0], 1)
                    + Long.rotateLeft(lanes[1], 7)
                    + Long.rotateLeft(lanes[2], 12)
                    + Long.rotateLeft(lanes[3], 18);
            for (long lane : lanes) {
                hash = (hash ^ round(0, lane)) * P1 + P4;
            }
        }
        hash += total;
        int at = 0;
        for (; at + 8 <= waiting; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) WORDS.get(rest, at)), 27) * P1 + P4;
        }
        if (at + 4 <= waiting) {
            hash = Long.rotateLeft(hash ^ ((int) HALVES.get(rest, at) & 0xFFFF_FFFFL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < waiting; at++) {
            hash = Long.rotateLeft(hash ^ (rest[at] & 0xFF) * P5, 11) * P1;
        }
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return hash ^ hash >>> 32;
    }
}
