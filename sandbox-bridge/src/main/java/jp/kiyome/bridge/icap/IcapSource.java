package jp.kiyome.bridge.icap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.kiyome.bridge.probe.ProbeSample;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;

/**
 * A scanner behind ICAP. Each time its options are read (when their time is over, and after anything that went wrong) it has to
 * find EICAR's file before it is asked anything else.
 */
public final class IcapSource implements VerdictSource {

    private final IcapSettings settings;
    private final IcapExchange exchange;
    private final Semaphore places;
    private volatile Known known = new Known(Optional.empty(), Deadline.in(Duration.ZERO));

    /** Options that hold for a time; their service is proven. */
    private record Known(Optional<IcapOptions> options, Deadline until) {}

    public IcapSource(IcapSettings settings) {
        this.settings = settings;
        this.exchange = new IcapExchange(settings.address(), settings.mode());
        this.places = new Semaphore(settings.connections(), true);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean takes(Submission submission) {
        return submission instanceof Submission.WithContent;
    }

    @Override
    public Verdict ask(Submission submission, Deadline deadline) {
        if (!(submission instanceof Submission.WithContent with)) {
            return Verdict.notScanned(WhyNotScanned.REFUSED, "not bytes");
        }
        if (with.content().size() > settings.mostBytes()) {
            return Verdict.notScanned(WhyNotScanned.TOO_LARGE, with.content().size() + " bytes");
        }
        Deadline own = deadline.within(settings.time());
        try {
            return guarded(own, () -> judge(with.content(), with.name(), own));
        } catch (Unanswered unanswered) {
            forget();
            return unanswered.verdict();
        }
    }

    private Verdict judge(Content content, Untrusted name, Deadline deadline) {
        IcapOptions options = options(deadline);
        Verdict verdict = exchange.judge(content, name, options, deadline);
        if (verdict instanceof Verdict.NotScanned) {
            forget();
        }
        return verdict;
    }

    private void forget() {
        known = new Known(Optional.empty(), Deadline.in(Duration.ZERO));
    }

    private IcapOptions options(Deadline deadline) {
        Known now = known;
        if (now.options().isPresent() && !now.until().passed()) {
            return now.options().get();
        }
        IcapOptions options = exchange.options(deadline);
        Verdict eicar = exchange.judge(ProbeSample.eicar(), Untrusted.of("eicar.com"), options, deadline);
        if (!(eicar instanceof Verdict.Threat)) {
            throw new Unanswered(WhyNotScanned.UNFIT, "EICAR's test file is not found: " + eicar);
        }
        known = new Known(Optional.of(options), Deadline.in(options.lifetime()));
        return options;
    }

    /** No more at a time than both sides want. */
    private <T> T guarded(Deadline deadline, Supplier<T> work) {
        int permits = known.options()
                .flatMap(IcapOptions::connections)
                .map(most -> Math.min(most, settings.connections()))
                .map(most -> (settings.connections() + most - 1) / most)
                .orElse(1);
        try {
            if (!places.tryAcquire(permits, deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Unanswered(WhyNotScanned.TIME_OUT, "every connection is in use");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(WhyNotScanned.TIME_OUT, "interrupted");
        }
        try {
            return work.get();
        } finally {
            places.release(permits);
        }
    }

    @Override
    public Optional<SourceVersion> version(Deadline deadline) {
        Deadline own = deadline.within(settings.time());
        try {
            return Optional.of(guarded(own, () -> options(own)).tag())
                    .filter(tag -> !tag.isEmpty())
                    .map(SourceVersion::of);
        } catch (Unanswered unanswered) {
            return Optional.empty();
        }
    }

    @Override
    public SourceState state(Deadline deadline) {
        Deadline own = deadline.within(settings.time());
        forget();
        try (Workspace workspace = Workspace.inTempDirectory()) {
            String tag = guarded(own, () -> options(own)).tag();
            Content large = ProbeSample.large(settings.mostBytes(), workspace);
            Verdict largest = guarded(own, () -> judge(large, Untrusted.of("large.zip"), own));
            return largest instanceof Verdict.Threat
                    ? SourceState.ready(tag)
                    : new SourceState(
                            SourceState.Condition.UNFIT,
                            tag,
                            Optional.empty(),
                            List.of("does not look through " + settings.mostBytes() + " bytes: " + largest));
        } catch (Unanswered unanswered) {
            return SourceState.of(unanswered.why(), "", String.valueOf(unanswered.getMessage()));
        }
    }

    @Override
    public void close() {}
}
