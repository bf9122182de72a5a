package jp.kiyome.core.charset;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes text of any length in an encoding, canonically: the same text always as the same bytes. Throws
 * {@link UnencodableText} for what the encoding has not. Ended by {@link #close}, which leaves the stream open.
 *
 * <p>Not thread-safe.
 */
public final class TextSink extends Writer {

    private static final int FULL = 1 << 14;

    private final OutputStream out;
    private final Encoding encoding;
    private final ByteRun bytes = new ByteRun(FULL + 16);
    private final ByteWriting writing;
    private final boolean extendsAscii;
    private int high;

    public TextSink(OutputStream out, Encoding encoding) {
        this.out = out;
        this.encoding = encoding;
        this.writing = encoding.writing(bytes);
        this.extendsAscii = encoding.extendsAscii();
    }

    @Override
    public void write(char[] text, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            if (extendsAscii && high == 0 && text[at] < 0x80) {
                at = ascii(text, at, end);
            } else {
                unit(text[at++]);
            }
        }
    }

    private int ascii(char[] text, int from, int end) {
        int last = Math.min(end, from + FULL);
        int at = from;
        while (at < last && text[at] < 0x80) {
            at++;
        }
        bytes.putAscii(text, from, at);
        if (bytes.size() >= FULL) {
            flush();
        }
        return at;
    }

    @Override
    public void write(String text, int offset, int length) {
        char[] units = new char[length];
        text.getChars(offset, offset + length, units, 0);
        write(units, 0, length);
    }

    @Override
    public void write(int unit) {
        unit((char) unit);
    }

    private void unit(char unit) {
        if (high != 0) {
            int before = high;
            high = 0;
            if (!Character.isLowSurrogate(unit)) {
                throw new UnencodableText(encoding, before);
            }
            writing.put(Character.toCodePoint((char) before, unit));
        } else if (Character.isHighSurrogate(unit)) {
            high = unit;
        } else if (Character.isLowSurrogate(unit)) {
            throw new UnencodableText(encoding, unit);
        } else {
            writing.put(unit);
        }
        if (bytes.size() >= FULL) {
            flush();
        }
    }

    @Override
    public void flush() {
        try {
            out.write(bytes.array(), 0, bytes.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write text", e);
        }
        bytes.clear();
    }

    /** Ends the text. */
    @Override
    public void close() {
        if (high != 0) {
            throw new UnencodableText(encoding, high);
        }
        writing.end();
        flush();
    }
}
