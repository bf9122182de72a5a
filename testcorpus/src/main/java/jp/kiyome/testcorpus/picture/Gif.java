package jp.kiyome.testcorpus.picture;

import java.util.Arrays;
import jp.kiyome.testcorpus.zip.Bytes;

/** GIF89a, with extensions before the image. */
public final class Gif {

    private static final int HEADER = 13;

    private Gif() {}

    /** A comment (section 24) and an application block (section 26) with these bytes, and the same behind the trailer. */
    public static byte[] with(byte[] data) {
        byte[] plain = Drawn.as("gif");
        int table = (plain[10] & 0x80) == 0 ? 0 : 3 << ((plain[10] & 7) + 1);
        byte[] head = Arrays.copyOf(plain, HEADER + table);
        byte[] rest = Arrays.copyOfRange(plain, HEADER + table, plain.length);
        head[4] = '9';
        return new Bytes()
                .raw(head)
                .octets(0x21, 0xFE, data.length)
                .raw(data)
                .octets(0, 0x21, 0xFF, 11)
                .ascii("XMP DataXMP")
                .octets(data.length)
                .raw(data)
                .octets(0)
                .raw(rest)
                .raw(data)
                .toArray();
    }
}
