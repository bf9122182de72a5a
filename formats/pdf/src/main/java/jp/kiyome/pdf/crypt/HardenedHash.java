package jp.kiyome.pdf.crypt;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;

/** The hash of a password in revisions 5 and 6 (ISO 32000-2, 7.6.4.3.4, algorithm 2.B). Stateless. */
final class HardenedHash {

    private static final int ROUNDS = 64;
    private static final int MOST_ROUNDS = 2048;

    private HardenedHash() {}

    /** Takes {@code user}: the 48 bytes of U where an owner's password is hashed, else none */
    static byte[] of(int revision, byte[] password, byte[] salt, byte[] user) {
        MessageDigest sha256 = Primitives.digest("SHA-256");
        sha256.update(password);
        sha256.update(salt);
        byte[] k = sha256.digest(user);
        if (revision < 6) {
            return k;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            byte[] one = joined(password, k, user);
            byte[] all = new byte[one.length * 64];
            for (int i = 0; i < 64; i++) {
                System.arraycopy(one, 0, all, i * one.length, one.length);
            }
            byte[] e = Primitives.cbc(Cipher.ENCRYPT_MODE, Arrays.copyOf(k, 16), Arrays.copyOfRange(k, 16, 32), all);
            int sum = 0;
            for (int i = 0; i < 16; i++) {
                sum += e[i] & 0xFF;
            }
            k = Primitives.digest(sum % 3 == 0 ? "SHA-256" : sum % 3 == 1 ? "SHA-384" : "SHA-512")
                    .digest(e);
            if (round >= ROUNDS - 1 && (e[e.length - 1] & 0xFF) <= round + 1 - 32) {
                break;
            }
        }
        return Arrays.copyOf(k, 32);
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
