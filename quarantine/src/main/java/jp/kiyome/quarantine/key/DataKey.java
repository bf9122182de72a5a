package jp.kiyome.quarantine.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of AES-256, and what it does with other keys and small secrets: wraps them (AES-256-GCM, NIST SP 800-38D, with nonces by lot; a key may
 * wrap 2<sup>32</sup> others, ibid. 8.3). Never shown by {@link #toString}. Threads may share it.
 */
public final class DataKey {

    /** Bytes of a key. */
    public static final int BYTES = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom LOT = new SecureRandom();

    private final SecretKeySpec key;

    private DataKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    /** A new one. */
    public static DataKey fresh() {
        byte[] bytes = new byte[BYTES];
        LOT.nextBytes(bytes);
        return new DataKey(bytes);
    }

    static DataKey of(byte[] bytes) {
        return new DataKey(bytes);
    }

    byte[] bytes() {
        return key.getEncoded();
    }

    /** For a cipher of {@code AES/GCM/NoPadding}. */
    public SecretKey secret() {
        return key;
    }

    /**
     * Another key under this one.
     *
     * @param purpose what it is for; must be said again to unwrap it
     */
    public byte[] wrap(DataKey other, String purpose) {
        return seal(other.bytes(), purpose);
    }

    /**
     * A small secret under this key.
     *
     * @param purpose what it is for and whose it is; must be said again to open it
     */
    public byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE];
        LOT.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            byte[] wrapped = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, wrapped, NONCE, sealed.length);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * What {@link #wrap} wrapped.
     *
     * @throws KeyRefused when this is not the key, the purpose another, or the bytes were changed
     */
    public DataKey unwrap(byte[] wrapped, String purpose) {
        if (wrapped.length != NONCE + BYTES + TAG_BITS / 8) {
            throw new KeyRefused(purpose);
        }
        return new DataKey(open(wrapped, purpose));
    }

    /**
     * What {@link #seal} sealed.
     *
     * @throws KeyRefused when this is not the key, the purpose another, or the bytes were changed
     */
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new KeyRefused(purpose);
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), purpose);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new KeyRefused(purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "a key";
    }
}
