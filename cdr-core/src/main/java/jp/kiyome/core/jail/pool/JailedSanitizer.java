package jp.kiyome.core.jail.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.engine.Cleaned;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.engine.Version;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Excerpt;

/**
 * The way of a file when this process parses nothing of it: one worker rebuilds, its claim is checked, another worker
 * verifies, and only then is there an output. Threads share it.
 */
public final class JailedSanitizer implements Sanitizer {

    /** Files past this size wait in the lane for large ones, bytes. */
    private static final long LARGE = 1 << 20;

    private final WorkerPool pool;
    private final Policy policy;
    private final ClaimCheck check;

    /**
     * A sanitizer for one policy; a pool may serve many.
     *
     * @param registry the same handlers as the workers have
     * @param catalogue asked when there is a finding
     */
    public JailedSanitizer(WorkerPool pool, Registry registry, Supplier<FindingCatalogue> catalogue, Policy policy) {
        this.pool = pool;
        this.policy = policy;
        this.check = new ClaimCheck(registry, catalogue, policy);
    }

    /**
     * Sends a file through the workers.
     *
     * @throws PoolBusy when too many wait
     * @throws JailUnavailable when no worker can be had; like the other it says nothing of the file
     */
    @Override
    public Outcome sanitize(Job job) {
        ClaimCheck.Known known = new ClaimCheck.Known(job.name(), Digest.of(job.content()), Instant.now());
        long start = System.nanoTime();
        try {
            // The limit that needs no look inside.
            Budget unused = new Budget(policy.limits(), known.input().size());
            unused.checkTime();
        } catch (LimitReached limit) {
            return Outcome.without(unread(known, Ending.of(limit)));
        }
        if (pool.offenders().isOne(known.input().sha256())) {
            return Outcome.without(unread(known, failed("jail.killed-before", "")));
        }
        try (Turnstile.Turn _ =
                pool.turnstile().enter(job.tenant(), job.content().size() > LARGE)) {
            return took(start, inTurn(job.resolved(policy.limits()), known));
        }
    }

    @Override
    public Outcome refuseUnread(Untrusted name, Finding reason) {
        ClaimCheck.Known nothing = new ClaimCheck.Known(name, new Digest(0, ""), Instant.now());
        return Outcome.without(unread(nothing, new Ending(Verdict.BLOCKED, reason)));
    }

    private Outcome inTurn(Job job, ClaimCheck.Known known) {
        Optional<Report> reached = Optional.empty();
        while (true) {
            try {
                Rebuilt rebuilt = rebuild(job, known);
                if (rebuilt.output().isEmpty()) {
                    return Outcome.without(rebuilt.report());
                }
                reached = Optional.of(rebuilt.report());
                Content output = rebuilt.output().get();
                Optional<Ending> fault = verify(job, rebuilt.report(), output);
                return fault.isPresent()
                        ? Outcome.without(rebuilt.report().ended(fault.get()))
                        : new Outcome.Rebuilt(rebuilt.report(), Cleaned.verifiedByWorker(output), rebuilt.excerpt());
            } catch (WorkerFault fault) {
                pool.count(fault);
                boolean again = pool.offenders().mayTryAgain(known.input().sha256());
                if (!again || fault.kind() != WorkerFault.Kind.DIED) {
                    Ending ending = because(fault);
                    return Outcome.without(
                            reached.map(report -> report.ended(ending)).orElseGet(() -> unread(known, ending)));
                }
            }
        }
    }

    /** What a worker made of a file, checked as far as it can be without parsing. */
    private record Rebuilt(Report report, Optional<Content> output, Optional<Excerpt> excerpt) {}

    private Rebuilt rebuild(Job job, ClaimCheck.Known known) throws WorkerFault {
        Worker worker = pool.rebuilders().take(job.tenant());
        boolean good = false;
        try {
            Answer.Done done = pool.rebuild(worker, job, policy);
            Report report = check.report(done.claim(), done.spent(), known);
            Optional<Content> output = Optional.empty();
            if (report.output().isPresent()) {
                Digest claimed = report.output().get();
                Content copy = worker.directory().output(claimed.size(), job.workspace());
                if (!Digest.of(copy).equals(claimed)) {
                    throw new WorkerFault(WorkerFault.Kind.LIED, "an output with another hash than it says");
                }
                output = Optional.of(copy);
            }
            worker.directory().clear();
            good = !done.last() && report.verdict() != Verdict.FAILED;
            return new Rebuilt(report, output, job.excerpted() ? done.excerpt() : Optional.empty());
        } finally {
            pool.rebuilders().giveBack(worker, good);
        }
    }

    private Optional<Ending> verify(Job job, Report said, Content output) throws WorkerFault {
        String type = said.type().orElseThrow().id();
        String name = said.outputName().unescaped();
        Worker worker = pool.verifiers().take(job.tenant());
        boolean good = false;
        try {
            Answer.Verified verified = pool.verify(worker, type, name, output, job.passwords(), policy);
            if (verified.fault().isPresent()) {
                return Optional.of(check.fault(verified.fault().get()));
            }
            worker.directory().clear();
            good = true;
            return Optional.empty();
        } finally {
            pool.verifiers().giveBack(worker, good);
        }
    }

    private static Outcome took(long start, Outcome outcome) {
        Report report = outcome.report().took(Duration.ofNanos(System.nanoTime() - start));
        return outcome instanceof Outcome.Rebuilt rebuilt
                ? new Outcome.Rebuilt(report, rebuilt.content(), rebuilt.excerpt())
                : Outcome.without(report);
    }

    private static Ending because(WorkerFault fault) {
        String how = String.valueOf(fault.getMessage());
        return switch (fault.kind()) {
            case DIED -> failed("jail.worker-died", how);
            case LATE -> failed("jail.worker-late", how);
            case LIED -> failed("jail.worker-lied", how);
        };
    }

    private static Ending failed(String code, String how) {
        return new Ending(Verdict.FAILED, Finding.of(code, Action.BLOCKED, Location.wholeFile(), how));
    }

    /** Of a file that no worker could tell anything about. */
    private Report unread(ClaimCheck.Known known, Ending ending) {
        String name = CleanName.of(known.name().unescaped(), Set.of(), Optional.empty())
                .name();
        return new Report(
                known.name(),
                Untrusted.of(name),
                Optional.empty(),
                "",
                known.input(),
                Optional.empty(),
                ending.verdict(),
                Optional.of(ending.reason()),
                List.of(),
                List.of(),
                policy.hash(),
                Version.CURRENT,
                known.started(),
                Duration.ZERO);
    }
}
