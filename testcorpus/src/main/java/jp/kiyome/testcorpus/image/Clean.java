package jp.kiyome.testcorpus.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.zip.Bytes;

/** One picture of each kind with nothing to find, drawn here. */
final class Clean {

    private static final int SIDE = 24;

    private Clean() {}

    static byte[] jpeg() {
        return drawn("jpeg");
    }

    static byte[] gif() {
        return drawn("gif");
    }

    static byte[] bmp() {
        return drawn("bmp");
    }

    static byte[] tiff() {
        return drawn("tiff");
    }

    static byte[] png() {
        return Png.square();
    }

    /** A lossy picture: a VP8 key frame of a drawing of ours, as the reference encoder writes it. */
    static byte[] webp() {
        return Base64.getDecoder()
                .decode(
                        "UklGRm4AAABXRUJQVlA4IGIAAABwBACdASoYABQAPvVkqFA0paQit+gCkB6JaACdMt7Bb+UFc6Et+bnvVfBnAAD+7D2pDXPQrrmnjaXZ"
                                + "CfiZ4uQ+9365mg6NyhEG8/c59ZgAqIXQ5nv2SPdXeikR7oDxG0AAAA==");
    }

    /** The same drawing without loss. */
    static byte[] losslessWebp() {
        return Base64.getDecoder()
                .decode("UklGRjoAAABXRUJQVlA4TC0AAAAvF8AEAAmAIAb8H3uI6H96ARCE/28PEf1Pg0jbpgLuX/Po2SgMYEwAVQ/UfwEA");
    }

    /** With an alpha plane, which makes it one of several chunks. */
    static byte[] alphaWebp() {
        return Base64.getDecoder()
                .decode(
                        "UklGRqAAAABXRUJQVlA4WAoAAAAQAAAAFwAAEwAAQUxQSBgAAAABmQpE9D+gtG0Dpv+/PGlpWcQEZNMKNwJWUDggYgAAAHAEAJ0BKhgA"
                                + "FAA+9WSoUDSlpCK36AKQHoloAJ0y3sFv5QVzoS35ue9V8GcAAP7sPakNc9CuuaeNpdkJ+Jni5D73frmaDo3KEQbz9zn1mACohdDme/ZI91d6"
                                + "KRHugPEbQAAA");
    }

    /** An icon of one 4-bit bitmap and one PNG. */
    static byte[] icon() {
        byte[] bitmap = bitmap();
        byte[] png = Png.square();
        int first = 6 + 2 * 16;
        return new Bytes()
                .u16(0)
                .u16(1)
                .u16(2)
                .octets(4, 4, 16, 0)
                .u16(1)
                .u16(4)
                .u32(bitmap.length)
                .u32(first)
                .octets(8, 8, 0, 0)
                .u16(1)
                .u16(24)
                .u32(png.length)
                .u32(first + bitmap.length)
                .raw(bitmap)
                .raw(png)
                .toArray();
    }

    /** Four by four pixels of sixteen colours, and their mask. */
    private static byte[] bitmap() {
        Bytes out = new Bytes()
                .u32(40)
                .u32(4)
                .u32(8)
                .u16(1)
                .u16(4)
                .u32(0)
                .u32(32)
                .u32(0)
                .u32(0)
                .u32(16)
                .u32(0);
        for (int i = 0; i < 16; i++) {
            out.octets(i * 16, 255 - i * 16, i, 0);
        }
        for (int y = 0; y < 4; y++) {
            out.octets(y * 16 + 1, y * 16 + 2, 0, 0);
        }
        return out.raw(new byte[16]).toArray();
    }

    private static byte[] drawn(String format) {
        boolean palette = format.equals("gif");
        BufferedImage image =
                new BufferedImage(SIDE, SIDE, palette ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, x * 10 << 16 | y * 10 << 8 | 128);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
