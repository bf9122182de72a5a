package jp.kiyome.approval.job;

import static jp.kiyome.quarantine.reprocess.work.Treatments.alike;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.No;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.database.Held;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.Reprocessor;
import jp.kiyome.quarantine.reprocess.Request;
import jp.kiyome.quarantine.reprocess.Stopped;
import jp.kiyome.quarantine.store.Store;

/**
 * Jobs of organisations, one at a time for each, in the background of this process. Whatever ends one before its end, it can go on:
 * {@link Reprocessor} knows what is done. Everything is checked here once more. Threads share it; processes may share the store.
 */
public final class Jobs implements AutoCloseable {

    /** Jobs in a list. */
    private static final int MOST = 50;

    private static final Duration LAST = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

    private final Store store;
    private final Treatments treatments;
    private final InstantSource clock;
    private final int atATime;
    private final Map<Organisation, JobWork> working = new HashMap<>();
    private final Map<Organisation, Thread> threads = new HashMap<>();
    private volatile boolean closing;

    /** @param atATime parts of a job; the workers are people's too */
    public Jobs(Store store, Treatments treatments, InstantSource clock, int atATime) {
        this.store = store;
        this.treatments = treatments;
        this.clock = clock;
        this.atATime = atATime;
    }

    /** Whether a job is somebody's to see and to stop. */
    public static boolean covers(Person person, Job job) {
        return covers(person, job.order());
    }

    private static boolean covers(Person person, Order order) {
        return switch (order.kind()) {
            case REPROCESS -> person.may(Permission.OVERSEE, order.group());
            case TRIAL -> person.may(Permission.GOVERN);
        };
    }

    /**
     * Begins one.
     *
     * @return empty when another one of the organisation is at work
     * @throws No when it is not theirs to begin
     */
    public Optional<JobId> start(Person person, Order order) {
        if (!covers(person, order)) {
            throw new No(No.Why.NOTHING_THERE);
        }
        AccountName by = person.name();
        Job job = new Job(
                JobId.at(clock.instant().toEpochMilli()),
                order,
                by,
                clock.instant(),
                Optional.empty(),
                JobState.RUNNING,
                false,
                Job.NOT_KNOWN,
                0);
        return begin(person, job, change -> JobBook.insert(change.rows(), job));
    }

    /** Does with effect what was tried. */
    public Optional<JobId> perform(Person person, JobId id) {
        Job tried = own(person, id);
        if (tried.state() != JobState.DONE
                || !tried.order().dry()
                || tried.order().kind() != Order.Kind.REPROCESS) {
            throw new No(No.Why.WRONG_STATE);
        }
        return start(person, tried.order().performed());
    }

    /** Goes on with one that ended before its end. */
    public Optional<JobId> resume(Person person, JobId id) {
        settle(person.organisation());
        Job job = own(person, id);
        return switch (job.state()) {
            case STOPPED, INTERRUPTED, FAILED ->
                begin(person, job, change -> JobBook.begin(change.rows(), id, person.name()));
            case RUNNING, DONE -> throw new No(No.Why.WRONG_STATE);
        };
    }

    /** What is written down when a job begins. */
    private interface Beginning {
        void write(Change change);
    }

    private synchronized Optional<JobId> begin(Person person, Job job, Beginning beginning) {
        Organisation organisation = person.organisation();
        if (closing || working.containsKey(organisation)) {
            return Optional.empty();
        }
        Optional<Held> held = hold(organisation);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        store.ledger().change(organisation, person.actor(), change -> {
            JobBook.interrupt(change.rows(), change.now());
            beginning.write(change);
            change.record("job.begin", "", detail(job));
            return job.id();
        });
        JobWork work = new JobWork(store.ledger(), organisation, person.actor(), job.id(), clock, () -> closing);
        working.put(organisation, work);
        threads.put(
                organisation,
                Thread.ofPlatform().name("job-" + organisation).start(() -> run(person, job, work, held.get())));
        return Optional.of(job.id());
    }

    private static Map<String, String> detail(Job job) {
        return Map.of(
                "job", job.id().toString(),
                "kind", job.order().kind().name(),
                "dry", job.order().dry() ? "yes" : "no",
                "group", job.order().group().name(),
                "query", job.order().form().query());
    }

    /** Held while one is at work: by this the processes of one store know of each other. */
    private Optional<Held> hold(Organisation organisation) {
        return store.tables()
                .hold(UUID.nameUUIDFromBytes(("jobs of " + organisation).getBytes(StandardCharsets.UTF_8)));
    }

