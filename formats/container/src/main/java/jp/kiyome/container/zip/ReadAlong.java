package jp.kiyome.container.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream that keeps what is read through it until it was compared with what is written. Not thread-safe. */
final class ReadAlong extends FilterInputStream {

    private byte[] kept = new byte[1 << 13];
    private int from;
    private int to;
    private boolean ended;

    ReadAlong(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            room(count);
            System.arraycopy(target, offset, kept, to, count);
            to += count;
        }
        ended |= count < 0;
        return count;
    }

    /** Skipping would leave out what is to be compared. */
    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void room(int count) {
        if (kept.length - to >= count) {
            return;
        }
        int length = to - from;
        byte[] target = kept.length - length >= count && length <= kept.length / 2
                ? kept
                : new byte[Math.max(kept.length * 2, length + count)];
        System.arraycopy(kept, from, target, 0, length);
        kept = target;
        from = 0;
        to = length;
    }

    /** Whether the bytes are those read next; they need not be kept any longer. */
    boolean next(byte[] bytes, int offset, int length) {
        boolean same = to - from >= length && Arrays.equals(kept, from, from + length, bytes, offset, offset + length);
        from += same ? length : 0;
        return same;
    }

    /** Whether the stream was read to its end, and all of it was compared. */
    boolean finished() {
        return from == to && ended;
    }
}
