package jp.kiyome.archive.zip;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.archive.Stretched;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * The encryption of AE-1 and AE-2: keys by PBKDF2 (RFC 8018) with HMAC-SHA-1 and 1,000 rounds, AES in counter mode with a
 * little-endian counter that starts at 1, and the first ten bytes of an HMAC-SHA-1 of what was encrypted. One instance a
 * member; not thread-safe.
 */
final class Aes {

    /** Bytes that tell a wrong password soon. */
    static final int CHECK = 2;

    /** Bytes of the HMAC behind the data. */
    static final int MAC = 10;

    static final int ROUNDS = 1_000;

    private static final int BLOCK = 16;
    private static final int BUFFER = 1 << 16;

    private final Cipher cipher;
    private final Mac mac;
    private final byte[] check;
    private final byte[] counter = new byte[BLOCK];
    private final byte[] counters = new byte[BUFFER];
    private final byte[] stream = new byte[BUFFER];

    /**
     * Derives the keys.
     *
     * @param keySize bytes: 16, 24 or 32
     * @param salt half as many bytes
     */
    Aes(byte[] password, byte[] salt, int keySize) {
        byte[] derived = Stretched.pbkdf2("HmacSHA1", password, salt, ROUNDS, 2 * keySize + CHECK);
        try {
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(derived, 0, keySize, "AES"));
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(derived, keySize, keySize, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES and HMAC-SHA-1", e);
        }
        check = Arrays.copyOfRange(derived, 2 * keySize, derived.length);
    }

    /** The bytes that stand between salt and data. */
    byte[] check() {
        return check.clone();
    }

    /** Encrypts all of {@code plain}, gives the HMAC to write behind it. */
    byte[] encrypt(Content plain, Sink out, Budget budget) {
        run(plain, out, true, budget);
        return Arrays.copyOf(mac.doFinal(), MAC);
    }

    /** @throws Refusal when the HMAC says that something was changed */
    void decrypt(Content data, byte[] expected, Sink plain, Budget budget) {
        run(data, plain, false, budget);
        if (!MessageDigest.isEqual(Arrays.copyOf(mac.doFinal(), MAC), expected)) {
            throw Refusal.of("archive.encryption", "HMAC");
        }
    }

    private void run(Content in, Sink out, boolean encrypting, Budget budget) {
        byte[] buffer = new byte[(int) Math.min(BUFFER, in.size())];
        for (long at = 0; at < in.size(); at += buffer.length) {
            budget.checkTime();
            int length = (int) Math.min(buffer.length, in.size() - at);
            in.copy(at, buffer, 0, length);
            if (!encrypting) {
                mac.update(buffer, 0, length);
            }
            mask(buffer, length);
            if (encrypting) {
                mac.update(buffer, 0, length);
            }
            out.write(buffer, 0, length);
        }
    }

    private void mask(byte[] buffer, int length) {
        int blocks = (length + BLOCK - 1) / BLOCK;
        for (int block = 0; block < blocks; block++) {
            count();
            System.arraycopy(counter, 0, counters, block * BLOCK, BLOCK);
        }
        try {
            cipher.update(counters, 0, blocks * BLOCK, stream);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("as many bytes come out as go in", e);
        }
        for (int i = 0; i < length; i++) {
            buffer[i] ^= stream[i];
        }
    }

    private void count() {
        for (int i = 0; i < BLOCK; i++) {
            if (++counter[i] != 0) {
                return;
            }
        }
    }

    static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
