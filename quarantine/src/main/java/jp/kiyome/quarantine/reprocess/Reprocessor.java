package jp.kiyome.quarantine.reprocess;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.database.Held;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.batch.Broken;
import jp.kiyome.quarantine.reprocess.batch.RunJob;
import jp.kiyome.quarantine.reprocess.task.Plan;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.Run;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.reprocess.task.Told;
import jp.kiyome.quarantine.reprocess.work.DryFiling;
import jp.kiyome.quarantine.reprocess.work.Filing;
import jp.kiyome.quarantine.reprocess.work.StoreFiling;
import jp.kiyome.quarantine.reprocess.work.TaskWork;
import jp.kiyome.quarantine.reprocess.work.Treatments;
import jp.kiyome.quarantine.store.Store;

/**
 * Processes items of an organisation again. Whenever and however a run was stopped, the same request goes on with it: what was done
 * is not done twice, and nothing is missed. docs/store.md says what a result means.
 */
public final class Reprocessor {

    private final Store store;
    private final Organisation organisation;
    private final Actor who;
    private final Treatments treatments;
    private final InstantSource clock;

    /**
     * For one organisation.
     *
     * @param treatments of its groups
     */
    public Reprocessor(Store store, Organisation organisation, Actor who, Treatments treatments, InstantSource clock) {
        this.store = store;
        this.organisation = organisation;
        this.who = who;
        this.treatments = treatments;
        this.clock = clock;
    }

    /**
     * Runs to the end.
     *
     * @param told of each task, in order, when all are done
     * @return how many came to what
     * @throws jp.kiyome.quarantine.reprocess.batch.Broken when it could not be brought to its end
     * @throws Stopped when the watcher did not want it any more
     * @throws Busy when another process works on the same
     */
    public Map<Result, Long> run(Request request, Watcher watcher, Consumer<Told> told) {
        if (!request.dry()) {
            return run(request, watcher, told, store.tables());
        }
        try (Database tables = Database.open(new DatabaseSettings.Transient())) {
            new TaskBook(tables, organisation, clock).enrol();
            return run(request, watcher, told, tables);
        }
    }

    private Map<Result, Long> run(Request request, Watcher watcher, Consumer<Told> told, Database tables) {
        TaskBook book = new TaskBook(tables, organisation, clock);
        Run run = book.open(plan(request));
        Optional<Held> held = tables.hold(run.id());
        if (held.isEmpty()) {
            throw new Busy();
        }
        try (Held _ = held.get()) {
            return run(request, watcher, told, tables, book, run);
        }
    }

    private Plan plan(Request request) {
        return new Plan(
                request.selection().words(), treatments.engineVersion(), treatments.policies(), request.again());
    }

    private Map<Result, Long> run(
            Request request, Watcher watcher, Consumer<Told> told, Database tables, TaskBook book, Run run) {
        if (!request.dry()) {
            store.reprocessing().begin(organisation, who, run.id(), run.plan());
        }
        Filing filing = request.dry()
                ? new DryFiling(store, organisation, book)
                : new StoreFiling(store, organisation, who, request.again());
        TaskWork work = new TaskWork(store, organisation, treatments, filing, request.again(), clock);
        RunJob job = RunJob.of(new RunJob.Ingredients(
                store,
                tables,
                organisation,
                book,
                run,
                request.selection(),
                work,
                filing,
                request.jobs(),
                watcher::wanted,
                request.elsewhere()));
        try (Look _ = Look.at(book, run, watcher)) {
            job.perform();
        } catch (Broken e) {
            throw watcher.wanted() ? e : new Stopped();
        }
        Map<Result, Long> tally = book.tally(run.id());
        if (!request.dry()) {
            store.reprocessing().end(organisation, who, run.id(), tally);
        }
        tell(book, run, told);
        book.end(run.id());
        return tally;
    }

    private static void tell(TaskBook book, Run run, Consumer<Told> told) {
        List<Told> page = book.told(run.id(), -1);
        while (!page.isEmpty()) {
            page.forEach(told);
            page = book.told(run.id(), page.getLast().done().number());
        }
    }
}
