package jp.kiyome.testcorpus.docuworks;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.packed.Literals;
import jp.kiyome.testcorpus.picture.Jpeg;
import jp.kiyome.testcorpus.zip.Bytes;

/** What pages and annotations show. */
final class Pictures {

    private Pictures() {}

    /** A drawing with a rectangle, and comments before its end. */
    static byte[] emf(byte[]... comments) {
        Bytes body = new Bytes();
        body.u32(0x2B).u32(24).u32(2).u32(3).u32(60).u32(40);
        for (byte[] comment : comments) {
            int padded = (comment.length + 3) / 4 * 4;
            body.u32(70).u32(12L + padded).u32(comment.length).raw(comment).raw(new byte[padded - comment.length]);
        }
        body.u32(14).u32(20).u32(0).u32(16).u32(20);
        Bytes out = new Bytes()
                .u32(1)
                .u32(108)
                .u32(0)
                .u32(0)
                .u32(99)
                .u32(99)
                .u32(0)
                .u32(0)
                .u32(2600)
                .u32(2600);
        out.ascii(" EMF")
                .u32(0x10000)
                .u32(108L + body.size())
                .u32(3L + comments.length)
                .u16(1)
                .u16(0)
                .u32(0)
                .u32(0)
                .u32(0);
        out.u32(1000)
                .u32(1000)
                .u32(260)
                .u32(260)
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(260000)
                .u32(260000);
        return out.raw(body.toArray()).toArray();
    }

    /** A body with fields. */
    static byte[] body(int kind, byte[] data) {
        return new Tlv()
                .number(0x80, kind)
                .number(0x81, data.length)
                .number(0x84, 5000)
                .number(0x85, 4000)
                .number(0x8D, 1)
                .number(0x89, data.length)
                .add(0x86, data)
                .get();
    }

    /** One whose data is packed. */
    static byte[] packed(int kind, byte[] data) {
        byte[] packed = Literals.packed(data);
        return new Tlv()
                .number(0x80, kind)
                .number(0x81, data.length)
                .number(0x84, 5000)
                .number(0x85, 4000)
                .number(0x8D, 3)
                .number(0x89, packed.length)
                .number(0x8A, 1)
                .add(0x86, packed)
                .get();
    }

    static byte[] jpegPage() {
        byte[] jpeg = new Jpeg().bytes();
        return new Tlv()
                .number(0x80, 5)
                .number(0x81, jpeg.length)
                .number(0x87, 16)
                .number(0x88, 16)
                .number(0x89, jpeg.length)
                .add(0x86, jpeg)
                .get();
    }

    /** A picture that a drawing shows. */
    static byte[] strip() {
        byte[] jpeg = new Jpeg().bytes();
        return new Bytes()
                .u32(jpeg.length + 16L)
                .u32(0)
                .u32(16)
                .u32(16)
                .raw(jpeg)
                .toArray();
    }

    /** A path of lines, filled, and the next picture. */
    static byte[][] path() {
        byte[] points = new Bytes()
                .ascii("DW")
                .octets(1, 0x40)
                .u32(3)
                .u16(10)
                .u16(20)
                .octets(5, 5, 0xFB, 5)
                .toArray();
        byte[] nibbles = new Bytes()
                .ascii("DW")
                .octets(3, 0x80)
                .u32(3)
                .u16(1)
                .u16(2)
                .octets(0x12, 0x8F, 0x20)
                .toArray();
        byte[] place =
                new Bytes().ascii("DWc\0").raw(new byte[48]).u32(40).u32(40).toArray();
        return new byte[][] {word("DW02"), points, nibbles, word("DW04"), word("DWb\0"), place};
    }

    static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Two by two pixels as Windows draws them, the bits packed. */
    static byte[] dib() {
        byte[] bits = new Bytes()
                .octets(255, 0, 0, 0, 255, 0, 0, 0)
                .octets(0, 0, 255, 9, 9, 9, 0, 0)
                .toArray();
        byte[] packed = Literals.packed(bits);
        Bytes data = new Bytes()
                .u32(40)
                .u32(2)
                .u32(2)
                .u16(1)
                .u16(24)
                .u32(0)
                .u32(16)
                .u32(2835)
                .u32(2835)
                .u32(0)
                .u32(0);
        data.u32(1).u32(packed.length).u32(16).u32(2).raw(packed);
        return new Tlv()
                .number(0x80, 7)
                .number(0x81, 40)
                .number(0x84, 700)
                .number(0x85, 700)
                .number(0x89, data.size())
                .add(0x86, data.toArray())
                .get();
    }
}
