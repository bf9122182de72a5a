package jp.kiyome.mail.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.relay.Concerning;
import jp.kiyome.mail.relay.Kind;
import jp.kiyome.mail.relay.Notice;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.NoticeSettings;
import jp.kiyome.mail.settings.NoticeSettings.Befallen;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.outbox.Outbox;
import jp.kiyome.quarantine.outbox.Put;

/**
 * Where notices become letters: of each mail, each person hears of each thing that befell it once, and of so many things in an hour. When
 * {@link #accept} returns, the letters are on disk. Threads share it.
 */
public final class Desk implements Consumer<Notice> {

    private final Map<String, OrganisationSettings> organisations = new HashMap<>();
    private final Map<String, Letters> letters = new HashMap<>();
    private final Outbox outbox;
    private final Consumer<Notice> log;
    private final NoticeFigures figures;
    private final InstantSource clock;

    /** @param log told of every notice, sent or not */
    public Desk(
            GatewaySettings settings,
            Outbox outbox,
            FindingCatalogue catalogue,
            Consumer<Notice> log,
            NoticeFigures figures,
            InstantSource clock) {
        this.outbox = outbox;
        this.log = log;
        this.figures = figures;
        this.clock = clock;
        for (OrganisationSettings one : settings.organisations()) {
            String id = one.organisation().id();
            organisations.put(id, one);
            one.notices().ifPresent(how -> letters.put(id, new Letters(one, how, settings.name(), catalogue)));
        }
    }

    @Override
    public void accept(Notice notice) {
        log.accept(notice);
        try {
            keep(notice);
        } catch (RuntimeException e) {
            if (isHeld(notice.kind())) {
                throw e;
            }
            // The mail comes again, and with it the notice; it is in the log.
            figures.lost();
        }
    }

    /** Whether nobody would hear of the mail any more. */
    private static boolean isHeld(Kind kind) {
        return switch (kind) {
            case BLOCKED, LOCKED, GAVE_UP, UNDELIVERED -> true;
            case FAILED, NEXT_HOP, STORE, RULE, RULE_FOR_RECIPIENTS, REJECTED -> false;
        };
    }

    private void keep(Notice notice) {
        Optional<OrganisationSettings> whose = Optional.ofNullable(organisations.get(notice.organisation()));
        Optional<Letters> written = lettersOf(notice.organisation());
        if (whose.isEmpty() || written.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        if (notice.kind() == Kind.RULE_FOR_RECIPIENTS) {
            forRecipients(whose.get(), written.get(), notice, Story.ofRule(), now);
            return;
        }
        for (Mailbox administrator : new LinkedHashSet<>(notice.to())) {
            put(whose.get(), written.get().forAdministrator(notice, administrator, now));
        }
        Optional<Befallen> befallen = Story.befallen(notice.kind());
        if (befallen.isPresent() && isWanted(whose.get(), befallen.get())) {
            forRecipients(whose.get(), written.get(), notice, Story.forRecipients(befallen.get()), now);
        }
    }

    private void forRecipients(OrganisationSettings whose, Letters written, Notice notice, Story story, Instant now) {
        if (Somebody.sent(notice.about())) {
            for (Mailbox one : people(whose, notice.about())) {
                put(whose, written.forRecipient(notice, story, one, now));
            }
        }
    }

    private static boolean isWanted(OrganisationSettings whose, Befallen what) {
        return whose.notices().filter(how -> how.recipients().contains(what)).isPresent();
    }

    /** Those of the organisation whose mail it is: the recipients, and of mail on its way out the sender. Nobody outside is written to. */
    private static Set<Mailbox> people(OrganisationSettings whose, Concerning mail) {
        List<Mailbox> all = mail.outbound() ? mail.sender().stream().toList() : mail.recipients();
        Set<Mailbox> own = new LinkedHashSet<>();
        all.stream()
                .filter(one -> whose.domains().contains(one.domain()))
                .filter(Somebody::is)
                .forEach(own::add);
        return own;
    }

    private void put(OrganisationSettings whose, Letter letter) {
        int most = whose.notices().map(NoticeSettings::mostAnHour).orElse(0);
        Put put = outbox.put(whose.organisation(), letter, most);
        switch (put) {
            case TAKEN -> figures.taken();
            case WITHHELD -> figures.withheld();
            case KNOWN -> {
                // They have heard of it.
            }
        }
    }

    /**
     * Tells an organisation's administrators something that others have worded.
     *
     * @param what names it: the same is told once
     * @return whether it was new
     */
    public boolean announce(Organisation organisation, String what, Bilingual subject, Bilingual text) {
        boolean news = false;
        Optional<OrganisationSettings> whose = Optional.ofNullable(organisations.get(organisation.id()));
        Optional<Letters> written = lettersOf(organisation.id());
        if (whose.isPresent() && written.isPresent()) {
            for (Mailbox one : new LinkedHashSet<>(whose.get().administrators())) {
                String name = LetterName.of("alert", organisation.id(), what, one.toString());
                Letter letter = written.get().announcement(name, one, subject, text, clock.instant());
                news |= outbox.put(organisation, letter);
            }
        }
        return news;
    }

    Optional<Letters> lettersOf(String organisation) {
        return Optional.ofNullable(letters.get(organisation));
    }
}
