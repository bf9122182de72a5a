package jp.kiyome.approval.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.Watcher;

/** How far a job is that runs in this process: known here each second, and to other processes a little later. Threads share it. */
final class JobWork implements Watcher {

    private static final Duration TOLD = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Organisation organisation;
    private final Actor who;
    private final JobId id;
    private final InstantSource clock;
    private final BooleanSupplier closing;
    private volatile boolean stopping;
    private volatile At at = new At(Job.NOT_KNOWN, 0, 0, Instant.EPOCH);
    private Instant told = Instant.EPOCH;

    /** @param before what earlier starts did */
    private record At(long total, long done, long before, Instant since) {}

    JobWork(
            Ledger ledger,
            Organisation organisation,
            Actor who,
            JobId id,
            InstantSource clock,
            BooleanSupplier closing) {
        this.ledger = ledger;
        this.organisation = organisation;
        this.who = who;
        this.id = id;
        this.clock = clock;
        this.closing = closing;
    }

    JobId id() {
        return id;
    }

    @Override
    public void selected(long total, long done) {
        at = new At(total, done, done, clock.instant());
    }

    @Override
    public void progress(long done, long total) {
        At last = at;
        at = new At(total, done, last.before(), last.since());
        stopping = ledger.read(
                organisation,
                rows -> JobBook.find(rows, id).filter(Job::stopping).isPresent());
        Instant now = clock.instant();
        if (told.plus(TOLD).isBefore(now)) {
            told = now;
            tell();
        }
    }

    /** Nobody did anything: the trail says nothing of it. */
    void tell() {
        At now = at;
        ledger.change(organisation, who, change -> {
            JobBook.progress(change.rows(), id, now.total(), now.done());
            return id;
        });
    }

    @Override
    public boolean wanted() {
        return !stopping && !closing.getAsBoolean();
    }

    boolean isStopping() {
        return stopping;
    }

    Job on(Job job) {
        At now = at;
        return job.at(now.total(), now.done());
    }

    /** How fast it goes; empty while there is nothing to tell from. */
    Optional<Pace> pace() {
        At now = at;
        long millis = Duration.between(now.since(), clock.instant()).toMillis();
        long done = now.done() - now.before();
        if (done <= 0 || millis <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Pace(
                Math.max(1, done * 60_000 / millis), Duration.ofMillis(millis / done * (now.total() - now.done()))));
    }
}
