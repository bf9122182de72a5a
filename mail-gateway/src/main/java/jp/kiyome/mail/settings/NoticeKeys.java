package jp.kiyome.mail.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;

/** What the file says of an organisation's notices and passwords. Stateless. */
final class NoticeKeys {

    private static final List<String> KEYS = List.of("from", "recipients", "charset", "an-hour", "zone", "digest");
    private static final List<String> DIGEST = List.of("at", "to", "officers");
    private static final List<String> PASSWORDS = List.of("from-mails", "within", "earlier", "tries");
    private static final List<String> BEFALLEN = List.of("held", "locked", "rejected");
    private static final int USUAL_MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private NoticeKeys() {}

    /** @param domains of the organisation: what it sends is from one of them */
    static Optional<NoticeSettings> notices(PolicyEntry entry, Set<DomainName> domains, List<Mailbox> administrators) {
        Keys keys = new Keys(entry, KEYS);
        Optional<Mailbox> from = keys.neededOne("from", Mailbox::read, SettingsFault.NOT_A_MAILBOX);
        if (from.isPresent()
                && !(domains.contains(from.get().domain()) && from.get().isAscii())) {
            entry.wrong(SettingsFault.NOT_OWN.text(from.get()));
        }
        Set<NoticeSettings.Befallen> told = EnumSet.noneOf(NoticeSettings.Befallen.class);
        for (PolicyEntry item : keys.get("recipients").map(PolicyEntry::items).orElse(List.of())) {
            item.oneOf(BEFALLEN)
                    .ifPresent(word -> told.add(NoticeSettings.Befallen.valueOf(word.toUpperCase(Locale.ROOT))));
        }
        boolean japanese = keys.word("charset", List.of("utf-8", "iso-2022-jp")).equals("iso-2022-jp");
        int most = keys.count("an-hour", USUAL_MOST, 10_000);
        ZoneId zone =
                keys.one("zone", NoticeKeys::zone, SettingsFault.NOT_A_ZONE).orElse(NoticeSettings.USUAL_ZONE);
        Optional<NoticeSettings.Digest> digest = keys.get("digest").flatMap(below -> digest(below, administrators));
        return from.map(sender -> new NoticeSettings(sender, told, japanese, most, zone, digest));
    }

    private static Optional<NoticeSettings.Digest> digest(PolicyEntry entry, List<Mailbox> administrators) {
        Keys keys = new Keys(entry, DIGEST);
        Optional<LocalTime> at = keys.neededOne("at", NoticeKeys::time, SettingsFault.NOT_A_TIME);
        boolean toOfficers = keys.word("to", List.of("recipients", "officers")).equals("officers");
        List<Mailbox> named = keys.all("officers", Mailbox::read, SettingsFault.NOT_A_MAILBOX);
        List<Mailbox> officers = named.isEmpty() ? administrators : named;
        if (toOfficers && officers.isEmpty()) {
            entry.wrong(SettingsFault.NO_OFFICERS.text());
        }
        return at.map(time -> new NoticeSettings.Digest(time, toOfficers ? officers : List.of()));
    }

    static PasswordSettings passwords(PolicyEntry entry) {
        Keys keys = new Keys(entry, PASSWORDS);
        PasswordSettings usual = PasswordSettings.defaults();
        return new PasswordSettings(
                keys.word("from-mails", List.of("yes", "no")).equals("yes"),
                keys.time("within", usual.within(), LONGEST),
                keys.time("earlier", usual.earlier(), LONGEST),
                keys.count("tries", usual.tries(), 100));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text, TIME));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }
}
