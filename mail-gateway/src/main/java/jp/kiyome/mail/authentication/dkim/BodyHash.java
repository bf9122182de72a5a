package jp.kiyome.mail.authentication.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a body in canonical form (RFC 6376 §3.4.3, §3.4.4), fed piece by piece and never held. One thread uses it, once.
 */
final class BodyHash {

    private final boolean relaxed;
    private final MessageDigest digest = sha256();
    private final byte[] out = new byte[8192];
    private int filled;
    /** Line ends that count only when something comes behind them. */
    private long emptyLines;

    private boolean blanks;
    private boolean carriageReturn;
    private boolean any;

    BodyHash(boolean relaxed) {
        this.relaxed = relaxed;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(byte[] piece, int length) {
        for (int i = 0; i < length; i++) {
            add(piece[i]);
        }
    }

    private void add(byte b) {
        if (carriageReturn) {
            carriageReturn = false;
            if (b == '\n') {
                blanks = false;
                emptyLines++;
                return;
            }
            text((byte) '\r');
        }
        if (b == '\r') {
            carriageReturn = true;
        } else if (relaxed && (b == ' ' || b == '\t')) {
            blanks = true;
        } else {
            text(b);
        }
    }

    private void text(byte b) {
        for (; emptyLines > 0; emptyLines--) {
            write((byte) '\r');
            write((byte) '\n');
        }
        if (blanks) {
            blanks = false;
            write((byte) ' ');
        }
        write(b);
        any = true;
    }

    private void write(byte b) {
        if (filled == out.length) {
            digest.update(out, 0, filled);
            filled = 0;
        }
        out[filled++] = b;
    }

    byte[] finish() {
        if (carriageReturn) {
            text((byte) '\r');
        }
        if (any || !relaxed) {
            write((byte) '\r');
            write((byte) '\n');
        }
        digest.update(out, 0, filled);
        return digest.digest();
    }
}
