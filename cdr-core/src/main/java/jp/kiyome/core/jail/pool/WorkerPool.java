package jp.kiyome.core.jail.pool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.jail.wire.Request;
import jp.kiyome.core.policy.Policy;

/**
 * Workers in their jails, for any number of policies and tenants. Those that rebuild and those that verify are different
 * processes: whoever has seen the bytes of an attacker has no say in whether what came of them is clean. No process sees files of two tenants.
 *
 * <p>Threads share a pool. Close it when no file is being worked on.
 */
public final class WorkerPool implements AutoCloseable {

    private final PoolSettings settings;
    private final Figures figures = new Figures();
    private final Recruiter recruiter;
    private final Crew rebuilders;
    private final Crew verifiers;
    private final Turnstile turnstile;
    private final Offenders offenders = new Offenders();
    private final AtomicLong ids = new AtomicLong();
    private final Thread atExit = new Thread(this::killAll, "kill workers");

    /**
     * A pool without a worker yet.
     *
     * @throws JailUnavailable when a jail is required and it is known already that there is none
     */
    public WorkerPool(PoolSettings settings) {
        this.settings = settings;
        this.recruiter = new Recruiter(settings, figures);
        this.rebuilders = new Crew(recruiter, figures, settings.filesPerWorker());
        this.verifiers = new Crew(recruiter, figures, settings.filesPerWorker());
        this.turnstile = settings.placeForSmall()
                ? Turnstile.fair(settings.filesAtATime(), settings.mostWaiting())
                : Turnstile.ofBatch(settings.filesAtATime(), settings.mostWaiting());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Begins to start the one worker that the first file will need first, and comes back at once. */
    public WorkerPool begin() {
        rebuilders.warm(1);
        return this;
    }

    /** Begins to start workers for so many files at a time, and comes back at once. */
    public WorkerPool warm(int files) {
        int workers = Math.min(files, settings.filesAtATime());
        rebuilders.warm(workers);
        verifiers.warm(workers);
        return this;
    }

    /**
     * Waits until there is a worker.
     *
     * @throws JailUnavailable when none can be had, or not with the jail that is required
     */
    public void awaitWorker() {
        rebuilders.giveBack(rebuilders.take(), true);
    }

    /** Which pieces of the jail are missing, as far as is known: all, once a file was worked on. */
    public List<Missing> missing() {
        return recruiter.missing();
    }

    public Figures figures() {
        return figures;
    }

    Turnstile turnstile() {
        return turnstile;
    }

    Offenders offenders() {
        return offenders;
    }

    Crew rebuilders() {
        return rebuilders;
    }

    Crew verifiers() {
        return verifiers;
    }

    Answer.Done rebuild(Worker worker, Job job, Policy policy) throws WorkerFault {
        worker.directory().fill(job.content());
        long id = ids.incrementAndGet();
        Request asked = new Request.Rebuild(
                id,
                job.name().unescaped(),
                job.content().size(),
                job.passwords(),
                job.label(),
                job.excerpted(),
                job.refused(),
                policy);
        if (ask(worker, asked, policy) instanceof Answer.Done done && done.id() == id) {
            return done;
        }
        throw new WorkerFault(WorkerFault.Kind.LIED, "answers what was not asked");
    }

    Answer.Verified verify(
            Worker worker, String typeId, String name, Content output, List<String> passwords, Policy policy)
            throws WorkerFault {
        worker.directory().fill(output);
        long id = ids.incrementAndGet();
        if (ask(worker, new Request.Verify(id, typeId, name, output.size(), passwords, policy), policy)
                        instanceof Answer.Verified verified
                && verified.id() == id) {
            return verified;
        }
        throw new WorkerFault(WorkerFault.Kind.LIED, "answers what was not asked");
    }

    private Answer ask(Worker worker, Request request, Policy policy) throws WorkerFault {
        Duration time = policy.limits().time().plus(settings.grace());
        return worker.ask(request, time, settings.grace());
    }

    void count(WorkerFault fault) {
        figures.count(
                switch (fault.kind()) {
                    case DIED -> Figures.Event.DIED;
                    case LATE -> Figures.Event.LATE;
                    case LIED -> Figures.Event.LIED;
                });
    }

    @Override
    public void close() {
        killAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs, or has run: it does the same.
            return;
        }
    }

    private void killAll() {
        rebuilders.close();
        verifiers.close();
        recruiter.close();
    }
}
