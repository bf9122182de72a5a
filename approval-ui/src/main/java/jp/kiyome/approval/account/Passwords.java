package jp.kiyome.approval.account;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes of passwords: Argon2id (RFC 9106) with 19 MiB and two passes. As many at a time as there are processors, so that a flood
 * of attempts takes neither the memory nor all of the time. Threads may share it.
 */
final class Passwords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIB = 19 * 1024;
    private static final int PASSES = 2;

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom CHANCE = new SecureRandom();

    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT, HASH, LANES, KIB, PASSES);
    private final Semaphore atATime =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));
    /** What a password is compared with where there is no account: the answer takes as long. */
    private final String nobody = hash(fresh());

    String hash(String password) {
        atATime.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(argon2.encode(password));
        } finally {
            atATime.release();
        }
    }

    boolean matches(String password, String hash) {
        if (password.length() > PasswordRule.LONGEST) {
            return false;
        }
        atATime.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash);
        } finally {
            atATime.release();
        }
    }

    void compareWithNobodys(String password) {
        matches(password, nobody);
    }

    /** One for the first time, 80 bits: four groups of four letters that are not taken for each other. */
    static String fresh() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