    private void run(Person person, Job job, JobWork work, Held held) {
        Organisation organisation = person.organisation();
        JobOutcome outcome = new JobOutcome();
        JobState end = JobState.FAILED;
        try {
            end = work(person, job, work, outcome);
        } catch (RuntimeException e) {
            // What it is stands in the log: a page tells nobody how we are built.
            LOG.log(Level.WARNING, "a job was broken off", e);
        } finally {
            end(person, job, work, end, outcome);
            synchronized (this) {
                working.remove(organisation);
                threads.remove(organisation);
                held.close();
            }
        }
    }

    private JobState work(Person person, Job job, JobWork work, JobOutcome outcome) {
        Order order = job.order();
        try (Treatments.Opened opened = treatments.open(person.organisation(), order.policy())) {
            new Reprocessor(store, person.organisation(), person.actor(), alike(opened.treatment()), clock)
                    .run(
                            new Request(order.selection(), order.dry(), order.again(), atATime, Optional.empty()),
                            work,
                            outcome::add);
            return JobState.DONE;
        } catch (Stopped e) {
            return work.isStopping() ? JobState.STOPPED : JobState.INTERRUPTED;
        }
    }

    private void end(Person person, Job job, JobWork work, JobState state, JobOutcome outcome) {
        try {
            work.tell();
            store.ledger().change(person.organisation(), person.actor(), change -> {
                JobBook.end(change.rows(), job.id(), state, change.now());
                if (state == JobState.DONE) {
                    JobBook.write(change.rows(), job.id(), outcome);
                }
                change.record("job.end", "", Map.of("job", job.id().toString(), "state", state.name()));
                return state;
            });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "how a job ended cannot be written down", e);
        }
    }

    /** Has one stop once what is under way is done. */
    public void stop(Person person, JobId id) {
        own(person, id);
        store.ledger().change(person.organisation(), person.actor(), change -> {
            JobBook.askToStop(change.rows(), id);
            change.record("job.stop", "", Map.of("job", id.toString()));
            return id;
        });
    }

    private Job own(Person person, JobId id) {
        return find(person.organisation(), id)
                .filter(job -> covers(person, job))
                .orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }

    /** As it stands in the tables; whose it is, the caller asks. */
    public Optional<Job> find(Organisation organisation, JobId id) {
        return store.ledger().read(organisation, rows -> JobBook.find(rows, id));
    }

    /** As it is at this moment. */
    public synchronized Job now(Organisation organisation, Job job) {
        settle(organisation);
        return find(organisation, job.id())
                .map(found -> Optional.ofNullable(working.get(organisation))
                        .filter(work -> work.id().equals(found.id()))
                        .map(work -> work.on(found))
                        .orElse(found))
                .orElse(job);
    }

    /** How fast it goes, where it runs in this process. */
    public synchronized Optional<Pace> pace(Organisation organisation, JobId id) {
        return Optional.ofNullable(working.get(organisation))
                .filter(work -> work.id().equals(id))
                .flatMap(JobWork::pace);
    }

    /** What a process left that ended on the way is not at work any more. */
    private synchronized void settle(Organisation organisation) {
        if (working.containsKey(organisation) || !store.ledger().read(organisation, JobBook::isAnyRunning)) {
            return;
        }
        Optional<Held> held = hold(organisation);
        if (held.isEmpty()) {
            return;
        }
        try (Held _ = held.get()) {
            store.ledger()
                    .change(
                            organisation,
                            Actor.service("web"),
                            change -> JobBook.interrupt(change.rows(), change.now()));
        }
    }

    /** Those that somebody may see, the newest first. */
    public List<Job> all(Person person, Order.Kind kind) {
        settle(person.organisation());
        return store.ledger().read(person.organisation(), rows -> JobBook.all(rows, kind, MOST)).stream()
                .filter(job -> covers(person, job))
                .toList();
    }

    public JobCounts counts(Organisation organisation, JobId id) {
        return store.ledger().read(organisation, rows -> JobBook.counts(rows, id));
    }

    /** Items that did not come to the same, behind a number. */
    public List<JobLine> lines(Organisation organisation, JobId id, long behind, int most) {
        return store.ledger().read(organisation, rows -> JobBook.lines(rows, id, behind, most));
    }

    /** Waits until nothing of an organisation is at work in this process. */
    public void await(Organisation organisation) {
        Optional<Thread> thread;
        synchronized (this) {
            thread = Optional.ofNullable(threads.get(organisation));
        }
        thread.ifPresent(Jobs::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(LAST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has all of them stop, and waits for what is under way. */
    @Override
    public void close() {
        closing = true;
        List<Thread> all;
        synchronized (this) {
            all = List.copyOf(threads.values());
        }
        all.forEach(Jobs::join);
    }
}
