package jp.kiyome.testcorpus.picture;

import jp.kiyome.testcorpus.zip.Bytes;

/** TIFF 6.0, one uncompressed grey strip, little-endian. */
public final class Tiff {

    private static final int SIDE = 8;
    private static final int HEADER = 8;

    private Tiff() {}

    /** These bytes as the description (tag 270), as a private tag, and between the parts of the file. */
    public static byte[] with(byte[] data) {
        Bytes body = new Bytes().raw(data);
        int text = HEADER + body.size();
        body.raw(data).octets(0);
        int strip = HEADER + body.size();
        for (int i = 0; i < SIDE * SIDE; i++) {
            body.octets(i * 4);
        }
        if (body.size() % 2 == 1) {
            body.octets(0);
        }
        Bytes out = new Bytes()
                .ascii("II")
                .u16(42)
                .u32(HEADER + body.size())
                .raw(body.toArray())
                .u16(10);
        tag(out, 256, 3, 1, SIDE);
        tag(out, 257, 3, 1, SIDE);
        tag(out, 258, 3, 1, 8);
        tag(out, 259, 3, 1, 1);
        tag(out, 262, 3, 1, 1);
        tag(out, 270, 2, data.length + 1, text);
        tag(out, 273, 4, 1, strip);
        tag(out, 278, 3, 1, SIDE);
        tag(out, 279, 4, 1, SIDE * SIDE);
        tag(out, 65000, 7, data.length, text);
        return out.u32(0).raw(data).toArray();
    }

    private static void tag(Bytes out, int tag, int type, int count, int value) {
        out.u16(tag).u16(type).u32(count).u32(value);
    }
}
