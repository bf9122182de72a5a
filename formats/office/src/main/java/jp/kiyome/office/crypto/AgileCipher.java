package jp.kiyome.office.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import jp.kiyome.core.limit.Budget;

/**
 * How an agile file ciphers: keyData, or the like attributes of a key encryptor ([MS-OFFCRYPTO] 2.3.4.10), with the ways to
 * make keys and initialisation vectors from them (2.3.4.11, 2.3.4.12). Immutable.
 */
final class AgileCipher {

    /** What stands behind the hash for each use of it (2.3.4.13, 2.3.4.14). */
    enum Use {
        VERIFIER_INPUT(0xfea7d2763b4b9e79L),
        VERIFIER_HASH(0xd7aa0f6d3061344eL),
        KEY_VALUE(0x146e0be7abacd0d6L),
        HMAC_KEY(0x5fb2ad010cb9e1f6L),
        HMAC_VALUE(0xa0677f02b22c8433L);

        private final long block;

        Use(long block) {
            this.block = block;
        }

        byte[] block() {
            return ByteBuffer.allocate(Long.BYTES).putLong(block).array();
        }
    }

    private static final byte FILLER = 0x36;

    private final HashAlgorithm hash;
    private final int keySize;
    private final Aes mode;
    private final byte[] salt;

    /** @param keySize bytes */
    AgileCipher(HashAlgorithm hash, int keySize, Aes mode, byte[] salt) {
        this.hash = hash;
        this.keySize = keySize;
        this.mode = mode;
        this.salt = salt.clone();
    }

    HashAlgorithm hash() {
        return hash;
    }

    int keySize() {
        return keySize;
    }

    int saltSize() {
        return salt.length;
    }

    byte[] passwordHash(String password, int spins, Budget budget) {
        return PasswordHash.of(hash, salt, password, spins, budget);
    }

    /** Opens a field of the key encryptor. */
    byte[] open(byte[] passwordHash, Use use, byte[] field) {
        return mode.decrypt(key(passwordHash, use), fitted(salt, Aes.BLOCK), field);
    }

    byte[] close(byte[] passwordHash, Use use, byte[] field) {
        return mode.encrypt(key(passwordHash, use), fitted(salt, Aes.BLOCK), field, field.length);
    }

    /** Opens a field of dataIntegrity. */
    byte[] openWith(byte[] packageKey, Use use, byte[] field) {
        return mode.decrypt(packageKey, vector(use.block()), field);
    }

    byte[] closeWith(byte[] packageKey, Use use, byte[] field) {
        return mode.encrypt(packageKey, vector(use.block()), field, field.length);
    }

    byte[] openSegment(byte[] packageKey, int number, byte[] data, int length) {
        return mode.decrypt(packageKey, vector(PasswordHash.littleEndian(number)), data, length);
    }

    byte[] closeSegment(byte[] packageKey, int number, byte[] data, int length) {
        return mode.encrypt(packageKey, vector(PasswordHash.littleEndian(number)), data, length);
    }

    private byte[] key(byte[] passwordHash, Use use) {
        return fitted(hash.hash(passwordHash, use.block()), keySize);
    }

    private byte[] vector(byte[] block) {
        return fitted(hash.hash(salt, block), Aes.BLOCK);
    }

    private static byte[] fitted(byte[] bytes, int length) {
        byte[] fitted = Arrays.copyOf(bytes, length);
        if (length > bytes.length) {
            Arrays.fill(fitted, bytes.length, length, FILLER);
        }
        return fitted;
    }

    /** Whether these are its algorithms. */
    boolean uses(HashAlgorithm otherHash, int otherKeySize, Aes otherMode) {
        return hash == otherHash && keySize == otherKeySize && mode == otherMode;
    }

    @Override
    public String toString() {
        return "AES-" + keySize * 8 + " " + mode + " " + hash;
    }
}
