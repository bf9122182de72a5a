package jp.kiyome.approval.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with the time (RFC 6238, over RFC 4226), as the usual programs for telephones make them: HMAC-SHA-1, 30 seconds,
 * 6 digits. Stateless.
 */
public final class Totp {

    /** How long one code lasts. */
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final int SECRET_BYTES = 20;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Totp() {}

    /** A new secret of 160 bits (RFC 4226, 4, R6), in base 32. */
    public static String freshSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        CHANCE.nextBytes(secret);
        return Base32.write(secret);
    }

    /** The step that a time lies in. */
    static long step(Instant at) {
        return at.getEpochSecond() / STEP.toSeconds();
    }

    /** The code of a step, of so many digits (RFC 4226, 5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 15;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        int bound = 1;
        for (int i = 0; i < digits; i++) {
            bound *= 10;
        }
        String code = Integer.toString(number % bound);
        return "0".repeat(digits - code.length()) + code;
    }

    /** The code of this moment, as a telephone shows it. */
    public static String now(String secret, Instant at) {
        return code(Base32.read(secret), step(at), 6);
    }

    /**
     * The step whose code was typed: this one, the one before or the one after, for clocks differ.
     *
     * @param behind the last step whose code was taken; it and all before it are over
     */
    static OptionalLong match(String secret, String typed, Instant at, long behind) {
        long now = step(at);
        for (long step = Math.max(now - 1, behind + 1); step <= now + 1; step++) {
            if (MessageDigest.isEqual(ascii(code(Base32.read(secret), step, 6)), ascii(typed.strip()))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
