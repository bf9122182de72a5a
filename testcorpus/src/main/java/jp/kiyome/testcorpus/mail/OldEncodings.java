package jp.kiyome.testcorpus.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import jp.kiyome.testcorpus.zip.Bytes;

/** Ways to write a file in characters that are older than MIME, or never were part of it. */
final class OldEncodings {

    private static final String HEX_SIGNS = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";
    private static final int LINE = 64;

    private OldEncodings() {}

    /** yEnc 1.3: each byte plus 42, four of them behind an equals sign. */
    static String yEncoded(byte[] bytes, String name) {
        StringBuilder text = new StringBuilder("=ybegin line=128 size=" + bytes.length + " name=" + name + "\n");
        for (int i = 0; i < bytes.length; i++) {
            int sign = bytes[i] + 42 & 0xFF;
            boolean critical = sign == 0 || sign == '\n' || sign == '\r' || sign == '=';
            text.append(critical ? "=" + (char) (sign + 64 & 0xFF) : String.valueOf((char) sign));
            text.append(i % 128 == 127 ? "\n" : "");
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return text + "\n=yend size=" + bytes.length + " crc32=%08x\n".formatted(crc.getValue());
    }

    /** BinHex 4.0 (RFC 1741, appendix A): a head, the data and an empty resource, in signs of six bits. */
    static String binHex(byte[] bytes, String name) {
        byte[] title = name.getBytes(StandardCharsets.US_ASCII);
        byte[] head = new Bytes()
                .octets(title.length)
                .raw(title)
                .octets(0)
                .ascii("BINAdmin")
                .octets(0, 0)
                .bigEndian32(bytes.length)
                .bigEndian32(0)
                .toArray();
        byte[] all = new Bytes()
                .raw(head)
                .raw(sum(head))
                .raw(bytes)
                .raw(sum(bytes))
                .raw(sum(new byte[0]))
                .toArray();
        StringBuilder signs = new StringBuilder(":");
        int bits = 0;
        int count = 0;
        for (byte b : all) {
            bits = bits << 8 | b & 0xFF;
            count += 8;
            // A run is told by this byte, so the byte itself has a zero behind it.
            if ((b & 0xFF) == 0x90) {
                bits <<= 8;
                count += 8;
            }
            for (; count >= 6; count -= 6) {
                signs.append(HEX_SIGNS.charAt(bits >> count - 6 & 63));
            }
        }
        signs.append(count > 0 ? HEX_SIGNS.charAt(bits << 6 - count & 63) : "").append(':');
        return "(This file must be converted with BinHex 4.0)\n\n"
                + signs.toString().replaceAll("(.{" + LINE + "})", "$1\n") + "\n";
    }

    /** CRC-CCITT, with two zeros behind. */
    private static byte[] sum(byte[] bytes) {
        int crc = 0;
        for (int i = 0; i < bytes.length + 2; i++) {
            int next = i < bytes.length ? bytes[i] & 0xFF : 0;
            for (int bit = 7; bit >= 0; bit--) {
                boolean over = (crc & 0x8000) != 0;
                crc = (crc << 1 | next >> bit & 1) & 0xFFFF ^ (over ? 0x1021 : 0);
            }
        }
        return new byte[] {(byte) (crc >> 8), (byte) crc};
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
