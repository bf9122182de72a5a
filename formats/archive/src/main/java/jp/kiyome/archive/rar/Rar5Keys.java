package jp.kiyome.archive.rar;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * What comes of a password and a salt: PBKDF2 with HMAC-SHA-256, its value after three numbers of rounds (technote).
 *
 * @param key of AES
 * @param hashKey that keyed checksums depend on
 * @param check eight bytes that tell whether the password is right
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record Rar5Keys(byte[] key, byte[] hashKey, byte[] check) {

    /** Rounds as a power of two; what programs write is 15. More than this would be a way to waste time. */
    private static final int MOST_ROUNDS = 20;

    private static final int CHECK = 8;
    private static final String MAC = "HmacSHA256";

    static Rar5Keys of(String password, RarLock.Version5 lock, Budget budget) {
        if (lock.rounds() > MOST_ROUNDS) {
            throw Refusal.of("rar.encryption", Location.wholeFile(), "2^" + lock.rounds() + " rounds");
        }
        try {
            Mac mac = Mac.getInstance(MAC);
            byte[] secret = password.getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, MAC));
            mac.update(lock.salt());
            byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
            byte[] sum = round.clone();
            round = rounds(mac, round, sum, (1 << lock.rounds()) - 1, budget);
            byte[] key = sum.clone();
            round = rounds(mac, round, sum, 16, budget);
            byte[] hashKey = sum.clone();
            rounds(mac, round, sum, 16, budget);
            return new Rar5Keys(key, hashKey, folded(sum, CHECK));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] rounds(Mac mac, byte[] first, byte[] sum, int count, Budget budget) {
        byte[] round = first;
        for (int i = 0; i < count; i++) {
            round = mac.doFinal(round);
            for (int j = 0; j < sum.length; j++) {
                sum[j] ^= round[j];
            }
            if ((i & 0xFFF) == 0) {
                budget.checkTime();
            }
        }
        return round;
    }

    /** Whether the password is the one that the lock was made with; true too where the lock does not tell. */
    boolean fits(RarLock.Version5 lock) {
        return lock.check()
                .map(said -> Arrays.equals(said, 0, CHECK, check, 0, CHECK))
                .orElse(true);
    }

    /** The CRC that the archive declares where checksums depend on the key. */
    long keyed(long crc32) {
        byte[] bytes = {(byte) crc32, (byte) (crc32 >>> 8), (byte) (crc32 >>> 16), (byte) (crc32 >>> 24)};
        byte[] folded = folded(keyed(bytes), 4);
        return (folded[0] & 0xFFL) | (folded[1] & 0xFFL) << 8 | (folded[2] & 0xFFL) << 16 | (folded[3] & 0xFFL) << 24;
    }

    /** The hash that the archive declares where checksums depend on the key. */
    byte[] keyed(byte[] hash) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(hashKey, MAC));
            return mac.doFinal(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] folded(byte[] bytes, int length) {
        byte[] folded = new byte[length];
        for (int i = 0; i < bytes.length; i++) {
            folded[i % length] ^= bytes[i];
        }
        return folded;
    }

    /** Whether a check value is sound in itself: four bytes of its SHA-256 follow it. */
    static boolean soundCheck(byte[] value) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(value, 0, CHECK);
            return Arrays.equals(sha.digest(), 0, 4, value, CHECK, CHECK + 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
