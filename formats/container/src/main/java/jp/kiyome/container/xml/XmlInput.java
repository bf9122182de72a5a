package jp.kiyome.container.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The bytes of a document as UTF-8, a window at a time. What the reader still needs stays in the window. */
final class XmlInput {

    /** The longest single tag. VML in old documents carries base64 of whole drawings in one attribute. */
    static final int LONGEST_TAG = 16 << 20;

    /** Most parts are small. */
    private static final int FIRST_WINDOW = 1 << 13;

    private static final int WINDOW = 1 << 16;

    private InputStream in;
    byte[] buffer = new byte[FIRST_WINDOW];
    int position;
    int limit;

    XmlInput(InputStream in) {
        this.in = in;
    }

    /** The bytes come in another encoding: what is in the window goes with them, from the position on. */
    void transcoded(UnaryOperator<InputStream> transcoding) {
        in = transcoding.apply(
                new SequenceInputStream(new ByteArrayInputStream(buffer, position, limit - position), in));
        buffer = new byte[WINDOW];
        position = 0;
        limit = 0;
    }

    /**
     * Reads more, keeping everything from {@code keep} on, which moves to the front.
     *
     * @return false at the end of the document
     */
    boolean more(int keep) {
        int kept = limit - keep;
        if (kept > LONGEST_TAG) {
            throw XmlRefusal.tooLarge("tag");
        }
        if (keep > 0) {
            byte[] target = limit == buffer.length && limit < WINDOW ? new byte[WINDOW] : buffer;
            System.arraycopy(buffer, keep, target, 0, kept);
            buffer = target;
        } else if (kept == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        position -= keep;
        limit = kept;
        int read = read();
        limit += Math.max(read, 0);
        return read > 0;
    }

    private int read() {
        try {
            return in.read(buffer, limit, buffer.length - limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes {@code count} bytes available from the position on, if the document has them. */
    boolean available(int count) {
        while (limit - position < count) {
            if (!more(position)) {
                return false;
            }
        }
        return true;
    }

    boolean startsWith(byte[] expected) {
        return available(expected.length)
                && Arrays.equals(buffer, position, position + expected.length, expected, 0, expected.length);
    }
}
