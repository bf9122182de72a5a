package jp.kiyome.testcorpus.picture;

import jp.kiyome.testcorpus.zip.Bytes;

/** BMP with a BITMAPINFOHEADER, 24 bits. */
public final class Bmp {

    private static final int SIDE = 4;
    private static final int HEADERS = 54;

    private Bmp() {}

    /** These bytes between the headers and the pixels, and behind them. */
    public static byte[] with(byte[] data) {
        int pixels = SIDE * SIDE * 3;
        Bytes out = new Bytes()
                .ascii("BM")
                .u32(HEADERS + data.length + pixels)
                .u32(0)
                .u32(HEADERS + data.length);
        out.u32(40)
                .u32(SIDE)
                .u32(SIDE)
                .u16(1)
                .u16(24)
                .u32(0)
                .u32(pixels)
                .u32(2835)
                .u32(2835)
                .u32(0)
                .u32(0);
        out.raw(data);
        for (int i = 0; i < pixels; i++) {
            out.octets(i * 5);
        }
        return out.raw(data).toArray();
    }
}
