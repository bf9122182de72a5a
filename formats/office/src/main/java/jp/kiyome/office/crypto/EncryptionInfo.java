package jp.kiyome.office.crypto;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** The stream EncryptionInfo ([MS-OFFCRYPTO] 2.3.4.5 and 2.3.4.10). */
final class EncryptionInfo {

    static final String NAME = "EncryptionInfo";

    /** Bytes at most: a key for each of thousands of certificates. */
    static final int MOST_BYTES = 1 << 20;

    private static final int VERSION_BYTES = 8;

    /** EncryptionHeader.Flags (2.3.1): CryptoAPI, external provider, AES. */
    private static final int CRYPTO_API = 0x04;

    private static final int EXTERNAL = 0x10;
    private static final int AES = 0x20;

    private static final int SHA1 = 0x8004;
    private static final int SHA1_SIZE = 20;

    private EncryptionInfo() {}

    /**
     * Reads what the stream says.
     *
     * @throws Refusal when it is broken, or says something that is not supported
     */
    static Protection read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        need(in, VERSION_BYTES);
        int major = Short.toUnsignedInt(in.getShort());
        int minor = Short.toUnsignedInt(in.getShort());
        in.getInt();
        if (major == 4 && minor == 4) {
            return AgileReader.read(new ByteArrayInputStream(bytes, VERSION_BYTES, bytes.length - VERSION_BYTES));
        }
        if (major >= 2 && major <= 4 && minor == 2) {
            return standard(in);
        }
        throw unsupported("version " + major + "." + minor);
    }

    private static StandardProtection standard(ByteBuffer in) {
        need(in, 4);
        int headerSize = in.getInt();
        need(in, headerSize);
        int verifierAt = in.position() + headerSize;
        int keySize = standardKeySize(in.slice(in.position(), headerSize).order(ByteOrder.LITTLE_ENDIAN));
        in.position(verifierAt);
        need(in, 4 + 16 + 16 + 4 + 32);
        if (in.getInt() != 16) {
            throw broken("size of the salt");
        }
        byte[] salt = bytes(in, 16);
        byte[] verifier = bytes(in, 16);
        if (in.getInt() != SHA1_SIZE) {
            throw broken("size of the hash");
        }
        return new StandardProtection(keySize, salt, verifier, bytes(in, 32));
    }

    /** EncryptionHeader (2.3.2): flags, extra size, cipher, hash, key bits; what follows names programs. */
    private static int standardKeySize(ByteBuffer header) {
        need(header, 32);
        int flags = header.getInt();
        header.getInt();
        int cipher = header.getInt();
        int hash = header.getInt();
        int bits = header.getInt();
        boolean aes = (flags & (CRYPTO_API | AES)) == (CRYPTO_API | AES) && (flags & EXTERNAL) == 0;
        if (!aes || (hash != SHA1 && hash != 0)) {
            throw unsupported(String.format(Locale.ROOT, "flags %x, cipher %x, hash %x", flags, cipher, hash));
        }
        int expected =
                switch (cipher) {
                    case 0, 0x660E -> 128;
                    case 0x660F -> 192;
                    case 0x6610 -> 256;
                    default -> throw unsupported("cipher " + Integer.toHexString(cipher));
                };
        if (bits != expected) {
            throw broken("a key of " + bits + " bits");
        }
        return bits / 8;
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static void need(ByteBuffer in, int count) {
        if (count < 0 || in.remaining() < count) {
            throw broken("ends early");
        }
    }

    static Refusal broken(String how) {
        return Refusal.of("crypto.info", Location.ofPart(NAME), how);
    }

    static Refusal unsupported(String what) {
        return Refusal.of("crypto.unsupported", Location.ofPart(NAME), what);
    }
}
