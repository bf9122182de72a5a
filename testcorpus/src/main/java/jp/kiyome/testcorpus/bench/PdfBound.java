package jp.kiyome.testcorpus.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What the rebuilding of a PDF file is held against. Shares no code with the engine: pictures are found in an output by how it writes the
 * dictionaries of streams.
 *
 * @param qpdf processor time of qpdf in nanoseconds, its start included; 0 where it is missing or refuses the file
 * @param pictures whether the output holds any
 * @param coding processor time that inflating and deflating its Flate pictures takes, and jpegtran its JPEG pictures
 */
record PdfBound(long qpdf, boolean pictures, long coding) {

    static final PdfBound NONE = new PdfBound(0, false, 0);

    private static final int LEVEL = 4;
    private static final int ROUNDS = 3;
    private static final byte[] STREAM = "\nstream\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INLINE = "\nBI/".getBytes(StandardCharsets.US_ASCII);

    static PdfBound of(Path input, byte[] output) {
        boolean pictures = false;
        long coding = 0;
        for (int at = find(output, STREAM, 0); at >= 0; at = find(output, STREAM, at + 1)) {
            String dict = before(output, at);
            int start = at + STREAM.length;
            byte[] data = Arrays.copyOfRange(output, start, Math.min(output.length, start + length(dict)));
            if (dict.contains("/Subtype/Image")) {
                pictures = true;
                coding += dict.contains("/DCTDecode") ? jpeg(data) : recoded(data);
            } else {
                byte[] plain = inflated(data);
                pictures |= find(plain, INLINE, 0) >= 0;
            }
        }
        return new PdfBound(qpdf(input), pictures, coding);
    }

    private static String before(byte[] output, int end) {
        int start = end;
        while (start > 0 && output[start - 1] != '\n') {
            start--;
        }
        return new String(output, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static int length(String dict) {
        int at = dict.indexOf("/Length ");
        String digits = at < 0 ? "0" : dict.substring(at + 8).split("[^0-9]", 2)[0];
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static int find(byte[] bytes, byte[] word, int from) {
        for (int at = from; at + word.length <= bytes.length; at++) {
            if (bytes[at] == word[0] && Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return -1;
    }

    private static long qpdf(Path input) {
        return ProgramTime.of(ROUNDS, "qpdf --object-streams=generate \"$0\" /dev/null", input);
    }

    private static long jpeg(byte[] data) {
        try {
            Path file = Files.createTempFile("picture", ".jpg");
            try {
                Files.write(file, data);
                return PictureBound.of(file, data);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long recoded(byte[] data) {
        return CpuTime.of(() -> deflate(inflated(data)));
    }

    /** As far as it is deflated data. */
    private static byte[] inflated(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(data);
            int length = inflater.inflate(buffer);
            while (length > 0) {
                out.write(buffer, 0, length);
                length = inflater.inflate(buffer);
            }
        } catch (DataFormatException other) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static void deflate(byte[] rows) {
        byte[] buffer = new byte[1 << 16];
        try (Deflater deflater = new Deflater(LEVEL)) {
            deflater.setInput(rows);
            deflater.finish();
            while (!deflater.finished()) {
                deflater.deflate(buffer);
            }
        }
    }
}
