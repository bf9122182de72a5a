package jp.kiyome.archive.ppm;

import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;

/**
 * The contexts and what is decoded by them. A context stands in one unit: number of its characters (2 bytes), sum of their
 * counts (2), place of the characters (4), place of the next shorter context (4). A character has six bytes: itself, its
 * count, the place of the context after it. Where a context has one character, that stands in place of sum and place.
 *
 * <p>Not thread-safe.
 */
public final class Model {

    static final int STATE = 6;
    static final int SUM = 2;
    static final int STATES = 4;
    static final int SUFFIX = 8;
    static final int COUNT = 1;
    static final int SUCCESSOR = 2;
    static final int MOST_COUNT = 124;

    /** Where the only character of a context stands. */
    static final int ONLY = 2;

    private static final int SCALE_BITS = 14;
    private static final int PERIOD = 7;
    private static final int[] FIRST_ESCAPES = {0x3CDD, 0x1F3F, 0x59BF, 0x48F3, 0x64A1, 0x5ABC, 0x6632, 0x6051};
    private static final int[] ESCAPE_COUNTS = {25, 14, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2};

    final Units units = new Units();
    private final Growth growth = new Growth(this, units);
    private final Escapes escapes = new Escapes();
    private final RangeDecoder decoder;
    private final int[] binary = new int[128 * 64];
    private final int[] masked = new int[256];
    private final int[] candidates = new int[256];
    private int order;
    private int mask;
    private int maskedCount;
    private int runLength;
    private int firstRunLength;
    private int lastHit;
    private int highBits;
    int orderFall;
    int firstEscape;
    int context;
    int longest;
    int found;

    public Model(RangeDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Begins with nothing learned.
     *
     * @param newOrder characters that predict the next one, 2 to 64
     * @param size bytes of memory; the caller has held them to a limit
     */
    public void start(int newOrder, int size) {
        order = newOrder;
        units.resize(size);
        restart();
        mask = 1;
    }

    /** Forgets everything. */
    void restart() {
        Arrays.fill(masked, 0);
        mask = 0;
        units.reset();
        orderFall = order;
        firstRunLength = -Math.min(order, 12) - 1;
        runLength = firstRunLength;
        lastHit = 0;
        firstEscape = 0;
        context = units.takeOne();
        longest = context;
        found = units.take(128);
        units.put16(context, 256);
        units.put16(context + SUM, 257);
        units.putPlace(context + STATES, found);
        units.putPlace(context + SUFFIX, 0);
        for (int i = 0; i < 256; i++) {
            units.put8(found + i * STATE, i);
            units.put8(found + i * STATE + COUNT, 1);
            units.putPlace(found + i * STATE + SUCCESSOR, 0);
        }
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (1 << SCALE_BITS) - FIRST_ESCAPES[i & 7] / ((i >> 6) + 2);
        }
        escapes.reset();
    }

    /** A block begins here. */
    public void go(BitReader in) {
        decoder.begin(in);
    }

    /**
     * The next character.
     *
     * @throws jp.kiyome.core.finding.Refusal where the stream is broken or ends
     */
    public int next(BitReader in) {
        if (units.u16(context) != 1) {
            firstSymbol(in);
        } else {
            onlySymbol(in);
        }
        while (found == 0) {
            do {
                orderFall++;
                context = units.place(context + SUFFIX);
                if (context == 0) {
                    throw in.broken("an escape from the last context");
                }
            } while (units.u16(context) == maskedCount);
            furtherSymbol(in);
        }
        int symbol = units.u8(found);
        int after = units.place(found + SUCCESSOR);
        if (orderFall == 0 && after > units.text()) {
            context = after;
            longest = after;
        } else {
            growth.update();
            if (mask == 0) {
                Arrays.fill(masked, 0);
                mask = 1;
            }
        }
        return symbol;
    }

