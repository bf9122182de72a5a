package jp.kiyome.testcorpus.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** What the rebuilding of a picture is held against. Shares no code with the engine. Stateless. */
final class PictureBound {

    /** The level at which PNG is written. */
    private static final int LEVEL = 4;

    private static final int ROUNDS = 3;

    private PictureBound() {}

    /** Processor time in nanoseconds; 0 where there is nothing to compare with. */
    static long of(Path file, byte[] bytes) {
        if (bytes[0] == (byte) 0xFF) {
            return jpegtran(file, progressive(bytes) ? "-progressive" : "");
        }
        return bytes[0] == (byte) 0x89 ? recompressed(bytes) : 0;
    }

    /** Progressive files stay so, with several scans to write. */
    private static boolean progressive(byte[] jpeg) {
        int at = 2;
        while (at + 4 < jpeg.length && (jpeg[at + 1] & 0xFF) != 0xDA) {
            if ((jpeg[at + 1] & 0xFF) == 0xC2) {
                return true;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return false;
    }

    /** The best of some runs of {@code jpegtran -optimize -copy none}; 0 where the program is missing. */
    private static long jpegtran(Path file, String option) {
        return ProgramTime.of(ROUNDS, "jpegtran -optimize " + option + " -copy none \"$0\"", file);
    }

    /** Inflating and deflating a PNG's rows with the JDK's zlib: less than libpng does, which filters too. */
    private static long recompressed(byte[] png) {
        byte[] stream = imageData(png);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, CpuTime.of(() -> deflate(inflate(stream))));
        }
        return best;
    }

    private static byte[] imageData(byte[] png) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(png).position(8);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            boolean image = in.getInt() == 0x49444154;
            if (image) {
                data.write(png, in.position(), length);
            }
            in.position(in.position() + length + 4);
        }
        return data.toByteArray();
    }

    private static byte[] inflate(byte[] stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8 * stream.length);
        byte[] buffer = new byte[1 << 16];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(stream);
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("the engine has rebuilt it", e);
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
