package jp.kiyome.image.jp2;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.IIOImage;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.Refused;

/**
 * The samples of a codestream, by the JJ2000 library: decoded behind {@link Codestream}'s checks, encoded without loss (the reversible
 * transforms of 15444-1 Annex F and G). Samples of 1 to 8 bits come out in 8, others in 16, spread over the whole range unless they are
 * numbers of colours. Stateless.
 */
final class Samples {

    private Samples() {}

    static Raster decode(Content content, Codestream stream) {
        silence();
        Content bytes = content.slice(stream.from(), stream.to() - stream.from());
        try (InputStream raw = bytes.stream();
                ImageInputStream in = new MemoryCacheImageInputStream(raw)) {
            J2KImageReader reader = new J2KImageReader(new J2KImageReaderSpi());
            reader.setInput(in);
            Raster raster = reader.readRaster(0, reader.getDefaultReadParam());
            boolean whole = raster.getWidth() == stream.width()
                    && raster.getHeight() == stream.height()
                    && raster.getNumBands() == stream.components();
            if (!whole) {
                throw Refused.damaged("JPEG 2000 that decodes to another size");
            }
            return raster;
        } catch (IOException | RuntimeException broken) {
            // The library throws what comes to hand at data that it cannot read.
            throw Refused.damaged("JPEG 2000 that cannot be decoded");
        }
    }

    /**
     * A codestream of one tile.
     *
     * @param depth of the samples as decoded
     * @param indexes whether samples are numbers of colours
     * @param noise for the samples as they are written; none for numbers of colours
     */
    static byte[] encode(Raster samples, int depth, boolean indexes, Noise noise) {
        silence();
        int bands = samples.getNumBands();
        boolean wide = depth > 8;
        WritableRaster raster = Raster.createInterleavedRaster(
                wide ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE,
                samples.getWidth(),
                samples.getHeight(),
                bands,
                null);
        spread(samples, raster, indexes || depth == 8 || depth == 16 ? 0 : depth, wide ? 16 : 8, noise);
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(bands < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                bands % 2 == 0,
                false,
                bands % 2 == 0 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                raster.getTransferType());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            J2KImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
            J2KImageWriteParam param = (J2KImageWriteParam) writer.getDefaultWriteParam();
            param.setLossless(true);
            param.setEncodingRate(Double.MAX_VALUE);
            param.setWriteCodeStreamOnly(true);
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(colours, raster, false, null), null, null), param);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param depth of the samples where they are to be spread, else 0 */
    private static void spread(Raster from, WritableRaster to, int depth, int wanted, Noise noise) {
        int[] row = new int[from.getWidth() * from.getNumBands()];
        long most = (1L << depth) - 1;
        for (int y = 0; y < from.getHeight(); y++) {
            from.getPixels(from.getMinX(), from.getMinY() + y, from.getWidth(), 1, row);
            for (int i = 0; depth > 0 && i < row.length; i++) {
                row[i] = (int) ((row[i] * ((1L << wanted) - 1) + most / 2) / most);
            }
            for (int i = 0; noise.on() && i < row.length; i++) {
                row[i] = noise.value(row[i], (long) y << 32 | i);
            }
            to.setPixels(0, y, from.getWidth(), 1, row);
        }
    }

    /** The library tells the standard streams about every file that is not as it should be. */
    private static void silence() {
        FacilityManager.registerMsgLogger(null, Silence.INSTANCE);
    }

    private enum Silence implements MsgLogger {
        INSTANCE;

        @Override
        public void printmsg(int severity, String message) {}

        @Override
        public void println(String text, int firstIndent, int indent) {}

        @Override
        public void flush() {}
    }
}
