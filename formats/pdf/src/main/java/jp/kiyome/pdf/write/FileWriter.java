package jp.kiyome.pdf.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.CosWriter;

/**
 * Writes a clean file as one revision: streams first, all other objects in object streams (ISO 32000-2, 7.5.7), one cross-reference
 * stream (7.5.8). The same clean file gives the same bytes. Not thread-safe.
 */
public final class FileWriter {

    private static final byte[] HEADER = "%PDF-1.7\n%\u00B5\u00B5\u00B5\u00B5\n".getBytes(StandardCharsets.ISO_8859_1);

    /** Objects in one object stream: small enough that a reader need not inflate a whole document for one of them. */
    private static final int PER_STREAM = 200;

    private final CleanFile file;
    private final Content data;
    private final Numbering numbering;
    private final Optional<Encryptor> encryptor;
    private final CountingOutput out;
    private final List<long[]> rows = new ArrayList<>();

    private FileWriter(CleanFile file, Content data, Optional<Encryptor> encryptor, Sink sink) {
        this.file = file;
        this.data = data;
        this.numbering = new Numbering(file);
        this.encryptor = encryptor;
        this.out = new CountingOutput(sink);
    }

    /** Takes {@code data}: what the clean file's spans point into */
    public static void write(CleanFile file, Content data, Optional<Encryptor> encryptor, Sink sink) {
        try {
            new FileWriter(file, data, encryptor, sink).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        out.write(HEADER);
        List<Integer> order = numbering.order();
        List<Integer> plain = new ArrayList<>();
        for (int i = 0; i <= order.size(); i++) {
            rows.add(new long[] {0, 0, 0});
        }
        for (int index : order) {
            Optional<CleanFile.Span> span = file.data(index);
            if (span.isPresent()) {
                stream(numbering.number(index), (Cos.Dict) numbering.numbered(file.value(index)), span.get());
            } else {
                plain.add(index);
            }
        }
        for (int from = 0; from < plain.size(); from += PER_STREAM) {
            objectStream(plain.subList(from, Math.min(plain.size(), from + PER_STREAM)));
        }
        crossReferences();
    }

    private void stream(int number, Cos.Dict dict, CleanFile.Span span) throws IOException {
        if (encryptor.isPresent()) {
            byte[] bytes = data.slice(span.offset(), span.length()).stream().readAllBytes();
            begin(number, dict, encryptor.get().stream(number, bytes), s -> encryptor
                    .get()
                    .string(number, s));
            return;
        }
        rows.set(number, new long[] {1, out.position, 0});
        head(number, dict, span.length(), s -> s);
        data.slice(span.offset(), span.length()).stream().transferTo(out);
        out.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void begin(int number, Cos.Dict dict, byte[] bytes, UnaryOperator<Cos.Str> strings) throws IOException {
        while (rows.size() <= number) {
            rows.add(new long[] {0, 0, 0});
        }
        rows.set(number, new long[] {1, out.position, 0});
        head(number, dict, bytes.length, strings);
        out.write(bytes);
        out.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void head(int number, Cos.Dict dict, long length, UnaryOperator<Cos.Str> strings) throws IOException {
        out.write((number + " 0 obj\n").getBytes(StandardCharsets.US_ASCII));
        CosWriter writer = new CosWriter(out, strings);
        writer.value(dict.with("Length", Cos.num(length)));
        writer.flush();
        out.write("\nstream\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void objectStream(List<Integer> indexes) throws IOException {
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        CosWriter writer = new CosWriter(bodies);
        StringBuilder offsets = new StringBuilder();
        int number = rows.size();
        int place = 0;
        for (int index : indexes) {
            int own = numbering.number(index);
            offsets.append(own).append(' ').append(bodies.size()).append(' ');
            writer.value(numbering.numbered(file.value(index)));
            writer.newLine();
            writer.flush();
            rows.set(own, new long[] {2, number, place++});
        }
        byte[] header = offsets.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] packed = deflated(header, bodies.toByteArray());
        Cos.Dict dict = StreamStore.flate()
                .with("Type", Cos.name("ObjStm"))
                .with("N", Cos.num(indexes.size()))
                .with("First", Cos.num(header.length));
        byte[] bytes = encryptor.isPresent() ? encryptor.get().stream(number, packed) : packed;
        begin(number, dict, bytes, s -> s);
    }

    private static byte[] deflated(byte[]... parts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(StreamStore.LEVEL);
        try (OutputStream deflating = new DeflaterOutputStream(packed, deflater)) {
            for (byte[] part : parts) {
                deflating.write(part);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private void crossReferences() throws IOException {
        Cos.Dict dict = StreamStore.flate();
        if (encryptor.isPresent()) {
            // 7.6.2: neither the encryption dictionary nor the cross-references are encrypted.
            dict = dict.with("Encrypt", encryptor.get().dictionary())
                    .with("ID", encryptor.get().id());
        }
        if (file.information().isPresent()) {
            dict = dict.with(
                    "Info",
                    new Cos.Ref(numbering.number(file.information().get().number()), 0));
        }
        int number = rows.size();
        long start = out.position;
        rows.add(new long[] {1, start, 0});
        rows.set(0, new long[] {0, 0, 65535});
        int width = Math.max(1, (71 - Long.numberOfLeadingZeros(start)) / 8);
        int columns = 1 + width + 2;
        dict = dict.with("Type", Cos.name("XRef"))
                .with("Size", Cos.num(rows.size()))
                .with("W", Cos.Arr.of(Cos.num(1), Cos.num(width), Cos.num(2)))
                .with("Root", new Cos.Ref(numbering.number(file.root().number()), 0))
                .with(
                        "DecodeParms",
                        Cos.Dict.EMPTY.with("Columns", Cos.num(columns)).with("Predictor", Cos.num(12)));
        begin(number, dict, deflated(table(width, columns)), s -> s);
        out.write(("startxref\n" + start + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Each row as what it is more than the one above (the PNG predictor Up). */
    private byte[] table(int width, int columns) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        byte[] above = new byte[columns];
        for (long[] row : rows) {
            byte[] bytes = new byte[columns];
            bytes[0] = (byte) row[0];
            for (int i = 0; i < width; i++) {
                bytes[1 + i] = (byte) (row[1] >> 8 * (width - 1 - i));
            }
            bytes[1 + width] = (byte) (row[2] >> 8);
            bytes[2 + width] = (byte) row[2];
            table.write(2);
            for (int i = 0; i < columns; i++) {
                table.write(bytes[i] - above[i]);
            }
            above = bytes;
        }
        return table.toByteArray();
    }

    private static final class CountingOutput extends OutputStream {
        private final OutputStream target;
        private long position;

        CountingOutput(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            target.write(value);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
            position += length;
        }
    }
}
