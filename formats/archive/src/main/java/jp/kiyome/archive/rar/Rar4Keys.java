package jp.kiyome.archive.rar;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import jp.kiyome.core.limit.Budget;

/**
 * What comes of a password and a salt in RAR 3 and 4: 2^18 rounds of SHA-1.
 *
 * @param key of AES-128
 * @param start vector of its chain
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record Rar4Keys(byte[] key, byte[] start) {

    private static final int ROUNDS = 1 << 18;
    private static final int LENGTH = 16;

    static Rar4Keys of(String password, byte[] salt, Budget budget) {
        try {
            byte[] secret = password.getBytes(StandardCharsets.UTF_16LE);
            byte[] round = new byte[secret.length + salt.length + 3];
            System.arraycopy(secret, 0, round, 0, secret.length);
            System.arraycopy(salt, 0, round, secret.length, salt.length);
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            byte[] start = new byte[LENGTH];
            for (int i = 0; i < ROUNDS; i++) {
                round[round.length - 3] = (byte) i;
                round[round.length - 2] = (byte) (i >>> 8);
                round[round.length - 1] = (byte) (i >>> 16);
                sha.update(round);
                if (i % (ROUNDS / LENGTH) == 0) {
                    byte[] soFar = ((MessageDigest) sha.clone()).digest();
                    start[i / (ROUNDS / LENGTH)] = soFar[soFar.length - 1];
                    budget.checkTime();
                }
            }
            return new Rar4Keys(key(sha.digest()), start);
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The words of the hash with their bytes turned round. */
    private static byte[] key(byte[] hash) {
        byte[] key = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            key[i] = hash[i ^ 3];
        }
        return key;
    }
}
