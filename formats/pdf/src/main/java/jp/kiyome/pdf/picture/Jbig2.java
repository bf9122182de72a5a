package jp.kiyome.pdf.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.MultiPixelPackedSampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import org.apache.pdfbox.jbig2.JBIG2ImageReader;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/** JBIG2Decode (ISO 32000-2, 7.4.7; ITU-T T.88): sizes are checked here before the library decodes anything. Stateless. */
public final class Jbig2 {

    private static final int MOST_SEGMENTS = 4096;

    private Jbig2() {}

    /** Rows of one bit a sample, 0 being black; empty where the picture cannot be read. */
    public static Optional<byte[]> decode(byte[] data, byte[] globals, int width, int height, Budget budget) {
        if (!bounded(data, width, height, budget) || !bounded(globals, width, height, budget)) {
            return Optional.empty();
        }
        try (ImageInputStream in = input(data)) {
            JBIG2ImageReader reader = new JBIG2ImageReader(new JBIG2ImageReaderSpi());
            if (globals.length > 0) {
                try (ImageInputStream first = input(globals)) {
                    reader.setGlobals(reader.processGlobals(first));
                }
            }
            reader.setInput(in);
            BufferedImage image = reader.read(0);
            return rows(image, width, height);
        } catch (LimitReached whole) {
            throw whole;
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static ImageInputStream input(byte[] bytes) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    }

    private static Optional<byte[]> rows(BufferedImage image, int width, int height) {
        boolean packed = image.getRaster().getSampleModel() instanceof MultiPixelPackedSampleModel model
                && model.getPixelBitStride() == 1;
        if (!packed
                || image.getWidth() != width
                || image.getHeight() != height
                || !(image.getRaster().getDataBuffer() instanceof DataBufferByte buffer)) {
            return Optional.empty();
        }
        return Optional.of(inverted(buffer.getData(), image.getColorModel().getRGB(0)));
    }

    /** Takes {@code zero}: the colour of a 0 bit, which may be black or white in the library's model */
    private static byte[] inverted(byte[] bits, int zero) {
        byte[] rows = bits.clone();
        if ((zero & 0xFFFFFF) != 0) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (byte) ~rows[i];
            }
        }
        return rows;
    }

    /** Walks the segment headers (T.88, 7.2) and spends what pages, regions and dictionaries are about to take. */
    private static boolean bounded(byte[] data, int width, int height, Budget budget) {
        int at = 0;
        for (int count = 0; at + 11 <= data.length; count++) {
            int type = data[at + 4] & 63;
            boolean wide = (data[at + 4] & 64) != 0;
            int referred = (data[at + 5] & 0xFF) >> 5;
            int header = at + 6;
            long number = u32(data, at);
            if (referred == 7) {
                referred = (int) (u32(data, at + 5) & 0x1FFFFFFF);
                header = at + 9 + (referred + 8) / 8;
            }
            if (referred > MOST_SEGMENTS || count > MOST_SEGMENTS) {
                return false;
            }
            header += referred * (number <= 256 ? 1 : number <= 65536 ? 2 : 4) + (wide ? 4 : 1);
            if (header + 4 > data.length) {
                return false;
            }
            long length = u32(data, header);
            int body = header + 4;
            if (!sizes(data, body, type, width, height, budget)) {
                return false;
            }
            if (length == 0xFFFFFFFFL) {
                return true;
            }
            if (length > data.length - body) {
                return true;
            }
            at = body + (int) length;
        }
        return true;
    }

    private static boolean sizes(byte[] data, int body, int type, int width, int height, Budget budget) {
        boolean region = type >= 4 && type <= 43 && type != 16;
        if ((region || type == 48) && body + 8 <= data.length) {
            long w = u32(data, body);
            long h = u32(data, body + 4);
            boolean fits = w <= 2L * width && (h <= 2L * height || type == 48 && h == 0xFFFFFFFFL);
            if (fits && region) {
                budget.pixels(w, h);
            }
            return fits;
        }
        if (type == 0 && body + 2 <= data.length) {
            int flags = (data[body] & 0xFF) << 8 | data[body + 1] & 0xFF;
            boolean huffman = (flags & 1) != 0;
            boolean refined = (flags & 2) != 0;
            int adaptive = huffman ? 0 : (flags >> 10 & 3) == 0 ? 8 : 2;
            int more = refined && (flags >> 12 & 1) == 0 ? 4 : 0;
            int counts = body + 2 + adaptive + more;
            return counts + 8 <= data.length && u32(data, counts) <= 65536 && u32(data, counts + 4) <= 65536;
        }
        return true;
    }

    private static long u32(byte[] data, int at) {
        long value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 8 | (i < data.length ? data[i] & 0xFF : 0);
        }
        return value;
    }
}
