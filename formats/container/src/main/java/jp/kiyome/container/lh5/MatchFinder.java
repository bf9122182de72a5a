package jp.kiyome.container.lh5;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Finds for each place of the input the longest bytes that stood before, as far back as -lh5- reaches. */
final class MatchFinder {

    /** Matches that are tried at a place. */
    private static final int TRIES = 96;

    /** Tries where a good match is at hand already. */
    private static final int TRIES_AFTER_GOOD = 24;

    private static final int GOOD = 16;
    private static final int REACH = 1 << 13;
    private static final int HASH_BITS = 15;
    private static final int AHEAD = LzhMethod.LONGEST + LzhMethod.SHORTEST;
    private static final int BUFFER = REACH + (1 << 17);

    private final InputStream in;
    private final byte[] data = new byte[BUFFER];
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] older = new int[REACH];
    private int at;
    private int limit;
    private boolean drained;
    private int distance;

    MatchFinder(InputStream in) {
        this.in = in;
        Arrays.fill(newest, -1);
        load();
    }

    boolean atEnd() {
        return at == limit;
    }

    /** The byte at the place. */
    int literal() {
        return data[at] & 0xFF;
    }

    /** Goes on by one byte; later matches may start there. */
    void step() {
        if (limit - at >= LzhMethod.SHORTEST) {
            int hash = hash();
            older[at & REACH - 1] = newest[hash];
            newest[hash] = at;
        }
        at++;
        if (limit - at < AHEAD && !drained) {
            load();
        }
    }

    void step(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
    }

    /** How far back the match that {@link #longerThan} found last begins. */
    int distance() {
        return distance;
    }

    /**
     * The length of the longest match at the place, if longer than {@code known}, which is at least 2; {@code known} if not.
     */
    int longerThan(int known) {
        int most = Math.min(LzhMethod.LONGEST, limit - at);
        if (most <= known) {
            return known;
        }
        int best = known;
        int tries = known >= GOOD ? TRIES_AFTER_GOOD : TRIES;
        byte last = data[at + best];
        int oldest = at - REACH;
        int previous = at;
        for (int from = newest[hash()]; from > oldest && from < previous && from >= 0; from = older[from & REACH - 1]) {
            if (data[from + best] == last) {
                int length = same(from, most);
                if (length > best) {
                    best = length;
                    distance = at - from;
                    if (best == most) {
                        break;
                    }
                    last = data[at + best];
                }
            }
            previous = from;
            if (--tries == 0) {
                break;
            }
        }
        return best;
    }

    private int same(int from, int most) {
        int differs = Arrays.mismatch(data, from, from + most, data, at, at + most);
        return differs < 0 ? most : differs;
    }

    private int hash() {
        int three = data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16;
        return three * 0x9E3779B1 >>> 32 - HASH_BITS;
    }

    private void load() {
        if (at > REACH) {
            forget(at - REACH);
        }
        try {
            int count = in.readNBytes(data, limit, data.length - limit);
            drained = count < data.length - limit;
            limit += count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves what matches may still reach to the front. */
    private void forget(int gone) {
        // Whole turns of the ring alone, so that each place keeps its slot there.
        int bytes = gone & -REACH;
        System.arraycopy(data, bytes, data, 0, limit - bytes);
        at -= bytes;
        limit -= bytes;
        rebase(newest, bytes);
        rebase(older, bytes);
    }

    private static void rebase(int[] places, int bytes) {
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(-1, places[i] - bytes);
        }
    }
}
