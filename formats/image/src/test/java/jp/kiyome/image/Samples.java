package jp.kiyome.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Benign pictures, drawn and written by the JDK: code that this project's shares nothing with. */
final class Samples {

    /** A drawing of 24x20 pixels as the reference encoder writes it, for the JDK has no writer. */
    private static final String WEBP_LOSSY =
            "UklGRm4AAABXRUJQVlA4IGIAAABwBACdASoYABQAPvVkqFA0paQit+gCkB6JaACdMt7Bb+UFc6Et+bnvVfBnAAD+7D2pDXPQrrmnjaXZ"
                    + "CfiZ4uQ+9365mg6NyhEG8/c59ZgAqIXQ5nv2SPdXeikR7oDxG0AAAA==";

    private static final String WEBP_LOSSLESS =
            "UklGRjoAAABXRUJQVlA4TC0AAAAvF8AEAAmAIAb8H3uI6H96ARCE/28PEf1Pg0jbpgLuX/Po2SgMYEwAVQ/UfwEA";

    private static final String WEBP_ALPHA =
            "UklGRqAAAABXRUJQVlA4WAoAAAAQAAAAFwAAEwAAQUxQSBgAAAABmQpE9D+gtG0Dpv+/PGlpWcQEZNMKNwJWUDggYgAAAHAEAJ0BKhgA"
                    + "FAA+9WSoUDSlpCK36AKQHoloAJ0y3sFv5QVzoS35ue9V8GcAAP7sPakNc9CuuaeNpdkJ+Jni5D73frmaDo3KEQbz9zn1mACohdDme/ZI91d6"
                    + "KRHugPEbQAAA";

