package jp.kiyome.office.crypto.rc4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks a binary document in the strongest way that its format has: RC4 CryptoAPI with 128 bits ([MS-OFFCRYPTO] 2.3.5). Salt and
 * verifier are made from the password and all that is locked, so the same two give the same bytes, and two documents have never one
 * stream of keys (docs/adr/0003-deterministic-encryption.md). Threads may share it.
 *
 * <p>That the salt can be tested against a guessed password together with a guessed document gives nothing away: the verifier
 * tests a password with one hash and no document at all.
 */
public final class Rc4Lock {

    private static final String DOMAIN = "kiyome rc4 1: ";
    private static final String PROVIDER = "Microsoft Enhanced Cryptographic Provider v1.0";
    private static final int PROVIDER_RSA_FULL = 1;
    private static final int KEY_BITS = 128;

    /** EncryptionHeader.Flags: the property sets are not among what is locked (2.3.1). */
    private static final int PROPERTIES_OPEN = 0x08;

    private final byte[] salt;
    private final byte[] verifier;
    private final Keystream keystream;

    private Rc4Lock(byte[] salt, byte[] verifier, Keystream keystream) {
        this.salt = salt;
        this.verifier = verifier;
        this.keystream = keystream;
    }

    /**
     * A lock whose secrets follow from what it will lock.
     *
     * @param plain all that is going to be locked, in an order of its own
     */
    public static Rc4Lock of(String password, List<byte[]> plain) {
        byte[] salt = secret("salt", password, plain);
        return new Rc4Lock(salt, secret("verifier", password, plain), Rc4CryptoApi.keys(salt, password, KEY_BITS));
    }

    private static byte[] secret(String label, String password, List<byte[]> plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // The label in front keeps the key from being empty, which the interface does not take.
            byte[] named = (DOMAIN + label + ": ").getBytes(StandardCharsets.US_ASCII);
            byte[] secret = Digests.utf16(password);
            byte[] key = Arrays.copyOf(named, named.length + secret.length);
            System.arraycopy(secret, 0, key, named.length, secret.length);
            mac.init(new SecretKeySpec(key, "RAW"));
            for (byte[] part : plain) {
                mac.update(Rc4CryptoApi.littleEndian(part.length));
                mac.update(part);
            }
            return Arrays.copyOf(mac.doFinal(), Rc4CryptoApi.SALT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    public Keystream keystream() {
        return keystream;
    }

    /** The header from its version on ([MS-OFFCRYPTO] 2.3.5.1); {@link Rc4Protection#read} reads it. */
    public byte[] header() {
        byte[] name = (PROVIDER + "\0").getBytes(StandardCharsets.UTF_16LE);
        byte[] locked = Arrays.copyOf(verifier, 16 + Rc4CryptoApi.HASH);
        System.arraycopy(Digests.sha1(verifier), 0, locked, 16, Rc4CryptoApi.HASH);
        keystream.block(0, locked, 0, locked.length);
        int flags = Rc4CryptoApi.CRYPTO_API | PROPERTIES_OPEN;
        int headerSize = 32 + name.length;
        return ByteBuffer.allocate(4 + 4 + 4 + headerSize + 4 + 16 + 16 + 4 + Rc4CryptoApi.HASH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 2)
                .putShort((short) 2)
                .putInt(flags)
                .putInt(headerSize)
                .putInt(flags)
                .putInt(0)
                .putInt(Rc4CryptoApi.RC4)
                .putInt(Rc4CryptoApi.SHA1)
                .putInt(KEY_BITS)
                .putInt(PROVIDER_RSA_FULL)
                .putLong(0)
                .put(name)
                .putInt(Rc4CryptoApi.SALT)
                .put(salt)
                .put(locked, 0, 16)
                .putInt(Rc4CryptoApi.HASH)
                .put(locked, 16, Rc4CryptoApi.HASH)
                .array();
    }
}
