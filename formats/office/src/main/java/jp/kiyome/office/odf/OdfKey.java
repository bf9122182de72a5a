package jp.kiyome.office.odf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** The algorithms of locked packages (OpenDocument 1.3 part 2 §4.8, §4.14): digests, PBKDF2 of RFC 8018, AES and Blowfish. */
final class OdfKey {

    private static final int MOST_ITERATIONS = 2_000_000;
    private static final int CHECKED = 1024;
    private static final int CHECKS = 1 << 12;

    private OdfKey() {}

    /** The digest of the password with which derivation begins. */
    static byte[] start(String digest, String password) {
        return digest(digest).digest(password.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest digest(String name) {
        String java = name.endsWith("sha256") ? "SHA-256" : name.endsWith("sha1") ? "SHA-1" : "";
        if (java.isEmpty()) {
            throw Refusal.of("crypto.unsupported", name);
        }
        try {
            return MessageDigest.getInstance(java);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + java, e);
        }
    }

    /** PBKDF2 with HMAC-SHA-1 (RFC 8018 §5.2), of bytes that are no text. */
    static byte[] derive(byte[] start, byte[] salt, int iterations, int length, Budget budget) {
        boolean usual =
                iterations > 0 && iterations <= MOST_ITERATIONS && length >= 5 && length <= 64 && salt.length > 0;
        if (!usual) {
            throw Refusal.of("crypto.spin-count", Integer.toString(iterations));
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(start, "HmacSHA1"));
            byte[] key = new byte[0];
            for (int block = 1; key.length < length; block++) {
                byte[] sum = block(mac, salt, block, iterations, budget);
                int before = key.length;
                key = Arrays.copyOf(key, before + sum.length);
                System.arraycopy(sum, 0, key, before, sum.length);
            }
            return Arrays.copyOf(key, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    private static byte[] block(Mac mac, byte[] salt, int block, int iterations, Budget budget) {
        mac.update(salt);
        byte[] last =
                mac.doFinal(new byte[] {(byte) (block >> 24), (byte) (block >> 16), (byte) (block >> 8), (byte) block});
        byte[] sum = last.clone();
        for (int i = 1; i < iterations; i++) {
            if (i % CHECKS == 0) {
                budget.checkTime();
            }
            last = mac.doFinal(last);
            for (int k = 0; k < sum.length; k++) {
                sum[k] ^= last[k];
            }
        }
        return sum;
    }

    /** The cipher of a file, ready to open it. */
    static Cipher opening(Encryption lock, byte[] key) {
        return cipher(lock.cipher(), Cipher.DECRYPT_MODE, key, lock.vector());
    }

    static Cipher locking(byte[] key, byte[] vector) {
        return cipher(OdfLock.CIPHER, Cipher.ENCRYPT_MODE, key, vector);
    }

    private static Cipher cipher(String name, int mode, byte[] key, byte[] vector) {
        boolean aes = name.matches(".*#aes(128|192|256)-cbc");
        if (!aes && !name.equals("blowfish cfb") && !name.endsWith("#blowfish")) {
            throw Refusal.of("crypto.unsupported", name);
        }
        try {
            Cipher cipher = Cipher.getInstance(aes ? "AES/CBC/NoPadding" : "Blowfish/CFB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, aes ? "AES" : "Blowfish"), new IvParameterSpec(vector));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw Refusal.of("crypto.info", name);
        }
    }

    /** Whether the beginning of an opened, still compressed file is the one that was locked. */
    static boolean checks(Encryption lock, byte[] start) {
        String type = lock.checksumType();
        if (!type.endsWith("1k")) {
            throw Refusal.of("crypto.unsupported", type);
        }
        String digest = type.contains("sha256") ? "sha256" : "sha1";
        int length = Math.min(CHECKED, start.length);
        MessageDigest sum = digest(digest);
        sum.update(start, 0, length);
        return MessageDigest.isEqual(sum.digest(), lock.checksum());
    }
}
