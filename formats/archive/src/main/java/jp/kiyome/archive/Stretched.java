package jp.kiyome.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/**
 * Salts and initialisation vectors made from what is locked and the password instead of drawn by lot, so that the same two
 * give the same bytes. Why nothing is lost by it stands in docs/adr/0003-deterministic-encryption.md; the slow hash is at least
 * as slow as the one of the format, so that no short cut leads around it.
 */
public final class Stretched {

    private final byte[] key;

    private Stretched(byte[] key) {
        this.key = key;
    }

    /**
     * The password as hard to guess as the format makes it.
     *
     * @param plain what is locked
     * @param rounds at least as many as the format's own hash has
     */
    public static Stretched of(String password, Content plain, int rounds, Budget budget) {
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        return new Stretched(pbkdf2("HmacSHA512", secret, hash(plain, budget), rounds, 64));
    }

    /**
     * As good as random bytes to whoever has not the password.
     *
     * @param label says for what; another one gives another value
     */
    public byte[] value(String label, int length) {
        Mac mac = mac("HmacSHA512", key);
        return Arrays.copyOf(mac.doFinal(("kiyome archive 1: " + label).getBytes(StandardCharsets.UTF_8)), length);
    }

    /** PBKDF2 (RFC 8018, 5.2) of any bytes; the platform's own takes characters and decides how they are bytes. */
    public static byte[] pbkdf2(String prf, byte[] password, byte[] salt, int rounds, int length) {
        Mac mac = mac(prf, password);
        byte[] derived = new byte[length];
        int size = mac.getMacLength();
        for (int block = 1, at = 0; at < length; block++, at += size) {
            mac.update(salt);
            byte[] u = mac.doFinal(ByteBuffer.allocate(4).putInt(block).array());
            byte[] sum = u.clone();
            for (int round = 1; round < rounds; round++) {
                u = mac.doFinal(u);
                for (int i = 0; i < size; i++) {
                    sum[i] ^= u[i];
                }
            }
            System.arraycopy(sum, 0, derived, at, Math.min(size, length - at));
        }
        return derived;
    }

    private static Mac mac(String algorithm, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // An empty key is none to the platform; a zero byte is the same to HMAC (RFC 2104).
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static byte[] hash(Content plain, Budget budget) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] buffer = new byte[1 << 16];
            for (long at = 0; at < plain.size(); at += buffer.length) {
                budget.checkTime();
                int length = (int) Math.min(buffer.length, plain.size() - at);
                plain.copy(at, buffer, 0, length);
                digest.update(buffer, 0, length);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
