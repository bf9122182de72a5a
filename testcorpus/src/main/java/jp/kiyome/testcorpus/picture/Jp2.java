package jp.kiyome.testcorpus.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import jp.kiyome.testcorpus.zip.Bytes;

/** JPEG 2000 of eight by eight pixels (ISO/IEC 15444-1), and the same with something added. */
public final class Jp2 {

    /** SOC and SIZ, which what follows may stand behind. */
    private static final int BEHIND_SIZE = 51;

    private static final byte[] CODESTREAM = HexFormat.of()
            .parseHex(
                    "ff4fff51002f0000000000080000000800000000000000000000000800000008000000000000000000030701010701010701"
                            + "01ff52000c00000002010504040001ff5c00134040484850484850484850484850484850ff5d0014014048505058505058"
                            + "505058505058505058ff5d0014024048505058505058505058505058505058ff90000a0000000000b80001ff5d00140140"
                            + "48505058505058505058505058505058ff5d0014024048505058505058505058505058505058ff93c7d4040575c3ea0201"
                            + "6d80000000000000c3ea028fb4080433045da3f00200070dc7e0051f8010045d070dc1f38287d4060d010b3d84a1f68200"
                            + "0c17c70bc3ed0387da080d02080c17c70bc0f901c1f38300221a0f037fe8a0fa80c000cfe2c1f501c1f50180221a1400cf"
                            + "e2808080000000000000808080808080808080ffd9");

    private Jp2() {}

    public static byte[] codestream() {
        return CODESTREAM.clone();
    }

    /** A marker segment behind the size (15444-1 A.1). */
    public static byte[] codestreamWith(int marker, byte[] data) {
        return new Bytes()
                .raw(Arrays.copyOf(CODESTREAM, BEHIND_SIZE))
                .octets(0xFF, marker, data.length + 2 >> 8, data.length + 2)
                .raw(data)
                .raw(Arrays.copyOfRange(CODESTREAM, BEHIND_SIZE, CODESTREAM.length))
                .toArray();
    }

    public static byte[] file() {
        return file(new byte[0], codestream(), new byte[0]);
    }

    /** A file with boxes before and behind its picture. */
    public static byte[] file(byte[] before, byte[] codestream, byte[] behind) {
        byte[] size = new Bytes()
                .bigEndian32(8)
                .bigEndian32(8)
                .octets(0, 3, 7, 7, 0, 0)
                .toArray();
        byte[] colour = new Bytes().octets(1, 0, 0).bigEndian32(16).toArray();
        return new Bytes()
                .raw(box("jP  ", new Bytes().bigEndian32(0x0D0A870A).toArray()))
                .raw(box("ftyp", "jp2 \0\0\0\0jp2 ".getBytes(StandardCharsets.US_ASCII)))
                .raw(box(
                        "jp2h",
                        new Bytes()
                                .raw(box("ihdr", size))
                                .raw(box("colr", colour))
                                .toArray()))
                .raw(before)
                .raw(box("jp2c", codestream))
                .raw(behind)
                .toArray();
    }

    public static byte[] box(String type, byte[] contents) {
        return new Bytes()
                .bigEndian32(8 + contents.length)
                .raw(type.getBytes(StandardCharsets.US_ASCII))
                .raw(contents)
                .toArray();
    }
}
