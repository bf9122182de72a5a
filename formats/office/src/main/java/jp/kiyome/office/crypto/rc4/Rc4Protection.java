package jp.kiyome.office.crypto.rc4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.finding.Refusal;

/**
 * How a binary document is locked, as the header says that stands before its table stream, in its FILEPASS record or in its
 * CryptSession10Container. Immutable.
 */
public sealed interface Rc4Protection permits Rc4Basic, Rc4CryptoApi {

    /** Tries a password; the key, where it is the right one. Never throws for a wrong or odd password. */
    Optional<Keystream> unlock(String password);

    /** Whether it locks as {@link Rc4Lock} does. */
    boolean current();

    /** The algorithm, for a report. */
    String describe();

    /**
     * Reads an EncryptionHeader from its version on ([MS-OFFCRYPTO] 2.3.5.1, 2.3.6.1).
     *
     * @param header may be longer: what stands behind is not looked at
     * @throws Refusal {@code crypto.info} when it is broken, {@code crypto.unsupported} for another algorithm
     */
    static Rc4Protection read(byte[] header) {
        ByteBuffer in = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        Rc4CryptoApi.need(in, 4);
        int major = Short.toUnsignedInt(in.getShort());
        int minor = Short.toUnsignedInt(in.getShort());
        if (major == 1 && minor == 1) {
            return Rc4Basic.read(in);
        }
        if (major >= 2 && major <= 4 && minor == 2) {
            return Rc4CryptoApi.read(in);
        }
        throw Refusal.of("crypto.unsupported", String.format(Locale.ROOT, "version %d.%d", major, minor));
    }
}
