package jp.kiyome.pdf.cos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.content.Content;

/** Bytes one after the other, with a look at the next few, through a window of fixed size. Not thread-safe. */
public final class ByteInput {

    /** No byte: the end. */
    public static final int END = -1;

    private static final int WINDOW = 1 << 13;

    private final byte[] window;
    private final boolean whole;
    private int at;
    private int end;
    private InputStream source;
    private long windowStart;

    private ByteInput(InputStream source, byte[] window, int at, int end, boolean whole) {
        this.source = source;
        this.window = window;
        this.at = at;
        this.end = end;
        this.whole = whole;
    }

    public static ByteInput of(byte[] bytes) {
        return of(bytes, 0);
    }

    /** Begins at {@code offset}, or at the end where that lies behind it. */
    public static ByteInput of(byte[] bytes, int offset) {
        return new ByteInput(InputStream.nullInputStream(), bytes, Math.min(offset, bytes.length), bytes.length, true);
    }

    public static ByteInput of(InputStream source) {
        return new ByteInput(source, new byte[WINDOW], 0, 0, false);
    }

    /** From the place where another window is opened, of the same size; what is read stays counted from the file's start. */
    public void reopen(Content content, long offset) {
        if (offset >= windowStart && offset < windowStart + end) {
            at = (int) (offset - windowStart);
            return;
        }
        long from = Math.min(Math.max(0, offset), content.size());
        source = content.slice(from, content.size() - from).stream();
        windowStart = from;
        at = 0;
        end = 0;
    }

    /** Offset of the next byte. */
    public long position() {
        return windowStart + at;
    }

    /** The next byte, 0 to 255, or {@link #END}. */
    public int peek() {
        return at < end || fill() ? window[at] & 0xFF : END;
    }

    public int next() {
        return at < end || fill() ? window[at++] & 0xFF : END;
    }

    /** The byte that stands {@code ahead} behind the next one, at most 255. */
    public int peek(int ahead) {
        if (at + ahead >= end) {
            slide(ahead + 1);
        }
        return at + ahead < end ? window[at + ahead] & 0xFF : END;
    }

    private boolean fill() {
        if (whole) {
            return false;
        }
        windowStart += end;
        at = 0;
        end = 0;
        return more();
    }

    private void slide(int wanted) {
        if (whole || end - at >= wanted) {
            return;
        }
        System.arraycopy(window, at, window, 0, end - at);
        windowStart += at;
        end -= at;
        at = 0;
        while (end < wanted && more()) {
            // The source gave fewer than were asked for.
        }
    }

    private boolean more() {
        try {
            int read = end < window.length ? source.read(window, end, window.length - end) : 0;
            if (read <= 0) {
                return false;
            }
            end += read;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("a decoder's input failed", e);
        }
    }
}
