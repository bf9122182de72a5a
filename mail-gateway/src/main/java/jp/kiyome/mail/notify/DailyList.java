package jp.kiyome.mail.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.NoticeSettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.store.Store;

/**
 * Writes the lists of held mail, once a day: of what came before that time of day, and is held. So whoever writes them later in the day, or
 * again after a restart, writes none for those who had theirs, and none for those who had nothing then. Used by one thread.
 */
final class DailyList {

    private static final int MOST_LISTED = 100;

    private final OrganisationSettings whose;
    private final NoticeSettings settings;
    private final Letters letters;
    private final Store store;
    private final InstantSource clock;
    private LocalDate done = LocalDate.MIN;

    DailyList(OrganisationSettings whose, NoticeSettings settings, Letters letters, Store store, InstantSource clock) {
        this.whose = whose;
        this.settings = settings;
        this.letters = letters;
        this.store = store;
        this.clock = clock;
    }

    /** Writes today's, if it is time and nobody has. */
    void round() {
        if (settings.digest().isEmpty()) {
            return;
        }
        NoticeSettings.Digest digest = settings.digest().get();
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        ZonedDateTime due = now.toLocalDate().atTime(digest.at()).atZone(settings.zone());
        if (!now.isBefore(due) && done.isBefore(now.toLocalDate())) {
            write(digest, now.toLocalDate(), due.toInstant());
            done = now.toLocalDate();
        }
    }

    private void write(NoticeSettings.Digest digest, LocalDate day, Instant due) {
        List<Item> held = HeldMail.of(whose, store, due);
        if (held.isEmpty()) {
            return;
        }
        if (digest.officers().isEmpty()) {
            byRecipient(held).forEach((mailbox, items) -> put(mailbox, items, Wording.DIGEST_YOURS, day));
        } else {
            digest.officers().forEach(officer -> put(officer, held, Wording.DIGEST_ALL, day));
        }
    }

    /** Those of the organisation alone. */
    private Map<Mailbox, List<Item>> byRecipient(List<Item> held) {
        Map<Mailbox, List<Item>> all = new LinkedHashMap<>();
        for (Item item : held) {
            item.arrival().recipients().stream()
                    .map(recipient -> Mailbox.read(recipient.unescaped()))
                    .flatMap(Optional::stream)
                    .filter(mailbox -> whose.domains().contains(mailbox.domain()))
                    .distinct()
                    .forEach(mailbox -> all.computeIfAbsent(mailbox, none -> new ArrayList<>())
                            .add(item));
        }
        return all;
    }

    private void put(Mailbox to, List<Item> held, Wording heading, LocalDate day) {
        String name = LetterName.of("digest", whose.organisation().id(), day.toString(), to.toString());
        if (store.outbox().isKnown(whose.organisation(), name)) {
            return;
        }
        Described words = letters.words();
        List<String> lines = new ArrayList<>(List.of(words.say(Wording.TO_RECIPIENT, to), ""));
        lines.add(words.say(heading, held.size()));
        for (Item item : held.stream().limit(MOST_LISTED).toList()) {
            lines.add("");
            lines.addAll(line(words, item));
        }
        if (held.size() > MOST_LISTED) {
            lines.addAll(List.of("", words.say(Wording.DIGEST_MORE, held.size() - MOST_LISTED)));
        }
        lines.addAll(List.of("", words.say(Wording.WHAT_TO_DO), words.say(Wording.DIGEST_DO)));
        Instant now = clock.instant();
        String subject = words.say(Wording.DIGEST_SUBJECT, words.time(now), held.size());
        Letter letter = letters.letter(name, "digest", to, Optional.empty(), subject, lines, now);
        store.outbox().put(whose.organisation(), letter);
    }

    private List<String> line(Described words, Item item) {
        String reference = item.id().toString();
        String reason = item.conclusion()
                .map(what -> words.reason(what.root().reason()))
                .orElseGet(() -> words.say(Wording.UNKNOWN_REASON));
        List<String> lines = words.mail(
                reference,
                item.arrival().received(),
                item.arrival().sender(),
                List.of(),
                item.arrival().title(),
                reason);
        lines.add(words.ask(whose.link(), reference));
        return lines;
    }
}
