package jp.kiyome.approval.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Group;

/** What others tell of people, brought to what we take. Stateless. */
public final class Told {

    private static final int NAME = 128;
    private static final Pattern MAIL = Pattern.compile("[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,189}");

    private Told() {}

    /** A name to be shown; the account's where none is told. */
    public static Untrusted fullName(Optional<String> told, AccountName account) {
        String name = told.map(String::strip).filter(text -> !text.isEmpty()).orElse(account.value());
        int end = name.codePointCount(0, name.length()) > NAME ? name.offsetByCodePoints(0, NAME) : name.length();
        return Untrusted.of(name.substring(0, end));
    }

    /** An address in small letters; empty for what is none. */
    public static String mail(Optional<String> told) {
        return told.filter(text -> MAIL.matcher(text).matches())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** A group; {@link Group#WHOLE} for what cannot be one. */
    public static Group group(Optional<String> told) {
        try {
            return told.map(Group::new).orElse(Group.WHOLE);
        } catch (IllegalArgumentException e) {
            return Group.WHOLE;
        }
    }
}
