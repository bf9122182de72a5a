package jp.kiyome.testcorpus.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import jp.kiyome.testcorpus.zip.Bytes;

/** Puts structures into clean pictures at the places where their formats allow or overlook them. */
final class Edits {

    private Edits() {}

    static byte[] append(byte[] picture, byte[] data) {
        return new Bytes().raw(picture).raw(data).toArray();
    }

    static byte[] insert(byte[] picture, int at, byte[] data) {
        return new Bytes()
                .raw(Arrays.copyOf(picture, at))
                .raw(data)
                .raw(Arrays.copyOfRange(picture, at, picture.length))
                .toArray();
    }

    static byte[] put32(byte[] picture, int at, ByteOrder order, int value) {
        byte[] copy = picture.clone();
        ByteBuffer.wrap(copy).order(order).putInt(at, value);
        return copy;
    }

    /** A JPEG segment behind SOI; {@code marker} is the byte behind 0xFF. */
    static byte[] segment(int marker, byte[] data) {
        return insert(
                Clean.jpeg(),
                2,
                new Bytes()
                        .octets(0xFF, marker)
                        .bigEndian16(data.length + 2)
                        .raw(data)
                        .toArray());
    }

    static byte[] segment(int marker, String identifier, byte[] data) {
        return segment(marker, new Bytes().ascii(identifier).raw(data).toArray());
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = new Bytes().ascii(type).raw(data).toArray();
        CRC32 crc = new CRC32();
        crc.update(body);
        return new Bytes()
                .bigEndian32(data.length)
                .raw(body)
                .bigEndian32(crc.getValue())
                .toArray();
    }

    /** A PNG chunk behind IHDR. */
    static byte[] png(String type, byte[] data) {
        return insert(Clean.png(), 33, chunk(type, data));
    }

    /** A GIF extension before the first image: label, then sub-blocks of these. */
    static byte[] gif(int label, byte[]... blocks) {
        byte[] plain = Clean.gif();
        plain[4] = '9';
        int table = (plain[10] & 0x80) == 0 ? 0 : 3 << (plain[10] & 7) + 1;
        Bytes extension = new Bytes().octets(0x21, label);
        for (byte[] block : blocks) {
            extension.octets(block.length).raw(block);
        }
        return insert(plain, 13 + table, extension.octets(0).toArray());
    }

    /** A WebP chunk behind the others, the sizes made to fit. */
    static byte[] webp(byte[] picture, String type, byte[] data) {
        Bytes chunk = new Bytes().ascii(type).u32(data.length).raw(data);
        byte[] whole = append(picture, (data.length % 2 == 0 ? chunk : chunk.octets(0)).toArray());
        return put32(whole, 4, ByteOrder.LITTLE_ENDIAN, whole.length - 8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
