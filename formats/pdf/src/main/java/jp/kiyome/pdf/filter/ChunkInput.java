package jp.kiyome.pdf.filter;

import java.io.IOException;
import java.io.InputStream;

/** An input stream that is filled piece by piece. */
public abstract class ChunkInput extends InputStream {

    protected byte[] chunk;
    private int at;
    private int end;
    private boolean ended;

    protected ChunkInput(int size) {
        this.chunk = new byte[size];
    }

    /** Puts the next bytes at the start of {@link #chunk}. Gives how many, 0 at the end. */
    protected abstract int fill() throws IOException;

    private boolean more() throws IOException {
        if (at < end) {
            return true;
        }
        if (ended) {
            return false;
        }
        at = 0;
        end = fill();
        ended = end <= 0;
        return !ended;
    }

    @Override
    public final int read() throws IOException {
        return more() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(chunk, at, target, offset, count);
        at += count;
        return count;
    }
}
