package jp.kiyome.office.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/**
 * The salts and keys of a package to be locked, made from the package and the password instead of drawn by lot, so that the
 * same two give the same bytes. Why nothing is lost by it stands in docs/adr/0003-deterministic-encryption.md.
 *
 * <p>Not thread-safe.
 */
final class SyntheticSecrets {

    /** Stands before every label. A change in how values are made changes it too. */
    private static final String DOMAIN = "kiyome ooxml-protected 1: ";

    private final Mac mac;

    /** Hashes the password as slowly as the file's own verifier does, with the hash of the package as its salt. */
    SyntheticSecrets(String password, Content plain, Budget budget) {
        byte[] stretched = PasswordHash.of(HashAlgorithm.SHA512, hash(plain, budget), password, Locking.SPINS, budget);
        this.mac = HashAlgorithm.SHA512.mac(stretched);
    }

    /** @param length 64 bytes at most */
    byte[] value(String label, int length) {
        byte[] value = mac.doFinal((DOMAIN + label).getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(value, length);
    }

    private static byte[] hash(Content plain, Budget budget) {
        MessageDigest digest = HashAlgorithm.SHA512.digest();
        byte[] buffer = new byte[1 << 16];
        for (long at = 0; at < plain.size(); at += buffer.length) {
            budget.checkTime();
            int length = (int) Math.min(buffer.length, plain.size() - at);
            plain.copy(at, buffer, 0, length);
            digest.update(buffer, 0, length);
        }
        return digest.digest();
    }
}
