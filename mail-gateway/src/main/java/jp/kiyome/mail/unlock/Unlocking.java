package jp.kiyome.mail.unlock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.password.PasswordHints;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.type.FileType;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.relay.Onlooker;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.relay.Reopening;
import jp.kiyome.mail.relay.Seen;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.mail.settings.PasswordSettings;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.store.Store;

/**
 * Opens the locked files of mails that were delivered without them, or held: with passwords that other mails of the same envelope sender
 * to the same recipient name, later or shortly before, or that people type. What is opened goes, in another mail, to those of the locked
 * mail's own recipients who got the password, and to nobody else, whoever claims to be its sender. When a method returns, that mail is on
 * disk. No password is written anywhere. Threads share it.
 */
public final class Unlocking implements Onlooker {

    /** Candidates of one mail. */
    private static final int MOST_CANDIDATES = 20;

    /** Passwords of one try of a person. */
    private static final int MOST_TYPED = 5;

    /** Characters of a password. */
    private static final int LONGEST = 128;

    /** Locked mails that one mail is tried on. */
    private static final int MOST_ITEMS = 5;

    private static final String MAIL = "eml";

    private final Map<Organisation, OrganisationSettings> organisations = new HashMap<>();
    private final List<OrganisationSettings> parts;
    private final Function<OrganisationSettings, Rebuilding> rebuilding;
    private final Store store;
    private final LockedItems locked;
    private final Delivery delivery;
    private final Remembered remembered = new Remembered();
    private final InstantSource clock;
    private final LongAdder opened = new LongAdder();

    /** @param rebuilding of each organisation, always the same */
    public Unlocking(
            GatewaySettings settings,
            Store store,
            Function<OrganisationSettings, Rebuilding> rebuilding,
            InstantSource clock) {
        settings.organisations().forEach(one -> organisations.put(one.organisation(), one));
        this.parts = settings.parts();
        this.rebuilding = rebuilding;
        this.store = store;
        this.locked = new LockedItems(store);
        this.delivery = new Delivery(store, settings.name());
        this.clock = clock;
    }

    /** Mails of which something was opened. */
    public long opened() {
        return opened.sum();
    }