    private void onlySymbol(BitReader in) {
        int only = context + ONLY;
        int symbol = units.u8(only);
        int count = units.u8(only + COUNT);
        highBits = high(units.u8(found));
        int suffixes = units.u16(units.place(context + SUFFIX));
        int place = (count - 1) * 64
                + lastHit
                + kind(suffixes - 1)
                + highBits
                + 2 * high(symbol)
                + (runLength >> 26 & 0x20);
        int share = binary[place];
        int mean = share + (1 << PERIOD - 2) >> PERIOD;
        if (decoder.first(in, share)) {
            found = only;
            units.put8(only + COUNT, count + (count < 128 ? 1 : 0));
            binary[place] = share + (1 << PERIOD) - mean;
            lastHit = 1;
            runLength++;
        } else {
            share -= mean;
            binary[place] = share;
            firstEscape = ESCAPE_COUNTS[share >> 10];
            maskedCount = 1;
            masked[symbol] = mask;
            lastHit = 0;
            found = 0;
        }
    }

    private void firstSymbol(BitReader in) {
        int sum = units.u16(context + SUM);
        int state = units.place(context + STATES);
        int count = count(in, sum);
        int high = units.u8(state + COUNT);
        if (count < high) {
            decoder.take(in, 0, high);
            lastHit = 2 * high > sum ? 1 : 0;
            runLength += lastHit;
            raise(state);
            if (units.u8(state + COUNT) > MOST_COUNT) {
                growth.rescale();
            }
            return;
        }
        lastHit = 0;
        int number = units.u16(context);
        for (int i = 1; i < number; i++) {
            state += STATE;
            high += units.u8(state + COUNT);
            if (count < high) {
                decoder.take(in, high - units.u8(state + COUNT), high);
                raiseAndSwap(state);
                return;
            }
        }
        highBits = high(units.u8(found));
        decoder.take(in, high, sum);
        maskedCount = number;
        for (int i = 0; i < number; i++, state -= STATE) {
            masked[units.u8(state)] = mask;
        }
        found = 0;
    }

    private void raise(int state) {
        found = state;
        units.put8(state + COUNT, units.u8(state + COUNT) + 4);
        units.put16(context + SUM, units.u16(context + SUM) + 4);
    }

    private void raiseAndSwap(int state) {
        raise(state);
        if (units.u8(state + COUNT) > units.u8(state - STATE + COUNT)) {
            growth.swap(state, state - STATE);
            found = state - STATE;
            if (units.u8(found + COUNT) > MOST_COUNT) {
                growth.rescale();
            }
        }
    }

    private void furtherSymbol(BitReader in) {
        int number = units.u16(context);
        int left = number - maskedCount;
        int place = Escapes.NONE;
        if (number != 256) {
            int suffixes = units.u16(units.place(context + SUFFIX));
            int column = (left < suffixes - number ? 1 : 0)
                    + (units.u16(context + SUM) < 11 * number ? 2 : 0)
                    + (maskedCount > left ? 4 : 0)
                    + highBits;
            place = Escapes.place(left, column);
        }
        int escape = escapes.mean(place);
        int state = units.place(context + STATES);
        int known = 0;
        for (int i = 0; i < left; state += STATE) {
            if (masked[units.u8(state)] != mask) {
                known += units.u8(state + COUNT);
                candidates[i++] = state;
            }
        }
        int count = count(in, escape + known);
        if (count < known) {
            hit(in, count, place);
        } else {
            decoder.take(in, known, escape + known);
            for (int i = 0; i < left; i++) {
                masked[units.u8(candidates[i])] = mask;
            }
            escapes.add(place, escape + known);
            maskedCount = number;
        }
    }

    private void hit(BitReader in, int count, int place) {
        int i = 0;
        int high = units.u8(candidates[0] + COUNT);
        while (high <= count) {
            high += units.u8(candidates[++i] + COUNT);
        }
        int state = candidates[i];
        decoder.take(in, high - units.u8(state + COUNT), high);
        escapes.update(place);
        raise(state);
        if (units.u8(state + COUNT) > MOST_COUNT) {
            growth.rescale();
        }
        mask = mask + 1 & 0xFF;
        runLength = firstRunLength;
    }

    private int count(BitReader in, int scale) {
        int count = decoder.count(scale);
        if (Integer.compareUnsigned(count, scale) >= 0) {
            throw in.broken("outside of all predictions");
        }
        return count;
    }

    private static int high(int symbol) {
        return symbol >= 0x40 ? 8 : 0;
    }

    /** Of contexts by their number of characters less one. */
    private static int kind(int number) {
        if (number < 2) {
            return 2 * number;
        }
        return number < 11 ? 4 : 6;
    }
}
