package jp.kiyome.text.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Optional;
import jp.kiyome.core.charset.CharsetDetector;
import jp.kiyome.core.charset.CharsetGuess;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.charset.TextSink;
import jp.kiyome.core.finding.Refusal;

/**
 * Writes in an encoding that was guessed, which no byte order mark said. What is taken out of a text may have been what it was known by, so the encoding is
 * looked for once more in what is written. Not thread-safe.
 */
final class GuessedSink extends Writer {

    private final Encoding encoding;
    private final TextSink sink;
    private final CharsetDetector again = new CharsetDetector();

    GuessedSink(OutputStream out, Encoding encoding) {
        this.encoding = encoding;
        this.sink = new TextSink(new Watched(out), encoding);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        sink.write(text, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) {
        sink.write(text, offset, length);
    }

    @Override
    public void write(int unit) {
        sink.write(unit);
    }

    @Override
    public void flush() {
        sink.flush();
    }

    /**
     * Ends the text.
     *
     * @throws Refusal {@code text.charset} where a reader would find another encoding in it, or none
     */
    @Override
    public void close() {
        sink.close();
        again.endText();
        Optional<CharsetGuess> found = again.guess();
        if (found.filter(this::readsAsWritten).isEmpty()) {
            throw Refusal.of("text.charset", encoding.label());
        }
    }

    /** Of what was written in another charset, ASCII is left when the rest is gone: the same bytes in all that can be guessed but UTF-16. */
    private boolean readsAsWritten(CharsetGuess guess) {
        boolean wide = encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE;
        return !guess.byteOrderMark()
                && (guess.encoding() == encoding || guess.encoding() == Encoding.US_ASCII && !wide);
    }

    private final class Watched extends OutputStream {

        private final OutputStream out;

        Watched(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            again.feed(source, offset, length);
            out.write(source, offset, length);
        }
    }
}
