package jp.kiyome.office.crypto;

import java.security.DigestException;
import java.security.MessageDigest;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** The hash of a password, made slow on purpose ([MS-OFFCRYPTO] 2.3.4.7 and 2.3.4.11). */
final class PasswordHash {

    /** Rounds at most, the format's own limit (2.3.4.10): some seconds. */
    static final int MOST_SPINS = 10_000_000;

    /** UTF-16 units that a password may have (2.3.4.10). */
    static final int MOST_UNITS = 255;

    private static final int SPINS_BETWEEN_TIME_CHECKS = 1 << 12;

    private PasswordHash() {}

    /**
     * Hashes salt and password, and then the hash again and again, each time with the number of the round before it.
     *
     * @throws Refusal when there are more rounds than {@link #MOST_SPINS}, or no time is left for them
     */
    static byte[] of(HashAlgorithm algorithm, byte[] salt, String password, int spins, Budget budget) {
        if (spins < 0 || spins > MOST_SPINS) {
            throw Refusal.of("crypto.spin-count", Integer.toUnsignedString(spins));
        }
        byte[] hash = algorithm.hash(salt, utf16(password));
        MessageDigest digest = algorithm.digest();
        byte[] round = new byte[4];
        for (int i = 0; i < spins; i++) {
            if (i % SPINS_BETWEEN_TIME_CHECKS == 0) {
                budget.checkTime();
            }
            littleEndian(i, round);
            digest.update(round);
            digest.update(hash);
            try {
                digest.digest(hash, 0, hash.length);
            } catch (DigestException e) {
                throw new IllegalStateException("the hash has room", e);
            }
        }
        return hash;
    }

    static byte[] littleEndian(int value) {
        byte[] bytes = new byte[4];
        littleEndian(value, bytes);
        return bytes;
    }

    private static void littleEndian(int value, byte[] bytes) {
        bytes[0] = (byte) value;
        bytes[1] = (byte) (value >> 8);
        bytes[2] = (byte) (value >> 16);
        bytes[3] = (byte) (value >> 24);
    }

    /** Unit by unit: an encoder would put something else for half a pair. */
    private static byte[] utf16(String password) {
        byte[] bytes = new byte[password.length() * 2];
        for (int i = 0; i < password.length(); i++) {
            bytes[2 * i] = (byte) password.charAt(i);
            bytes[2 * i + 1] = (byte) (password.charAt(i) >> 8);
        }
        return bytes;
    }
}
