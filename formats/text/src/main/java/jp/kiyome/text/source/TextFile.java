package jp.kiyome.text.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.TextSink;
import jp.kiyome.core.charset.TextSource;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.text.chars.LineEndCount;
import jp.kiyome.text.chars.LineEnds;

/**
 * A text and how it is written.
 *
 * @param byteOrderMark whether it begins with one; it is no part of the characters
 * @param certain whether no change of a few characters makes it look like another encoding's
 */
public record TextFile(Content content, Encoding encoding, boolean byteOrderMark, boolean certain) {

    private static final int PIECE = 1 << 16;

    /** A text that says itself how it is written. */
    public static TextFile saying(Content content, Encoding encoding, boolean byteOrderMark) {
        return new TextFile(content, encoding, byteOrderMark, true);
    }

    /** Finds the charset; throws {@link Refusal} {@code text.charset} where none that is looked for fits. */
    public static TextFile of(Content content) {
        return CharsetDetector.of(content)
                .map(guess -> new TextFile(content, guess.encoding(), guess.byteOrderMark(), isCertain(guess)))
                .orElseThrow(() -> Refusal.of("text.charset", ""));
    }

    private static boolean isCertain(CharsetGuess guess) {
        return guess.byteOrderMark() || guess.encoding() == Encoding.US_ASCII || guess.encoding() == Encoding.UTF_8;
    }

    /** The characters, from the first behind a byte order mark. */
    public TextSource source() {
        long mark = byteOrderMark ? encoding.byteOrderMark().length : 0;
        return new TextSource(content.slice(mark, content.size() - mark).stream(), encoding);
    }

    /**
     * Writes in the same encoding, with a byte order mark where there was one. Closing it throws {@link Refusal}
     * {@code text.charset} where what was written would be taken for another encoding's.
     */
    public Writer sink(OutputStream out) {
        if (!certain) {
            return new GuessedSink(out, encoding);
        }
        writeMark(out);
        return new TextSink(out, encoding);
    }

    private void writeMark(OutputStream out) {
        if (byteOrderMark) {
            try {
                out.write(encoding.byteOrderMark());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All characters at once. For kinds of text whose size is limited before. */
    public String whole() {
        StringBuilder text = new StringBuilder((int) Math.min(content.size(), 1 << 20));
        char[] buffer = new char[PIECE / 4];
        TextSource source = source();
        for (int read = source.read(buffer, 0, buffer.length);
                read >= 0;
                read = source.read(buffer, 0, buffer.length)) {
            text.append(buffer, 0, read);
        }
        return text.toString();
    }

    /** Reads the file once for its line ends. */
    public LineEnds lineEnds(Budget budget) {
        LineEndCount count = new LineEndCount();
        try {
            if (encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE) {
                countUnits(count, budget);
            } else {
                countBytes(count, budget);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count.usual();
    }

    /** No byte of these encodings is CR or LF without meaning it. */
    private void countBytes(LineEndCount count, Budget budget) throws IOException {
        byte[] buffer = new byte[Math.clamp(content.size(), 1, PIECE)];
        InputStream in = content.stream();
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                count.accept(buffer[i]);
            }
            budget.checkTime();
        }
    }

    private void countUnits(LineEndCount count, Budget budget) {
        char[] buffer = new char[PIECE];
        TextSource source = source();
        for (int read = source.read(buffer, 0, PIECE); read >= 0; read = source.read(buffer, 0, PIECE)) {
            for (int i = 0; i < read; i++) {
                count.accept(buffer[i]);
            }
            budget.checkTime();
        }
    }
}
