package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The standard security handler's fourth revision (ISO 32000-1, 7.6.5) with AES and the empty password, which leaves what it is told to
 * as it is.
 */
final class MixedEncryption {

    static final String ID = OldEncryption.ID;

    private static final byte[] PADDING =
            HexFormat.of().parseHex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
    private static final byte[] OWNER = new byte[32];
    private static final byte[] START = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final HexFormat HEX = HexFormat.of();

    private final boolean strings;
    private final byte[] key;

    /** Takes {@code strings}: whether strings are encrypted, as streams are */
    MixedEncryption(boolean strings) {
        this.strings = strings;
        MessageDigest md5 = md5();
        md5.update(PADDING);
        md5.update(OWNER);
        md5.update(new byte[] {-4, -1, -1, -1});
        byte[] hash = md5.digest(HEX.parseHex(ID));
        for (int i = 0; i < 50; i++) {
            hash = md5.digest(hash);
        }
        key = hash;
    }

    String dictionary() {
        MessageDigest md5 = md5();
        md5.update(PADDING);
        byte[] user = md5.digest(HEX.parseHex(ID));
        for (int i = 0; i < 20; i++) {
            byte[] mixed = key.clone();
            for (int b = 0; b < mixed.length; b++) {
                mixed[b] ^= (byte) i;
            }
            user = crypt("ARCFOUR", new SecretKeySpec(mixed, "ARCFOUR"), user);
        }
        return "<</Filter/Standard/V 4/R 4/P -4/Length 128/CF<</StdCF<</CFM/AESV2/AuthEvent/DocOpen/Length 16>>>>/StmF/StdCF/StrF/"
                + (strings ? "StdCF" : "Identity") + "/O<" + HEX.formatHex(OWNER) + ">/U<"
                + HEX.formatHex(Arrays.copyOf(user, 32)) + ">>>";
    }

    /** Literal strings, in hex then, and the data of streams that have no filter of their own for it. */
    String object(int number, String body) {
        int at = body.indexOf("stream\n");
        String head = at < 0 ? body : body.substring(0, at);
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = head.indexOf('('); open >= 0 && strings; open = head.indexOf('(', from)) {
            int close = head.indexOf(')', open);
            out.append(head, from, open).append('<');
            out.append(HEX.formatHex(locked(number, head.substring(open + 1, close))))
                    .append('>');
            from = close + 1;
        }
        out.append(head.substring(from));
        if (at >= 0) {
            String data = body.substring(at + 7, body.length() - 10);
            boolean plain = head.contains("/Crypt");
            String written = plain ? data : new String(locked(number, data), StandardCharsets.ISO_8859_1);
            String length = "/Length " + data.length();
            return out.toString().replace(length, "/Length " + written.length()) + "stream\n" + written + "\nendstream";
        }
        return out.toString();
    }

    /**
     * What somebody makes of an encrypted secret without the key (Mueller and others: Practical Decryption exFiltration, CCS 2019): its first
     * block, known to them, is turned into the beginning of an address by what is xored onto the vector, and the secret follows.
     */
    String gadget(int number, String known, String secret, String address) {
        byte[] locked = locked(number, known + secret);
        for (int i = 0; i < START.length; i++) {
            locked[i] ^= (byte) (known.charAt(i) ^ address.charAt(i));
        }
        return "<" + HEX.formatHex(locked) + ">";
    }

    private byte[] locked(int number, String data) {
        MessageDigest md5 = md5();
        md5.update(key);
        md5.update(new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), 0, 0});
        byte[] own = md5.digest("sAlT".getBytes(StandardCharsets.US_ASCII));
        byte[] body = crypt(
                "AES/CBC/PKCS5Padding", new SecretKeySpec(own, "AES"), data.getBytes(StandardCharsets.ISO_8859_1));
        byte[] all = Arrays.copyOf(START, START.length + body.length);
        System.arraycopy(body, 0, all, START.length, body.length);
        return all;
    }

    private static byte[] crypt(String how, SecretKeySpec key, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance(how);
            if (how.startsWith("AES")) {
                cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(START));
            } else {
                cipher.init(Cipher.ENCRYPT_MODE, key);
            }
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
