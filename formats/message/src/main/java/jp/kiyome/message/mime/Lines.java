package jp.kiyome.message.mime;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;

/** Walks over the lines of a stretch of a content. A line ends at LF, with the CR before it, or at the end. Not thread-safe. */
public final class Lines {

    private static final int WINDOW = 1 << 16;

    private final Content content;
    private final long to;
    private final byte[] window = new byte[WINDOW];
    private long windowAt;
    private int windowLength;
    private long start;
    private long end;
    private long after;

    public Lines(Content content, long from, long to) {
        this.content = content;
        this.to = to;
        this.windowAt = from;
        this.start = from;
        this.end = from;
        this.after = from;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() {
        if (after >= to) {
            return false;
        }
        start = after;
        long at = start;
        while (at < to && byteAt(at) != '\n') {
            at++;
        }
        end = at;
        after = Math.min(to, at + 1);
        if (end > start && at < to && byteAt(end - 1) == '\r') {
            end--;
        }
        return true;
    }

    /** Where the line begins. */
    public long start() {
        return start;
    }

    /** Where its last byte ends, without the line break. */
    public long end() {
        return end;
    }

    /** Where the next line begins. */
    public long after() {
        return after;
    }

    public long length() {
        return end - start;
    }

    public boolean isEmpty() {
        return end == start;
    }

    /** A byte of the line, 0 to 255. */
    public int at(long index) {
        return byteAt(start + index);
    }

    public boolean startsWith(byte[] prefix) {
        if (length() < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((byte) byteAt(start + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** The line, or its first {@code most} bytes, a character for each byte. */
    public String text(int most) {
        byte[] bytes = new byte[(int) Math.min(most, length())];
        content.copy(start, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private int byteAt(long at) {
        if (at < windowAt || at >= windowAt + windowLength) {
            // A little of what lies before is kept, for the look back at the CR.
            windowAt = Math.max(0, at - 1024);
            windowLength = (int) Math.min(WINDOW, to - windowAt);
            content.copy(windowAt, window, 0, windowLength);
        }
        return window[(int) (at - windowAt)] & 0xFF;
    }
}
