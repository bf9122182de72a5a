package jp.kiyome.quarantine.reprocess.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Optional;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.blob.BlobDamaged;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.Subject;
import jp.kiyome.quarantine.reprocess.task.Task;
import jp.kiyome.quarantine.store.NoSuchBlob;
import jp.kiyome.quarantine.store.Reprocessing;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.Treated;

/**
 * Takes one task through the engine. What keeps an item from that is the task's result; what keeps the store from working (a full
 * disk, a database that is gone) is thrown, and ends the run, which can be taken up again. Threads may share it.
 */
public final class TaskWork {

    private final Store store;
    private final Organisation organisation;
    private final Treatments treatments;
    private final Filing filing;
    private final boolean again;
    private final OutsideWork outside;

    /** @param again whether what was done before is done once more */
    public TaskWork(
            Store store,
            Organisation organisation,
            Treatments treatments,
            Filing filing,
            boolean again,
            InstantSource clock) {
        this.store = store;
        this.organisation = organisation;
        this.treatments = treatments;
        this.filing = filing;
        this.again = again;
        Treatment whole = treatments.whole();
        this.outside =
                new OutsideWork(new Attempts(whole, organisation), filing, item -> doneBefore(item, whole), clock);
    }

    /** Works on a task. */
    public Treated work(Task task) {
        boolean poison = task.tries() > treatments.whole().tries();
        return switch (task.subject()) {
            case Subject.Stored(ItemId item) ->
                poison ? Treated.Skipped.of(task.number(), item, SkipReason.CRASHES) : again(task, item);
            case Subject.Outside subject ->
                poison
                        ? new Treated.Skipped(task.number(), Optional.empty(), SkipReason.CRASHES, Untrusted.nothing())
                        : outside.work(task, subject);
        };
    }

    private Treated again(Task task, ItemId id) {
        Optional<Item> found = store.items().find(organisation, id);
        if (found.isEmpty()) {
            return Treated.Skipped.of(task.number(), id, SkipReason.GONE);
        }
        Treatment treatment = treatments.of(found.get().arrival().group());
        Optional<SkipReason> obstacle =
                Reprocessing.obstacle(found.get().state()).or(() -> doneBefore(id, treatment));
        return obstacle.isPresent()
                ? Treated.Skipped.of(task.number(), id, obstacle.get())
                : again(task, found.get(), new Attempts(treatment, organisation));
    }

    private Treated again(Task task, Item item, Attempts attempts) {
        ItemId id = item.id();
        try (Workspace workspace = Workspace.inTempDirectory();
                InputStream in = store.blobs().openForEngine(organisation, id)) {
            Arrival arrival = item.arrival();
            Consultation.Origin origin =
                    new Consultation.Origin(arrival.kind(), arrival.sender(), arrival.recipients());
            Consultation.Consulted consulted = attempts.of(origin, nameOf(item), in, workspace, task.tries());
            Outcome outcome = consulted.outcome();
            Optional<SkipReason> poison = Attempts.poison(outcome);
            return poison.isPresent()
                    ? Treated.Skipped.of(task.number(), id, poison.get())
                    : new Treated.Again(
                            task.number(),
                            id,
                            attempts.conclusion(outcome),
                            Outputs.stage(filing, outcome),
                            consulted.advice());
        } catch (BlobDamaged | NoSuchFileException | NoSuchBlob e) {
            return Treated.Skipped.of(task.number(), id, SkipReason.DAMAGED);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an original, or write an output", e);
        }
    }

    private Optional<SkipReason> doneBefore(ItemId id, Treatment treatment) {
        boolean done = !again
                && store.reprocessing().isDone(organisation, id, treatment.engineVersion(), treatment.policyHash());
        return done ? Optional.of(SkipReason.ALREADY_DONE) : Optional.empty();
    }

    /** As it was called when it was processed; the title of a mail is its subject, which is no name. */
    private static Untrusted nameOf(Item item) {
        return item.conclusion().map(was -> was.root().name()).orElseGet(() -> switch (item.arrival()
                .kind()) {
            case MAIL -> Untrusted.of("mail.eml");
            case FILE -> item.arrival().title();
        });
    }
}
