package jp.kiyome.archive.sevenz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/**
 * Encrypts what was packed: AES-256 in CBC mode, with salt and vectors made from the password and what is locked (see
 * docs/adr/0003-deterministic-encryption.md). The slow hash before them is the format's own, with as many rounds.
 */
final class Lock {

    private static final int BLOCK = 16;
    private static final int BUFFER = 1 << 16;

    private final byte[] stretched;
    private final byte[] salt;
    private final byte[] key;
    private final Budget budget;

    Lock(String password, Content packed, Budget budget) {
        this.budget = budget;
        byte[] hash = Arrays.copyOf(hash(packed), BLOCK);
        this.stretched = new SevenZKey(SevenZKey.USUAL_POWER, hash, new byte[BLOCK]).derive(password, budget);
        this.salt = value("salt", new byte[0]);
        this.key = new SevenZKey(SevenZKey.USUAL_POWER, salt, new byte[BLOCK]).derive(password, budget);
    }

    /** The properties to encrypt the packed files with. */
    SevenZKey files() {
        return new SevenZKey(SevenZKey.USUAL_POWER, salt, value("files", new byte[0]));
    }

    /** The properties to encrypt a header with; another one for every header. */
    SevenZKey header(byte[] header) {
        return new SevenZKey(SevenZKey.USUAL_POWER, salt, value("header", header));
    }

    /** Encrypts; the last block is filled with zeros. */
    void encrypt(SevenZKey with, Content plain, Sink out) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(with.vector()));
            byte[] buffer = new byte[BUFFER];
            for (long at = 0; at < plain.size(); at += BUFFER) {
                budget.checkTime();
                int length = (int) Math.min(BUFFER, plain.size() - at);
                plain.copy(at, buffer, 0, length);
                int whole = (length + BLOCK - 1) / BLOCK * BLOCK;
                Arrays.fill(buffer, length, whole, (byte) 0);
                byte[] closed = cipher.update(buffer, 0, whole);
                out.write(closed, 0, closed.length);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    private byte[] value(String label, byte[] of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(stretched, "HmacSHA512"));
            mac.update(("kiyome 7z 1: " + label + ": ").getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(of), BLOCK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-512", e);
        }
    }

    private byte[] hash(Content content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] buffer = new byte[BUFFER];
            for (long at = 0; at < content.size(); at += BUFFER) {
                budget.checkTime();
                int length = (int) Math.min(BUFFER, content.size() - at);
                content.copy(at, buffer, 0, length);
                digest.update(buffer, 0, length);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
