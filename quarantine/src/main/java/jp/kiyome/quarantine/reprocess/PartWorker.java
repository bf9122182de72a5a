package jp.kiyome.quarantine.reprocess;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.batch.Assignment;
import jp.kiyome.quarantine.reprocess.batch.Parts;
import jp.kiyome.quarantine.reprocess.remote.Broker;
import jp.kiyome.quarantine.reprocess.remote.Listening;
import jp.kiyome.quarantine.reprocess.task.Run;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.reprocess.work.StoreFiling;
import jp.kiyome.quarantine.reprocess.work.TaskWork;
import jp.kiyome.quarantine.reprocess.work.Treatments;
import jp.kiyome.quarantine.store.Store;

/** Does parts of runs that other machines have begun, under the same engine and policies and on the same store. */
public final class PartWorker {

    private final Store store;
    private final DatabaseSettings.PostgreSql settings;
    private final Actor who;
    private final Map<Organisation, Treatments> treatments;
    private final InstantSource clock;

    /**
     * For some organisations; the parts of others are left to others.
     *
     * @param treatments at least one
     */
    public PartWorker(
            Store store,
            DatabaseSettings.PostgreSql settings,
            Actor who,
            Map<Organisation, Treatments> treatments,
            InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.who = who;
        this.treatments = Map.copyOf(treatments);
        this.clock = clock;
    }

    /**
     * Works until it is not wanted any more.
     *
     * @param jobs parts at a time
     * @param wanted asked between two parts whether to go on; threads share it
     */
    public void work(Broker broker, int jobs, BooleanSupplier wanted) throws InterruptedException {
        try (Database tables = Database.open(settings)) {
            Desk desk = new Desk(tables);
            Map<Organisation, String> policies = new HashMap<>();
            treatments.forEach((organisation, all) -> policies.put(organisation, all.policies()));
            String engine = treatments.values().iterator().next().engineVersion();
            Listening listening = new Listening(broker, engine, policies, desk::perform, wanted);
            Thread[] threads = new Thread[jobs];
            for (int i = 0; i < jobs; i++) {
                threads[i] = Thread.ofPlatform().name("parts-" + i).start(() -> listen(listening));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void listen(Listening listening) {
        try {
            listening.listen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is open of each run while parts of it come. */
    private final class Desk {

        private final Database tables;
        private final ConcurrentMap<UUID, Optional<Parts>> runs = new ConcurrentHashMap<>();

        Desk(Database tables) {
            this.tables = tables;
        }

        void perform(Assignment assignment) {
            Function<UUID, Optional<Parts>> open = id -> parts(assignment.organisation(), id);
            runs.computeIfAbsent(assignment.run(), open).ifPresent(parts -> parts.perform(assignment));
        }

        /** The message is not believed: the run must be there, and be for this engine and these policies. */
        private Optional<Parts> parts(Organisation organisation, UUID id) {
            TaskBook book = new TaskBook(tables, organisation, clock);
            return Optional.ofNullable(treatments.get(organisation)).flatMap(how -> book.find(id)
                    .filter(found -> found.plan().engineVersion().equals(how.engineVersion())
                            && found.plan().policyHash().equals(how.policies()))
                    .map(found -> parts(organisation, how, book, found)));
        }

        private Parts parts(Organisation organisation, Treatments how, TaskBook book, Run run) {
            boolean again = run.plan().again();
            StoreFiling filing = new StoreFiling(store, organisation, who, again);
            TaskWork work = new TaskWork(store, organisation, how, filing, again, clock);
            return Parts.of(tables, book, run, work, filing);
        }
    }
}
