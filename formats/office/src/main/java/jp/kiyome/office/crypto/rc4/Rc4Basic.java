package jp.kiyome.office.crypto.rc4;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** RC4 with 40 bits of key, of Office 97 ([MS-OFFCRYPTO] 2.3.6). */
final class Rc4Basic implements Rc4Protection {

    private static final int KEY = 5;
    private static final int ROUNDS = 16;

    private final byte[] salt;
    private final byte[] verifier;
    private final byte[] verifierHash;

    private Rc4Basic(byte[] salt, byte[] verifier, byte[] verifierHash) {
        this.salt = salt;
        this.verifier = verifier;
        this.verifierHash = verifierHash;
    }

    static Rc4Basic read(ByteBuffer in) {
        return new Rc4Basic(Rc4CryptoApi.bytes(in, 16), Rc4CryptoApi.bytes(in, 16), Rc4CryptoApi.bytes(in, 16));
    }

    @Override
    public Optional<Keystream> unlock(String password) {
        byte[] truncated = intermediate(password);
        Keystream keys = block -> Digests.md5(truncated, Rc4CryptoApi.littleEndian(block));
        byte[] both = Arrays.copyOf(verifier, 32);
        System.arraycopy(verifierHash, 0, both, 16, 16);
        keys.block(0, both, 0, both.length);
        byte[] expected = Arrays.copyOfRange(both, 16, 32);
        return MessageDigest.isEqual(Digests.md5(Arrays.copyOf(both, 16)), expected)
                ? Optional.of(keys)
                : Optional.empty();
    }

    /** 2.3.6.2: the hash of the password's hash and the salt, sixteen times over. */
    private byte[] intermediate(String password) {
        byte[] first = Arrays.copyOf(Digests.md5(Digests.utf16(password)), KEY);
        byte[] buffer = new byte[ROUNDS * (KEY + salt.length)];
        for (int i = 0; i < ROUNDS; i++) {
            System.arraycopy(first, 0, buffer, i * (KEY + salt.length), KEY);
            System.arraycopy(salt, 0, buffer, i * (KEY + salt.length) + KEY, salt.length);
        }
        return Arrays.copyOf(Digests.md5(buffer), KEY);
    }

    @Override
    public boolean current() {
        return false;
    }

    @Override
    public String describe() {
        return "RC4, 40 bit";
    }
}
