package jp.kiyome.testcorpus.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/** The zlib stream that a PNG picture's IDAT chunks hold together (PNG 3rd edition §10.1). */
final class PngStream {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int AROUND_DATA = 12;

    private PngStream() {}

    static boolean in(byte[] file) {
        return file.length > Long.BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
    }

    /** The filtered samples; fewer where the picture is damaged. */
    static byte[] samples(byte[] png) {
        ByteBuffer in = ByteBuffer.wrap(png, Long.BYTES, png.length - Long.BYTES);
        ByteArrayOutputStream stream = new ByteArrayOutputStream(png.length);
        while (in.remaining() >= AROUND_DATA) {
            int length = in.getInt();
            byte[] type = new byte[Integer.BYTES];
            in.get(type);
            if (length < 0 || length > in.remaining() - Integer.BYTES) {
                break;
            }
            if (new String(type, StandardCharsets.US_ASCII).equals("IDAT")) {
                stream.write(png, in.position(), length);
            }
            in.position(in.position() + length + Integer.BYTES);
        }
        ByteArrayOutputStream samples = new ByteArrayOutputStream(png.length * 4);
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(stream.toByteArray()))) {
            inflater.transferTo(samples);
        } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
            return samples.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples.toByteArray();
    }
}
