package jp.kiyome.archive.sevenz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The filter of calls and jumps of x86 that has four streams (LZMA SDK, "BCJ2"): the code without its targets, targets of
 * calls, targets of jumps, and a range coder that says at each E8, E9 and 0F 8x whether its target was taken out. Targets
 * stand there as absolute places, the highest byte first, and come out relative. Not thread-safe.
 */
final class Bcj2Stream extends InputStream {

    private static final int TOP = 1 << 24;
    private static final int BITS = 11;
    private static final int MOVE = 5;
    private static final int JUMP = 256;
    private static final int CONDITIONAL = 257;
    private static final int TARGET = 4;

    private final InputStream code;
    private final InputStream calls;
    private final InputStream jumps;
    private final InputStream coder;
    private final int[] chances = new int[258];
    private int range = -1;
    private int low;
    private int written;
    private int before;
    private int target;
    private int targetLeft;

    /** @throws IOException of the streams, or when the range coder does not begin as it must */
    Bcj2Stream(InputStream code, InputStream calls, InputStream jumps, InputStream coder) throws IOException {
        this.code = code;
        this.calls = calls;
        this.jumps = jumps;
        this.coder = coder;
        Arrays.fill(chances, 1 << BITS - 1);
        int first = need(coder);
        low = word(coder);
        if (first != 0 || low == -1) {
            throw new IOException("BCJ2 range coder");
        }
    }

    @Override
    public int read() throws IOException {
        int value = next();
        if (value >= 0) {
            written++;
        }
        return value;
    }

    private int next() throws IOException {
        if (targetLeft > 0) {
            int value = target & 0xFF;
            target >>>= 8;
            targetLeft--;
            before = value;
            return value;
        }
        int value = code.read();
        if (value < 0) {
            return -1;
        }
        int place = place(before, value);
        if (place >= 0 && taken(place)) {
            // Behind this byte and its target.
            target = word(value == 0xE8 ? calls : jumps) - (written + 1 + TARGET);
            targetLeft = TARGET;
        }
        before = value;
        return value;
    }

    /** Which chance a byte asks for; below 0 where it begins no target. */
    private static int place(int before, int value) {
        if (value == 0xE8) {
            return before;
        }
        if (value == 0xE9) {
            return JUMP;
        }
        return before == 0x0F && (value & 0xF0) == 0x80 ? CONDITIONAL : -1;
    }

    private boolean taken(int place) throws IOException {
        if (Integer.compareUnsigned(range, TOP) < 0) {
            range <<= 8;
            low = low << 8 | need(coder);
        }
        int bound = (range >>> BITS) * chances[place];
        if (Integer.compareUnsigned(low, bound) < 0) {
            range = bound;
            chances[place] += (1 << BITS) - chances[place] >> MOVE;
            return false;
        }
        range -= bound;
        low -= bound;
        chances[place] -= chances[place] >> MOVE;
        return true;
    }

    private static int word(InputStream in) throws IOException {
        return need(in) << 24 | need(in) << 16 | need(in) << 8 | need(in);
    }

    private static int need(InputStream in) throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException("BCJ2 stream ends early");
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int value = read();
            if (value < 0) {
                break;
            }
            bytes[offset + count++] = (byte) value;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        code.close();
        calls.close();
        jumps.close();
        coder.close();
    }
}
