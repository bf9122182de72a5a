package jp.kiyome.bridge.asking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.kiyome.bridge.cache.VerdictCache;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * Asks all configured sources at the same time. A source that throws, or does not come back, has not scanned. Threads may share
 * it.
 */
public final class Verdicts implements AutoCloseable {

    /** What a source may take to notice that its time is over. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final List<VerdictSource> sources;
    private final Optional<VerdictCache> cache;
    private final Duration time;
    private final ThreatListener listener;
    private final Optional<Duration> patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param time in which sources that answer at once have to, and others to take it in */
    public Verdicts(List<VerdictSource> sources, Optional<VerdictCache> cache, Duration time, ThreatListener listener) {
        this(sources, cache, time, listener, Optional.empty());
    }

    private Verdicts(
            List<VerdictSource> sources,
            Optional<VerdictCache> cache,
            Duration time,
            ThreatListener listener,
            Optional<Duration> patience) {
        this.patience = patience;
        this.sources = List.copyOf(sources);
        this.cache = cache;
        this.time = time;
        this.listener = listener;
    }

    /** Opens the sources that a policy names. */
    public static Verdicts of(VerdictPolicy policy, Optional<VerdictCache> cache, ThreatListener listener) {
        return new Verdicts(open(policy), cache, policy.time(), listener);
    }

    private static List<VerdictSource> open(VerdictPolicy policy) {
        return policy.sources().stream().map(VerdictPolicy.Named::open).toList();
    }

    /**
     * The same for those who can wait: a source that answers later is waited for, as long as the policy has patience. What has not
     * answered by then is a time-out; there are no tickets.
     */
    public static Verdicts waiting(VerdictPolicy policy, Optional<VerdictCache> cache, ThreatListener listener) {
        return new Verdicts(open(policy), cache, policy.time(), listener, Optional.of(policy.patience()));
    }

    private Deadline deadline(VerdictSource source) {
        return Deadline.in(source instanceof LaterSource ? patience.orElse(time) : time);
    }

    public List<VerdictSource> sources() {
        return sources;
    }

    /** Whether any source can judge such a thing. */
    public boolean takes(Submission submission) {
        return sources.stream().anyMatch(source -> source.takes(submission));
    }

    /** Asks; what a sandbox will say later has its ticket in the answer. */
    public Asked ask(Submission submission) {
        List<VerdictSource> able =
                sources.stream().filter(source -> source.takes(submission)).toList();
        if (able.isEmpty()) {
            Verdict nobody = Verdict.notScanned(WhyNotScanned.NOBODY_ASKED, "");
            return new Asked(sources.isEmpty() ? List.of() : List.of(new Opinion("-", nobody, false)), List.of());
        }
        List<Deadline> deadlines = able.stream().map(this::deadline).toList();
        List<Future<Said>> asked = new ArrayList<>();
        for (int i = 0; i < able.size(); i++) {
            VerdictSource source = able.get(i);
            Deadline deadline = deadlines.get(i);
            asked.add(threads.submit(() -> one(source, submission, deadline)));
        }
        List<Opinion> opinions = new ArrayList<>();
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < able.size(); i++) {
            Said said = await(able.get(i), asked.get(i), deadlines.get(i));
            opinions.add(said.opinion());
            said.ticket().ifPresent(tickets::add);
            if (said.opinion().verdict() instanceof Verdict.Threat threat) {
                listener.threat(submission.digest().sha256(), said.opinion().source(), threat);
            }
        }
        return new Asked(opinions, tickets);
    }

    private record Said(Opinion opinion, Optional<Ticket> ticket) {

        static Said of(VerdictSource source, Verdict verdict, boolean kept) {
            return of(source, verdict, kept, Optional.empty());
        }

        static Said of(VerdictSource source, Verdict verdict, boolean kept, Optional<SourceVersion> version) {
            return new Said(new Opinion(source.name(), verdict, kept, version), Optional.empty());
        }
    }

    private Said one(VerdictSource source, Submission submission, Deadline deadline) {
        // Before the question: what is said is of this version or a later one, and kept under no newer than it is.
        Optional<SourceVersion> version = source.version(deadline);
        Optional<VerdictCache.Key> key = cache.isEmpty()
                ? Optional.empty()
                : version.map(now -> new VerdictCache.Key(submission.digest().sha256(), source.name(), now.text()));
        Optional<Verdict> kept = key.flatMap(known -> cache.flatMap(verdicts -> verdicts.get(known)));
        if (kept.isPresent()) {
            return Said.of(source, kept.get(), true, version);
        }
        if (source instanceof LaterSource later && patience.isEmpty()) {
            return switch (later.submit(submission, deadline)) {
                case LaterSource.InWork work ->
                    new Said(
                            new Opinion(source.name(), Verdict.notScanned(WhyNotScanned.PENDING, work.ticket()), false),
                            Optional.of(ticket(source, work, submission)));
                case LaterSource.Ended ended -> Said.of(source, ended.verdict(), false);
            };
        }
        Verdict verdict = source.ask(submission, deadline);
        key.ifPresent(known -> cache.ifPresent(verdicts -> verdicts.put(known, verdict)));
        return Said.of(source, verdict, false, version);
    }

    private static Ticket ticket(VerdictSource source, LaterSource.InWork work, Submission submission) {
        String sha256 = submission.digest().sha256();
        return new Ticket(
                source.name(),
                work.ticket(),
                sha256,
                submission instanceof Submission.OfUrl(String url) ? url : sha256);
    }

    private static Said await(VerdictSource source, Future<Said> asked, Deadline deadline) {
        try {
            return asked.get(deadline.remaining().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Said.of(source, Verdict.notScanned(WhyNotScanned.PROTOCOL, String.valueOf(e.getCause())), false);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return Said.of(source, Verdict.notScanned(WhyNotScanned.TIME_OUT, "did not come back"), false);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return Said.of(source, Verdict.notScanned(WhyNotScanned.TIME_OUT, "interrupted"), false);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        sources.forEach(VerdictSource::close);
    }
}
