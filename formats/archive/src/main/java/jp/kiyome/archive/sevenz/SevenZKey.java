package jp.kiyome.archive.sevenz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * The properties of the AES coder.
 *
 * @param power two to this many rounds of SHA-256
 * @param salt at most 16 bytes
 * @param vector 16 bytes, filled with zeros where fewer stood there
 */
// Nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
record SevenZKey(int power, byte[] salt, byte[] vector) {

    /** What 7-Zip writes. */
    static final int USUAL_POWER = 19;

    /** Half a minute of hashing is enough for anybody. */
    private static final int MOST_POWER = 24;

    private static final int BLOCK = 16;
    private static final int AT_ONCE = 1 << 10;

    static SevenZKey read(byte[] properties) {
        if (properties.length < 2) {
            throw Refusal.of("archive.encryption", "properties");
        }
        int first = properties[0] & 0xFF;
        int second = properties[1] & 0xFF;
        int salt = (first >>> 7) + (second >>> 4);
        int vector = (first >>> 6 & 1) + (second & 15);
        if (properties.length != 2 + salt + vector || (first & 63) > MOST_POWER) {
            throw Refusal.of("archive.encryption", "2^" + (first & 63) + " rounds");
        }
        return new SevenZKey(
                first & 63,
                Arrays.copyOfRange(properties, 2, 2 + salt),
                Arrays.copyOf(Arrays.copyOfRange(properties, 2 + salt, properties.length), BLOCK));
    }

    byte[] written() {
        byte[] properties = new byte[2 + 2 * BLOCK];
        properties[0] = (byte) (0xC0 | power);
        properties[1] = (byte) 0xFF;
        System.arraycopy(salt, 0, properties, 2, BLOCK);
        System.arraycopy(vector, 0, properties, 2 + BLOCK, BLOCK);
        return properties;
    }

    /** SHA-256 of salt, password and a counter, as often as the power says, all in one. */
    byte[] derive(String password, Budget budget) {
        byte[] secret = password.getBytes(StandardCharsets.UTF_16LE);
        int unit = salt.length + secret.length + 8;
        int together = Math.min(AT_ONCE, 1 << power);
        byte[] rounds = new byte[unit * together];
        for (int i = 0; i < together; i++) {
            System.arraycopy(salt, 0, rounds, i * unit, salt.length);
            System.arraycopy(secret, 0, rounds, i * unit + salt.length, secret.length);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (long counter = 0; counter < 1L << power; counter += together) {
                budget.checkTime();
                for (int i = 0; i < together; i++) {
                    number(counter + i, rounds, (i + 1) * unit - 8);
                }
                digest.update(rounds);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void number(long value, byte[] target, int at) {
        for (int i = 0; i < 8; i++) {
            target[at + i] = (byte) (value >>> 8 * i);
        }
    }
}