    private Samples() {}

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** One of each kind, by a telling name. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("jpeg baseline", jpeg(drawn(BufferedImage.TYPE_INT_RGB, 133, 77), false));
        all.put("jpeg progressive", jpeg(drawn(BufferedImage.TYPE_INT_RGB, 133, 77), true));
        all.put("jpeg grey", jpeg(drawn(BufferedImage.TYPE_BYTE_GRAY, 65, 40), false));
        all.put("jpeg grey progressive", jpeg(drawn(BufferedImage.TYPE_BYTE_GRAY, 65, 40), true));
        all.put("png rgb", written(drawn(BufferedImage.TYPE_INT_RGB, 70, 50), "png"));
        all.put("png rgba", written(drawn(BufferedImage.TYPE_INT_ARGB, 70, 50), "png"));
        all.put("png grey", written(drawn(BufferedImage.TYPE_BYTE_GRAY, 70, 50), "png"));
        all.put("png grey 16", written(drawn(BufferedImage.TYPE_USHORT_GRAY, 70, 50), "png"));
        all.put("png palette", written(drawn(BufferedImage.TYPE_BYTE_INDEXED, 70, 50), "png"));
        all.put("png one bit", written(drawn(BufferedImage.TYPE_BYTE_BINARY, 71, 50), "png"));
        all.put("png two bits", written(fourColours(71, 50), "png"));
        all.put("png interlaced", interlacedPng(drawn(BufferedImage.TYPE_INT_RGB, 71, 53)));
        all.put("png interlaced palette", interlacedPng(fourColours(71, 53)));
        all.put("gif", written(drawn(BufferedImage.TYPE_BYTE_INDEXED, 70, 50), "gif"));
        all.put("gif two colours", written(drawn(BufferedImage.TYPE_BYTE_BINARY, 70, 50), "gif"));
        all.put("gif animated", animatedGif());
        all.put("bmp 24", written(drawn(BufferedImage.TYPE_INT_RGB, 71, 50), "bmp"));
        all.put("bmp 8", written(drawn(BufferedImage.TYPE_BYTE_INDEXED, 71, 50), "bmp"));
        all.put("bmp 1", written(drawn(BufferedImage.TYPE_BYTE_BINARY, 71, 50), "bmp"));
        all.put("bmp 16", written(drawn(BufferedImage.TYPE_USHORT_565_RGB, 71, 50), "bmp"));
        for (String packing : List.of("LZW", "PackBits", "ZLib", "Deflate")) {
            all.put("tiff " + packing, tiff(packing, drawn(BufferedImage.TYPE_INT_RGB, 71, 50)));
            all.put("tiff grey 16 " + packing, tiff(packing, drawn(BufferedImage.TYPE_USHORT_GRAY, 71, 50)));
            all.put("tiff palette " + packing, tiff(packing, drawn(BufferedImage.TYPE_BYTE_INDEXED, 71, 50)));
        }
        for (String packing : List.of("CCITT RLE", "CCITT T.4", "CCITT T.6")) {
            all.put("tiff " + packing, tiff(packing, drawn(BufferedImage.TYPE_BYTE_BINARY, 701, 50)));
        }
        all.put("tiff JPEG", tiff("JPEG", drawn(BufferedImage.TYPE_INT_RGB, 71, 50)));
        all.put("tiff grey JPEG", tiff("JPEG", drawn(BufferedImage.TYPE_BYTE_GRAY, 71, 50)));
        all.put("webp lossy", decoded(WEBP_LOSSY));
        all.put("webp lossless", decoded(WEBP_LOSSLESS));
        all.put("webp alpha", decoded(WEBP_ALPHA));
        all.put("tiff plain", written(drawn(BufferedImage.TYPE_INT_ARGB, 71, 50), "tiff"));
        all.put(
                "tiff pages",
                tiff(
                        "CCITT T.6",
                        drawn(BufferedImage.TYPE_BYTE_BINARY, 3000, 9),
                        fourColours(40, 30).getSubimage(0, 0, 8, 8)));
        return all;
    }

    /** The pages in one file, the first compressed so and the others by LZW. */
    private static byte[] tiff(String packing, BufferedImage... pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            String used = packing;
            for (BufferedImage page : pages) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(used);
                writer.writeToSequence(new IIOImage(page, null, null), param);
                used = "LZW";
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Something of everything: gradients, edges, noise that is the same each time, transparency. */
    static BufferedImage drawn(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        int noise = 12345;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                noise = noise * 1103515245 + 12345;
                int grey = x * 255 / width;
                int red = (x / 9 + y / 7) % 2 == 0 ? grey : 255 - grey;
                image.setRGB(x, y, (y * 255 / height) << 24 | red << 16 | (y * 3 & 0xFF) << 8 | (noise >>> 16 & 0x3F));
            }
        }
        return image;
    }

    static BufferedImage fourColours(int width, int height) {
        byte[] levels = {0, 90, (byte) 180, (byte) 255};
        IndexColorModel model = new IndexColorModel(2, 4, levels, levels, new byte[] {9, 80, 7, 60});
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, model);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (x * x + y) / 5 & 3);
            }
        }
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer of " + format + " for " + image);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg(BufferedImage image, boolean progressive) {
        return written(image, "jpeg", progressive);
    }

    private static byte[] interlacedPng(BufferedImage image) {
        return written(image, "png", true);
    }

    private static byte[] written(BufferedImage image, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] animatedGif() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < 3; frame++) {
                BufferedImage image = drawn(BufferedImage.TYPE_BYTE_INDEXED, 40 - frame, 30);
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
                String name = metadata.getNativeMetadataFormatName();
                IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(name);
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                control.setAttribute("delayTime", Integer.toString(10 * (frame + 1)));
                control.setAttribute("disposalMethod", "restoreToBackgroundColor");
                metadata.setFromTree(name, root);
                writer.writeToSequence(new IIOImage(image, null, metadata), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The library that writes JPEG 2000 brings readers of its own for other formats, which fail on some of their kinds. */
    private static ImageReader independent(Iterator<ImageReader> readers) {
        ImageReader reader = readers.next();
        while (reader.getClass().getName().startsWith("com.github.jaiimageio.")) {
            reader = readers.next();
        }
        return reader;
    }

    /** Every frame as an independent decoder sees it. */
    static Map<Integer, int[]> pixels(byte[] picture) {
        Map<Integer, int[]> frames = new TreeMap<>();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var reader = independent(ImageIO.getImageReaders(in));
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                BufferedImage image = reader.read(i);
                frames.put(i, image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
            }
            reader.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frames;
    }
}
