package jp.kiyome.core.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Reads text of any length in a known encoding, strictly, in a fixed buffer. A byte order mark is read as U+FEFF like any other
 * character. Throws {@link MalformedText} from {@code read}, unless told otherwise.
 *
 * <p>Not thread-safe.
 */
public final class TextSource extends Reader {

    private final InputStream in;
    private final Encoding encoding;
    private final OnMalformed onMalformed;
    private final ByteReading reading;
    private final boolean extendsAscii;
    private final byte[] bytes = new byte[1 << 14];
    private int next;
    private int filled;
    private long before;
    /** The second half of a pair for which there was no room. */
    private int held = -1;

    private boolean ended;

    public TextSource(InputStream in, Encoding encoding, OnMalformed onMalformed) {
        this.in = in;
        this.encoding = encoding;
        this.onMalformed = onMalformed;
        this.reading = encoding.reading();
        this.extendsAscii = encoding.extendsAscii();
    }

    /** Refuses what is malformed. */
    public TextSource(InputStream in, Encoding encoding) {
        this(in, encoding, OnMalformed.REFUSE);
    }

    @Override
    public int read(char[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        int at = offset;
        int end = offset + length;
        if (held >= 0 && at < end) {
            target[at++] = (char) held;
            held = -1;
        }
        while (at < end && (next < filled || fill())) {
            at = convert(target, at, end);
        }
        if (at < end && !ended) {
            ended = true;
            if (reading.pending()) {
                onMalformed.at(encoding, before + filled);
                target[at++] = '\uFFFD';
            }
        }
        return at == offset && length > 0 ? -1 : at - offset;
    }

    private int convert(char[] target, int from, int end) {
        int at = from;
        while (at < end && next < filled) {
            if (extendsAscii && bytes[next] >= 0 && !reading.pending()) {
                at = copyAscii(target, at, end);
                continue;
            }
            int read = reading.accept(bytes[next] & 0xFF);
            if (read == ByteReading.MALFORMED || read == ByteReading.MALFORMED_BEFORE) {
                onMalformed.at(encoding, before + next);
                target[at++] = '\uFFFD';
            } else if (read >= 0) {
                at = put(read, target, at, end);
            }
            next += read == ByteReading.MALFORMED_BEFORE ? 0 : 1;
        }
        return at;
    }

    private int copyAscii(char[] target, int from, int end) {
        int at = from;
        int source = next;
        int last = Math.min(filled, source + end - at);
        while (source < last && bytes[source] >= 0) {
            target[at++] = (char) bytes[source++];
        }
        next = source;
        return at;
    }

    private int put(int codePoint, char[] target, int at, int end) {
        if (codePoint <= 0xFFFF) {
            target[at] = (char) codePoint;
            return at + 1;
        }
        target[at] = Character.highSurrogate(codePoint);
        if (at + 1 == end) {
            held = Character.lowSurrogate(codePoint);
            return end;
        }
        target[at + 1] = Character.lowSurrogate(codePoint);
        return at + 2;
    }

    private boolean fill() {
        before += filled;
        next = 0;
        filled = 0;
        try {
            filled = Math.max(0, in.read(bytes, 0, bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read text", e);
        }
        return filled > 0;
    }

    /** Closes nothing: the stream belongs to whoever made it. */
    @Override
    public void close() {}
}
