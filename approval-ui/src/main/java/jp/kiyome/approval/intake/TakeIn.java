package jp.kiyome.approval.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Report;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;

/**
 * Takes files in: what was handed in is on disk before anybody works on it, and what came of it before anybody is told. Threads share
 * it.
 */
public final class TakeIn {

    private static final Actor WHO = Actor.service("web");

    private final Store store;
    private final Function<Organisation, Works> works;
    private final Settings settings;
    private final InstantSource clock;

    /**
     * Bounds and places.
     *
     * @param largest bytes of a file at most
     * @param keep how long items are kept
     * @param scratch where temp files are made
     */
    public record Settings(long largest, Duration keep, Path scratch) {}

    public TakeIn(Store store, Function<Organisation, Works> works, Settings settings, InstantSource clock) {
        this.store = store;
        this.works = works;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a file in and has it sanitized.
     *
     * @param passwords to open it with
     * @throws jp.kiyome.core.content.ContentTooLarge when it is larger than files may be; then nothing was taken
     * @throws IOException when it cannot be read, or the disk is full
     */
    public Item take(Person person, Untrusted name, InputStream file, List<String> passwords) throws IOException {
        // First: with a policy that cannot be used nothing is taken in.
        Works how = works.apply(person.organisation());
        Staged original = store.blobs().stage(person.organisation(), Area.ORIGINAL, file, settings.largest());
        Instant now = clock.instant();
        Arrival arrival = new Arrival(
                ItemId.at(now.toEpochMilli()),
                Kind.FILE,
                person.group(),
                Untrusted.of(person.name().value()),
                List.of(),
                name,
                now,
                now.plus(settings.keep()));
        store.items().accept(person.organisation(), person.actor(), arrival, original);
        return sanitize(person.organisation(), arrival.id(), name, passwords, how);
    }

    /**
     * Works on an item of the store once more, with passwords that somebody has typed.
     *
     * @throws jp.kiyome.quarantine.item.IllegalMove when it is not locked any more
     */
    public Item unlock(Person person, Item item, List<String> passwords) throws IOException {
        Works how = works.apply(person.organisation());
        return sanitize(person.organisation(), item.id(), nameOf(item), passwords, how);
    }

    /** Who opens locked files of an organisation's mails; empty where nobody does. */
    public Optional<LockedMails> lockedMails(Organisation organisation) {
        return works.apply(organisation).lockedMails();
    }

    /** A mail has a subject, which is no name. */
    private static Untrusted nameOf(Item item) {
        return switch (item.arrival().kind()) {
            case MAIL -> Untrusted.of("mail.eml");
            case FILE -> item.arrival().title();
        };
    }

    private Item sanitize(Organisation organisation, ItemId id, Untrusted name, List<String> passwords, Works how)
            throws IOException {
        store.items().move(organisation, WHO, id, State.PROCESSING, "");
        try (Workspace workspace = new Workspace(settings.scratch());
                InputStream original = store.blobs().openForEngine(organisation, id)) {
            Content content = workspace.copyOf(original, settings.largest());
            Job job = new Job(name, content, workspace, passwords).belongingTo(organisation.id());
            return conclude(organisation, id, how, how.sanitizer().sanitize(job));
        }
    }

    private Item conclude(Organisation organisation, ItemId id, Works kept, Outcome outcome) throws IOException {
        Report report = outcome.report();
        Conclusion conclusion = new Conclusion(
                Part.of(report),
                report.engineVersion(),
                report.policyHash(),
                kept.report().apply(report),
                report.output().isPresent() ? kept.receipt().apply(report) : "");
        List<Staged> cleaned = outcome instanceof Outcome.Rebuilt rebuilt
                ? List.of(store.blobs()
                        .stage(
                                organisation,
                                Area.CLEANED,
                                rebuilt.content().stream(),
                                rebuilt.content().size()))
                : List.of();
        Item item = store.items().conclude(organisation, WHO, id, conclusion, cleaned, "");
        return report.held() ? store.items().move(organisation, WHO, id, State.HELD, "policy") : item;
    }
}
