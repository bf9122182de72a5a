package jp.kiyome.pdf.picture;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;

/**
 * JPXDecode (ISO 32000-2, 7.4.9; ISO/IEC 15444-1): sizes are checked here before the library decodes anything.
 *
 * @param deep bits of a sample that say something, 1 to 8
 * @param colours components that make a colour; 0 where the file does not say
 * @param opacity the component that says how opaque a pixel is; -1 where the file names none
 * @param samples eight bits each, pixel by pixel
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
public record Jpx(int width, int height, int components, int deep, int colours, int opacity, byte[] samples) {

    private static final int MOST_TILES = 16_384;

    /** The library holds each as four bytes, several times. */
    private static final long MOST_SAMPLES = 50_000_000;

    /** Empty where the picture cannot be read. */
    public static Optional<Jpx> decode(byte[] data, Budget budget) {
        JpxBoxes boxes = JpxBoxes.of(data);
        if (boxes.codestream() < 0 || !bounded(data, boxes.codestream(), boxes.end(), budget)) {
            return Optional.empty();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(tidy(data, boxes)))) {
            J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
            reader.setInput(in);
            return Optional.of(samples(reader.readRaster(0, reader.getDefaultReadParam()), boxes));
        } catch (LimitReached whole) {
            throw whole;
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Jpx samples(Raster raster, JpxBoxes boxes) {
        int bands = raster.getNumBands();
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), bands)];
        int[] row = new int[width * bands];
        int[] bits = raster.getSampleModel().getSampleSize();
        int at = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                int deep = bits[i % bands];
                samples[at++] = (byte) (deep > 8 ? row[i] >> deep - 8 : row[i]);
            }
        }
        int deepest = 1;
        for (int deep : bits) {
            deepest = Math.max(deepest, Math.min(8, deep));
        }
        return new Jpx(width, height, bands, deepest, boxes.colours(), boxes.opacity(), samples);
    }

    /**
     * Some components of each pixel, pixel by pixel.
     *
     * @param scaled whether samples of less than eight bits are spread over all eight
     */
    public byte[] plane(int first, int count, boolean scaled) {
        if (count == components && (deep == 8 || !scaled)) {
            return samples;
        }
        int most = (1 << deep) - 1;
        byte[] plane = new byte[width * height * count];
        for (int i = 0; i < plane.length; i++) {
            int sample = samples[i / count * components + first + i % count] & 0xFF;
            plane[i] = (byte) (scaled ? Math.min(sample, most) * 255 / most : sample);
        }
        return plane;
    }

    /** The library sees the codestream that was looked at and the header that belongs to it, and no other box. */
    private static byte[] tidy(byte[] data, JpxBoxes boxes) {
        byte[] codestream = Arrays.copyOfRange(data, boxes.codestream(), boxes.end());
        if (boxes.header().length == 0) {
            return codestream;
        }
        return ByteBuffer.allocate(12 + 20 + 8 + boxes.header().length + 8 + codestream.length)
                .putInt(12)
                .putInt(0x6A502020)
                .putInt(0x0D0A870A)
                .putInt(20)
                .putInt(0x66747970)
                .putInt(0x6A703220)
                .putInt(0)
                .putInt(0x6A703220)
                .putInt(8 + boxes.header().length)
                .putInt(0x6A703268)
                .put(boxes.header())
                .putInt(8 + codestream.length)
                .putInt(0x6A703263)
                .put(codestream)
                .array();
    }

    /** What the codestream says of its size (15444-1, A.5.1), before anything is allocated for it. */
    private static boolean bounded(byte[] data, int from, int end, Budget budget) {
        if (end - from < 50 || u16(data, from) != 0xFF4F || u16(data, from + 2) != 0xFF51) {
            return false;
        }
        long width = u32(data, from + 8) - u32(data, from + 16);
        long height = u32(data, from + 12) - u32(data, from + 20);
        long tileWidth = u32(data, from + 24);
        long tileHeight = u32(data, from + 28);
        int components = u16(data, from + 40);
        if (width < 1 || height < 1 || tileWidth < 1 || tileHeight < 1 || components < 1 || components > 5) {
            return false;
        }
        budget.pixels(width, height * components);
        budget.decode(width * height * components);
        return width * height * components <= MOST_SAMPLES
                && (width / tileWidth + 1) * (height / tileHeight + 1) <= MOST_TILES;
    }

    private static int u16(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }

    private static long u32(byte[] data, int at) {
        return (long) u16(data, at) << 16 | u16(data, at + 2);
    }
}
