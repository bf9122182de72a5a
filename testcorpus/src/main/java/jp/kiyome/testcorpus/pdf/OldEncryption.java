package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The standard security handler's second revision (ISO 32000-1, 7.6.3) with the empty password. */
final class OldEncryption {

    static final String ID = "00112233445566778899AABBCCDDEEFF";

    private static final byte[] PADDING =
            HexFormat.of().parseHex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
    private static final byte[] OWNER = new byte[32];

    private final byte[] key;

    OldEncryption() {
        MessageDigest md5 = md5();
        md5.update(PADDING);
        md5.update(OWNER);
        md5.update(new byte[] {-4, -1, -1, -1});
        md5.update(HexFormat.of().parseHex(ID));
        key = Arrays.copyOf(md5.digest(), 5);
    }

    String dictionary() {
        return "<</Filter/Standard/V 1/R 2/P -4/O<" + HexFormat.of().formatHex(OWNER) + ">/U<"
                + HexFormat.of().formatHex(rc4(key, PADDING)) + ">>>";
    }

    /** Encrypts literal strings, written in hex then, and the data of a stream. */
    String object(int number, String body) {
        MessageDigest md5 = md5();
        md5.update(key);
        byte[] own = Arrays.copyOf(
                md5.digest(new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), 0, 0}), 10);
        int at = body.indexOf("stream\n");
        String head = at < 0 ? body : body.substring(0, at);
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = head.indexOf('('); open >= 0; open = head.indexOf('(', from)) {
            int close = head.indexOf(')', open);
            byte[] string = head.substring(open + 1, close).getBytes(StandardCharsets.ISO_8859_1);
            out.append(head, from, open).append('<');
            out.append(HexFormat.of().formatHex(rc4(own, string))).append('>');
            from = close + 1;
        }
        out.append(head.substring(from));
        if (at >= 0) {
            String data = body.substring(at + 7, body.length() - 10);
            byte[] locked = rc4(own, data.getBytes(StandardCharsets.ISO_8859_1));
            out.append("stream\n")
                    .append(new String(locked, StandardCharsets.ISO_8859_1))
                    .append("\nendstream");
        }
        return out.toString();
    }

    private static byte[] rc4(byte[] key, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("ARCFOUR");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
