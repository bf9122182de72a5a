package jp.kiyome.approval.person;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;

/**
 * What somebody signs in with.
 *
 * @param value small letters, digits and {@code . _ -}, 64 at most, a letter or digit first; never an address, so that no mail's
 *     sender can look like one
 */
public record AccountName(String value) implements Comparable<AccountName> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public AccountName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account: " + Untrusted.of(value));
        }
    }

    /** What somebody typed; empty when it can be no account. */
    public static Optional<AccountName> typed(String text) {
        String name = text.strip();
        return SHAPE.matcher(name).matches() ? Optional.of(new AccountName(name)) : Optional.empty();
    }

    @Override
    public int compareTo(AccountName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
