package jp.kiyome.mail.address;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * A mailbox of an envelope (RFC 5321 §4.1.2). Local parts that some servers take for a route to somewhere else (with {@code %}, {@code !},
 * {@code @} or {@code :}) are none here, quoted or not; dots may stand where the grammar has none, for carriers in Japan gave such
 * addresses out.
 *
 * @param local as it was written, with its quotes
 */
public record Mailbox(String local, DomainName domain) {

    private static final int LONGEST_LOCAL = 64;
    private static final String SIGNS = "#$&'*+-/=?^_`{|}~.";

    /** What stands between the angle brackets; empty for anything but one plain mailbox. */
    public static Optional<Mailbox> read(String path) {
        int at = path.lastIndexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        String local = path.substring(0, at);
        return isLocal(local)
                ? DomainName.read(path.substring(at + 1)).map(domain -> new Mailbox(local, domain))
                : Optional.empty();
    }

    private static boolean isLocal(String local) {
        boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
        String bare = quoted ? local.substring(1, local.length() - 1) : local;
        return local.codePointCount(0, local.length()) <= LONGEST_LOCAL
                && !bare.startsWith("-")
                && bare.codePoints().allMatch(Mailbox::mayStand);
    }

    private static boolean mayStand(int point) {
        return point < 0x80
                ? Ascii.isLetterOrDigit(point) || SIGNS.indexOf(point) >= 0
                : Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    /** Whether it can be told to a server that does not know RFC 6531. */
    public boolean isAscii() {
        return local.chars().allMatch(c -> c < 0x80);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
