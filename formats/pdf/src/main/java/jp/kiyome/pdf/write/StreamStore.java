package jp.kiyome.pdf.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.pdf.cos.Cos;

/** Takes the data of the clean file's streams, encoded, one after the other. Not thread-safe. */
public final class StreamStore {

    /** As docs/adr/0004-deflate-level.md has it. */
    static final int LEVEL = 4;

    private static final Cos.Dict FLATE = Cos.Dict.EMPTY.with("Filter", Cos.name("FlateDecode"));

    private final Sink sink;
    private final boolean comparing;
    private final Deflater deflater = new Deflater(LEVEL);
    private final byte[] buffer = new byte[1 << 14];

    /** Writes the data of one stream, unfiltered. */
    public interface Plain {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The same stream in the file that is read. */
    public interface Source {
        InputStream decoded();

        InputStream encoded();
    }

    /**
     * Begins at where the sink stands.
     *
     * @param comparing whether the data must be what the file that is read has already: then that is taken over without compressing
     *     it again
     */
    public StreamStore(Sink sink, boolean comparing) {
        this.sink = sink;
        this.comparing = comparing;
    }

    public boolean comparing() {
        return comparing;
    }

    /** The entries that a deflated stream's dictionary has. */
    public static Cos.Dict flate() {
        return FLATE;
    }

    /** Deflates. */
    public CleanFile.Span flate(Optional<Source> source, Plain plain) {
        try {
            if (comparing && source.isPresent()) {
                return compared(source.get(), plain);
            }
            long start = sink.position();
            deflater.reset();
            try (OutputStream out = new Deflating()) {
                plain.writeTo(out);
            }
            return new CleanFile.Span(start, sink.position() - start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes bytes that are encoded already. */
    public CleanFile.Span encoded(Plain bytes) {
        long start = sink.position();
        try {
            bytes.writeTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CleanFile.Span(start, sink.position() - start);
    }

    public CleanFile.Span encoded(Content content) {
        return encoded(out -> content.stream().transferTo(out));
    }

    private CleanFile.Span compared(Source source, Plain plain) throws IOException {
        try (InputStream before = source.decoded();
                Comparing out = new Comparing(before)) {
            plain.writeTo(out);
            out.end();
        }
        return encoded(out -> source.encoded().transferTo(out));
    }

    /** Ends the writing. */
    public Content finish() {
        deflater.end();
        return sink.finish();
    }

    private final class Deflating extends OutputStream {
        private final byte[] held = new byte[1 << 12];
        private int count;

        @Override
        public void write(int value) {
            if (count == held.length) {
                drain();
            }
            held[count++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            drain();
            deflate(bytes, offset, length);
        }

        private void drain() {
            deflate(held, 0, count);
            count = 0;
        }

        private void deflate(byte[] bytes, int offset, int length) {
            deflater.setInput(bytes, offset, length);
            while (!deflater.needsInput()) {
                sink.write(buffer, 0, deflater.deflate(buffer));
            }
        }

        @Override
        public void close() {
            drain();
            deflater.finish();
            while (!deflater.finished()) {
                sink.write(buffer, 0, deflater.deflate(buffer));
            }
        }
    }

    private static final class Comparing extends OutputStream {
        private final InputStream before;
        private final byte[] read = new byte[1 << 12];
        private int at;
        private int end;

        Comparing(InputStream before) {
            this.before = before;
        }

        @Override
        public void write(int value) throws IOException {
            if (at == end) {
                at = 0;
                end = before.read(read, 0, read.length);
            }
            if (at >= end || read[at++] != (byte) value) {
                throw new OutputNotClean("a stream that a rebuild would change");
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (at == end) {
                    at = 0;
                    end = Math.max(0, before.read(read, 0, read.length));
                }
                int part = Math.min(length - done, end - at);
                int from = offset + done;
                if (part == 0 || Arrays.mismatch(bytes, from, from + part, read, at, at + part) >= 0) {
                    throw new OutputNotClean("a stream that a rebuild would change");
                }
                at += part;
                done += part;
            }
        }

        void end() throws IOException {
            if (at < end || before.read() >= 0) {
                throw new OutputNotClean("a stream that a rebuild would shorten");
            }
        }
    }
}
