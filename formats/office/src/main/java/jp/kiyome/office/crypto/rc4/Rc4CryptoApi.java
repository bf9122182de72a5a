package jp.kiyome.office.crypto.rc4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.finding.Refusal;

/** RC4 with 40 to 128 bits of key, of Office 2002 and 2003 ([MS-OFFCRYPTO] 2.3.5). */
final class Rc4CryptoApi implements Rc4Protection {

    static final int RC4 = 0x6801;
    static final int SHA1 = 0x8004;
    static final int SALT = 16;
    static final int HASH = 20;

    /** EncryptionHeader.Flags (2.3.1): CryptoAPI, external provider, AES. */
    static final int CRYPTO_API = 0x04;

    private static final int EXTERNAL = 0x10;
    private static final int AES = 0x20;
    private static final int STRONGEST = 128;

    private final int keyBits;
    private final byte[] salt;
    private final byte[] verifier;
    private final byte[] verifierHash;

    private Rc4CryptoApi(int keyBits, byte[] salt, byte[] verifier, byte[] verifierHash) {
        this.keyBits = keyBits;
        this.salt = salt;
        this.verifier = verifier;
        this.verifierHash = verifierHash;
    }

    /** Behind the version: flags, then EncryptionHeader (2.3.2), then EncryptionVerifier (2.3.3). */
    static Rc4CryptoApi read(ByteBuffer in) {
        need(in, 8);
        in.getInt();
        int size = in.getInt();
        need(in, size);
        int behind = in.position() + size;
        int bits = keyBits(in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN));
        in.position(behind);
        need(in, 4);
        if (in.getInt() != SALT) {
            throw broken("size of the salt");
        }
        byte[] salt = bytes(in, SALT);
        byte[] verifier = bytes(in, 16);
        need(in, 4);
        if (in.getInt() != HASH) {
            throw broken("size of the hash");
        }
        return new Rc4CryptoApi(bits, salt, verifier, bytes(in, HASH));
    }

    private static int keyBits(ByteBuffer header) {
        need(header, 32);
        int flags = header.getInt();
        header.getInt();
        int cipher = header.getInt();
        int hash = header.getInt();
        int bits = header.getInt();
        boolean rc4 = (flags & CRYPTO_API) != 0 && (flags & (AES | EXTERNAL)) == 0;
        if (!rc4 || cipher != 0 && cipher != RC4 || hash != 0 && hash != SHA1) {
            throw Refusal.of(
                    "crypto.unsupported",
                    String.format(Locale.ROOT, "flags %x, cipher %x, hash %x", flags, cipher, hash));
        }
        // 0 stands for 40 (2.3.5.1).
        int given = bits == 0 ? 40 : bits;
        if (given < 40 || given > STRONGEST || given % 8 != 0) {
            throw broken("a key of " + bits + " bits");
        }
        return given;
    }

    @Override
    public Optional<Keystream> unlock(String password) {
        Keystream keys = keys(salt, password, keyBits);
        byte[] both = Arrays.copyOf(verifier, 16 + HASH);
        System.arraycopy(verifierHash, 0, both, 16, HASH);
        keys.block(0, both, 0, both.length);
        byte[] expected = Arrays.copyOfRange(both, 16, both.length);
        return MessageDigest.isEqual(Digests.sha1(Arrays.copyOf(both, 16)), expected)
                ? Optional.of(keys)
                : Optional.empty();
    }

    /** 2.3.5.2: a key of 40 bits is filled up with zeros to 128. */
    static Keystream keys(byte[] salt, String password, int keyBits) {
        byte[] base = Digests.sha1(salt, Digests.utf16(password));
        return block -> {
            byte[] key = Arrays.copyOf(Digests.sha1(base, littleEndian(block)), keyBits / 8);
            return keyBits == 40 ? Arrays.copyOf(key, 16) : key;
        };
    }

    @Override
    public boolean current() {
        return keyBits == STRONGEST;
    }

    @Override
    public String describe() {
        return "RC4 CryptoAPI, " + keyBits + " bit";
    }

    static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    static byte[] bytes(ByteBuffer in, int count) {
        need(in, count);
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    static void need(ByteBuffer in, int count) {
        if (count < 0 || in.remaining() < count) {
            throw broken("ends early");
        }
    }

    private static Refusal broken(String how) {
        return Refusal.of("crypto.info", how);
    }
}
