package jp.kiyome.mail.unlock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.audit.AuditTrail;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;

/**
 * Counts in the trail how often passwords were tried on an item, and says there what came of it. What was tried is not said.
 *
 * @param most mails that are tried on one item in all, and tries of people on one item in a day
 */
record Tries(AuditTrail trail, int most) {

    private static final String TRIED = "item.password";
    private static final String OPENED = "item.unlocked";
    private static final String KEPT_BACK = "item.unlocked-kept-back";
    private static final String MAIL = "mail";
    private static final String FOR = "for";
    private static final Duration DAY = Duration.ofDays(1);

    /** Notes one more; false when there were enough. A mail that comes again is the same try. */
    boolean may(Item item, Source source, Instant now) {
        return switch (source) {
            case Source.Mail mail -> {
                boolean again =
                        trail.notes(item.organisation(), item.id()).stream().anyMatch(note -> isOf(note, mail));
                yield again || note(item, mail, Map.of("by", "mail", MAIL, mail.id()), Tries::isOfMail);
            }
            case Source.Person person ->
                note(
                        item,
                        person,
                        Map.of("by", "person"),
                        note -> note.action().equals(TRIED)
                                && !isOfMail(note)
                                && note.at().isAfter(now.minus(DAY)));
        };
    }

    private boolean note(Item item, Source source, Map<String, String> detail, Predicate<AuditRecord> alike) {
        return trail.note(
                item.organisation(),
                source.who(),
                item.id(),
                TRIED,
                detail,
                notes -> notes.stream().filter(alike).count() < most);
    }

    private static boolean isOfMail(AuditRecord note) {
        return note.action().equals(TRIED) && note.fields().containsKey(MAIL);
    }

    private static boolean isOf(AuditRecord note, Source.Mail mail) {
        return isOfMail(note) && mail.id().equals(note.fields().get(MAIL));
    }

    /** Notes that something could be opened and rules keep it back. */
    void keptBack(Item item, Source source, List<String> rules) {
        String names = String.join(", ", rules);
        trail.note(item.organisation(), source.who(), item.id(), KEPT_BACK, Map.of("rules", names), notes -> true);
    }

    /** Notes that something is open. */
    void opened(Item item, Source source, ItemId as, List<Mailbox> people, long left) {
        String names = people.stream().map(Mailbox::toString).map(Ascii::lower).collect(Collectors.joining(" "));
        String mail =
                switch (source) {
                    case Source.Mail one -> one.id();
                    case Source.Person person -> "";
                };
        trail.note(
                item.organisation(),
                source.who(),
                item.id(),
                OPENED,
                Map.of("as", as.toString(), FOR, names, "left", Long.toString(left), MAIL, mail),
                notes -> notes.stream()
                        .noneMatch(note -> note.action().equals(OPENED)
                                && as.toString().equals(note.fields().get("as"))));
    }

    /** Whether a note says that all of it is open. */
    static boolean opened(AuditRecord note) {
        return note.action().equals(OPENED) && "0".equals(note.fields().get("left"));
    }

    /** For whom, in small letters. */
    static List<String> people(AuditRecord note) {
        return List.of(note.fields().getOrDefault(FOR, "").split(" ", -1));
    }
}
