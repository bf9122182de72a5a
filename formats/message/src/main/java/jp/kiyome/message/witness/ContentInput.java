package jp.kiyome.message.witness;

import jakarta.mail.internet.SharedInputStream;
import java.io.InputStream;
import java.util.Objects;
import jp.kiyome.core.content.Content;

/** A content as Angus wants it, so that it keeps no copies. Not thread-safe. */
final class ContentInput extends InputStream implements SharedInputStream {

    private final Content content;
    private final long from;
    private final long to;
    private final byte[] window = new byte[1 << 13];
    private long windowAt;
    private int windowLength;
    private long at;
    private long marked;

    ContentInput(Content content, long from, long to) {
        this.content = content;
        this.from = from;
        this.to = to;
        this.at = from;
        this.marked = from;
    }

    @Override
    public long getPosition() {
        return at - from;
    }

    @Override
    public InputStream newStream(long start, long end) {
        return new ContentInput(content, from + start, end < 0 ? to : Math.min(to, from + end));
    }

    @Override
    public int read() {
        if (at >= to) {
            return -1;
        }
        if (at < windowAt || at >= windowAt + windowLength) {
            windowAt = at;
            windowLength = (int) Math.min(window.length, to - at);
            content.copy(at, window, 0, windowLength);
        }
        return window[(int) (at++ - windowAt)] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (at >= to) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(length, to - at);
        content.copy(at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, to - at);
        at += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, to - at);
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) {
        marked = at;
    }

    @Override
    public void reset() {
        at = marked;
    }
}
