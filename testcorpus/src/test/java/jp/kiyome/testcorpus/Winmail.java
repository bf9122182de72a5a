package jp.kiyome.testcorpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The smallest winmail.dat that has a file ([MS-OXTNEF] 2.1). Stateless. */
public final class Winmail {

    private Winmail() {}

    /**
     * One.
     *
     * @param fileName in the characters of Windows in Japan
     */
    public static byte[] with(String fileName, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        number(out, 0x223E9F78L, 4);
        number(out, 1, 2);
        attribute(out, 1, 0x0008_9006L, new byte[] {0, 0, 1, 0});
        attribute(out, 1, 0x0001_8004L, "Minutes\0".getBytes(StandardCharsets.US_ASCII));
        attribute(out, 2, 0x0006_9002L, new byte[14]);
        attribute(out, 2, 0x0001_8010L, (fileName + "\0").getBytes(Charset.forName("windows-31j")));
        attribute(out, 2, 0x0006_800FL, file);
        return out.toByteArray();
    }

    private static void attribute(ByteArrayOutputStream out, int level, long tag, byte[] data) {
        number(out, level, 1);
        number(out, tag, 4);
        number(out, data.length, 4);
        out.writeBytes(data);
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        number(out, sum, 2);
    }

    private static void number(ByteArrayOutputStream out, long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >> 8 * i));
        }
    }
}
