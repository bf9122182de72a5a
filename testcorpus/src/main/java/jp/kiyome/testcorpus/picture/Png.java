package jp.kiyome.testcorpus.picture;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.Deflate;

/** PNG (W3C PNG, third edition). */
public final class Png {

    private static final int SIDE = 8;
    private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final Bytes ancillary = new Bytes();
    private byte[] slackInStream = {};
    private byte[] trailer = {};

    /** Eight by eight pixels, RGB, each of its own colour. */
    public static byte[] square() {
        return new Png().bytes();
    }

    /** A chunk between IHDR and IDAT. */
    public Png chunk(String type, byte[] data) {
        chunk(ancillary, type, data);
        return this;
    }

    public Png text(String key, String value) {
        return chunk("tEXt", (key + "\0" + value).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Bytes behind the end of the deflate stream, inside the last IDAT. */
    public Png slackInStream(byte[] bytes) {
        slackInStream = bytes;
        return this;
    }

    /** Bytes behind IEND. */
    public Png trailer(byte[] bytes) {
        trailer = bytes;
        return this;
    }

    public byte[] bytes() {
        Bytes out = new Bytes().octets(SIGNATURE);
        chunk(
                out,
                "IHDR",
                new Bytes()
                        .bigEndian32(SIDE)
                        .bigEndian32(SIDE)
                        .octets(8, 2, 0, 0, 0)
                        .toArray());
        out.raw(ancillary.toArray());
        chunk(
                out,
                "IDAT",
                new Bytes().raw(Deflate.zlib(rows())).raw(slackInStream).toArray());
        chunk(out, "IEND", new byte[0]);
        return out.raw(trailer).toArray();
    }

    private static byte[] rows() {
        Bytes rows = new Bytes();
        for (int y = 0; y < SIDE; y++) {
            rows.octets(0);
            for (int x = 0; x < SIDE; x++) {
                rows.octets(x * 32, y * 32, 128);
            }
        }
        return rows.toArray();
    }

    private static void chunk(Bytes out, String type, byte[] data) {
        byte[] body = new Bytes().ascii(type).raw(data).toArray();
        CRC32 crc = new CRC32();
        crc.update(body);
        out.bigEndian32(data.length).raw(body).bigEndian32(crc.getValue());
    }
}
