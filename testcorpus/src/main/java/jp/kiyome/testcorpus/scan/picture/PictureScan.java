package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a picture holds besides what it shows; nothing for bytes that are no picture. Stateless. */
public final class PictureScan {

    /** One walk over a format. */
    interface Walk {

        /** Adds a line for each structure that has no business in a clean picture. Running out of bytes is a line too. */
        void walk(ByteBuffer in, List<String> found);
    }

    private PictureScan() {}

    public static List<String> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(16, bytes.length), StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            walk(new JpegWalk(), bytes, ByteOrder.BIG_ENDIAN, found);
        } else if (head.startsWith("\u0089PNG\r\n")) {
            walk(new PngWalk(), bytes, ByteOrder.BIG_ENDIAN, found);
        } else if (head.startsWith("GIF8")) {
            walk(new GifWalk(), bytes, ByteOrder.LITTLE_ENDIAN, found);
        } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            walk(new WebpWalk(), bytes, ByteOrder.LITTLE_ENDIAN, found);
        } else if (head.startsWith("II*\0")) {
            walk(new TiffWalk(), bytes, ByteOrder.LITTLE_ENDIAN, found);
        } else if (head.startsWith("MM\0*")) {
            walk(new TiffWalk(), bytes, ByteOrder.BIG_ENDIAN, found);
        } else if (head.startsWith("BM") && bytes.length > 26 && head.startsWith("\0\0\0\0", 6)) {
            walk(new BmpWalk(), bytes, ByteOrder.LITTLE_ENDIAN, found);
        } else if (head.startsWith("\u001F\u008B\b")) {
            walk(new GzipWalk(), bytes, ByteOrder.BIG_ENDIAN, found);
        } else if (head.startsWith("\0\0\0\fjP  ") || head.startsWith("\u00FFO\u00FFQ")) {
            walk(new Jp2Walk(), bytes, ByteOrder.BIG_ENDIAN, found);
        } else if (head.startsWith("\0\0\u0001\0") || head.startsWith("\0\0\u0002\0")) {
            walk(new IconWalk(), bytes, ByteOrder.LITTLE_ENDIAN, found);
        }
        return found;
    }

    private static void walk(Walk walk, byte[] bytes, ByteOrder order, List<String> found) {
        try {
            walk.walk(ByteBuffer.wrap(bytes).order(order), found);
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cut) {
            found.add("ends inside a structure");
        }
    }
}