    @Override
    public void see(Seen mail) {
        PasswordSettings how = mail.whose().passwords();
        if (!how.fromMails() || mail.sender().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Mailbox sender = mail.sender().get();
        List<String> candidates = PasswordHints.in(mail.text(), MOST_CANDIDATES);
        if (!candidates.isEmpty()) {
            Source.Mail source = new Source.Mail(mail.id().toString(), now, candidates);
            Instant until = now.plus(how.earlier());
            mail.recipients().forEach(one -> remembered.keep(mail.whose().organisation(), sender, one, source, until));
            later(mail, sender, source, now);
        }
        if (LockedItems.lockedInside(Part.of(mail.report())) > 0) {
            earlier(mail, sender, now);
        }
    }

    /** The passwords come after the files, or with them. */
    private void later(Seen mail, Mailbox sender, Source.Mail source, Instant now) {
        Organisation whose = mail.whose().organisation();
        Instant since = now.minus(mail.whose().passwords().within());
        int tried = 0;
        for (Item item : locked.of(whose, sender, since)) {
            List<Mailbox> people = locked.waiting(item, mail.recipients(), notes(item));
            if (!people.isEmpty() && tried++ < MOST_ITEMS) {
                attempt(whose(item).orElse(mail.whose()), item, source, people, now);
            }
        }
    }

    /** The files come after the passwords: those get them to whom a password came. */
    private void earlier(Seen mail, Mailbox sender, Instant now) {
        Organisation whose = mail.whose().organisation();
        Map<String, Source.Mail> sources = new LinkedHashMap<>();
        Map<String, List<Mailbox>> people = new LinkedHashMap<>();
        for (Mailbox one : mail.recipients()) {
            for (Source.Mail source : remembered.of(whose, sender, one, now)) {
                sources.putIfAbsent(source.id(), source);
                people.computeIfAbsent(source.id(), none -> new ArrayList<>()).add(one);
            }
        }
        sources.forEach((id, source) -> store.items().find(whose, mail.id()).ifPresent(item -> {
            List<Mailbox> waiting = locked.waiting(item, Objects.requireNonNull(people.get(id)), notes(item));
            if (!waiting.isEmpty()) {
                attempt(mail.whose(), item, source, waiting, now);
            }
        }));
    }

    /**
     * Tries passwords that a person has typed.
     *
     * @param passwords at most five are tried
     * @param who the person, for the trail
     * @param people who are to get what is opened; recipients of the item, or nothing is done
     */
    public Answer unlock(
            Organisation organisation, ItemId id, List<String> passwords, Actor who, List<Mailbox> people) {
        Optional<OrganisationSettings> whose = Optional.ofNullable(organisations.get(organisation));
        Optional<Item> item = whose.flatMap(known -> store.items().find(organisation, id));
        if (item.isEmpty()
                || people.isEmpty()
                || locked.waiting(item.get(), people, List.of()).size() < people.size()) {
            return Answer.GONE;
        }
        List<Mailbox> waiting = locked.waiting(item.get(), people, notes(item.get()));
        if (LockedItems.lockedParts(item.get()) == 0 || waiting.isEmpty()) {
            return LockedItems.isKept(item.get()) ? Answer.NOT_LOCKED : Answer.GONE;
        }
        List<String> some = passwords.stream()
                .filter(one -> !one.isEmpty() && one.length() <= LONGEST)
                .limit(MOST_TYPED)
                .toList();
        Source source = new Source.Person(who, some);
        return attempt(whose(item.get()).orElseThrow(), item.get(), source, waiting, clock.instant());
    }

    private List<AuditRecord> notes(Item item) {
        return store.trail().notes(item.organisation(), item.id());
    }

    private Answer attempt(OrganisationSettings whose, Item item, Source source, List<Mailbox> people, Instant now) {
        Tries tries = new Tries(store.trail(), whose.passwords().tries());
        if (!tries.may(item, source, now)) {
            return Answer.TOO_MANY_TRIES;
        }
        try (Workspace workspace = Workspace.inTempDirectory();
                InputStream in = store.blobs().openForEngine(item.organisation(), item.id())) {
            Content original = workspace.copyOf(in, item.original().size());
            Rebuilding how = rebuilding.apply(whose);
            Optional<Mailbox> sender = Mailbox.read(item.arrival().sender().unescaped());
            Reopening.Reopened reopened = new Reopening(how, sender, people, LockedItems.isUnderWay(item))
                    .of(job(item, source, original, workspace), Opening.label(whose, item, source));
            long left = LockedItems.lockedInside(Part.of(reopened.outcome().report()));
            if (reopened.outcome() instanceof Outcome.Rebuilt rebuilt
                    && isMail(rebuilt.report())
                    && left < LockedItems.lockedParts(item)) {
                if (!reopened.keptBack().isEmpty()) {
                    tries.keptBack(item, source, reopened.keptBack());
                    return Answer.KEPT_BACK;
                }
                ItemId as = delivery.file(whose, item, original, rebuilt, how, people, now);
                tries.opened(item, source, as, people, left);
                opened.increment();
                return Answer.OPENED;
            }
            return Answer.WRONG;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the store", e);
        }
    }

    private static Job job(Item item, Source source, Content original, Workspace workspace) {
        return new Job(Untrusted.of("mail.eml"), original, workspace, source.candidates())
                .belongingTo(item.organisation().id());
    }

    /** The settings of the organisation, or of the group, whose item it is. */
    private Optional<OrganisationSettings> whose(Item item) {
        return parts.stream()
                .filter(part -> part.organisation().equals(item.organisation()))
                .filter(part -> part.unit().group().equals(item.arrival().group()))
                .findFirst()
                .or(() -> Optional.ofNullable(organisations.get(item.organisation())));
    }

    private static boolean isMail(Report report) {
        return report.type().map(FileType::id).filter(MAIL::equals).isPresent();
    }
}
