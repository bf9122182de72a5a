package jp.kiyome.approval.account;

import java.util.Locale;
import java.util.Set;
import jp.kiyome.approval.person.AccountName;

/**
 * Which passwords are taken: long ones, whatever they are made of (NIST SP 800-63B, 3.1.1.2), that are not the account's name and
 * not the first that anybody would try.
 */
public final class PasswordRule {

    /** Characters at least. */
    public static final int SHORTEST = 12;
    /** Characters at most: what is hashed is bounded. */
    public static final int LONGEST = 256;

    private static final Set<String> TRIED_FIRST =
            Set.of("password1234", "passwordpassword", "123456789012", "qwertyuiop12", "administrator", "kiyomekiyome");

    private PasswordRule() {}

    public static boolean takes(AccountName account, String password) {
        String small = password.toLowerCase(Locale.ROOT);
        return password.codePointCount(0, password.length()) >= SHORTEST
                && password.length() <= LONGEST
                && small.codePoints().distinct().count() > 3
                && !TRIED_FIRST.contains(small)
                && !small.replace(account.value(), "").isBlank()
                && small.replace(account.value(), "").length() >= SHORTEST / 2;
    }
}
