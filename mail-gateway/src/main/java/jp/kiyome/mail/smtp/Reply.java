package jp.kiyome.mail.smtp;

import java.util.Locale;

/**
 * An answer of an SMTP server (RFC 5321 §4.2).
 *
 * @param code of three digits
 * @param text with its enhanced code (RFC 3463) where it has one; printable, on one line
 */
public record Reply(int code, String text) {

    private static final int LONGEST = 400;

    public Reply {
        if (code < 200 || code > 599) {
            throw new IllegalArgumentException("no code of a reply: " + code);
        }
    }

    /** With a text that may come from elsewhere: whatever is not printable ASCII becomes a question mark. */
    public static Reply quoting(int code, String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().limit(LONGEST).forEach(c -> plain.append(c >= ' ' && c < 0x7F ? (char) c : '?'));
        return new Reply(code, plain.toString());
    }

    public boolean isPositive() {
        return code < 400;
    }

    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    public boolean isPermanent() {
        return code >= 500;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%03d %s", code, text);
    }
}
