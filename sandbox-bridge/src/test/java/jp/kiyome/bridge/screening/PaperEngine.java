package jp.kiyome.bridge.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.engine.Cleaned;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Excerpt;

/** Rebuilds every file as the word {@code clean}, with the findings that a test names. */
final class PaperEngine implements Sanitizer {

    static final byte[] CLEAN = {'c', 'l', 'e', 'a', 'n'};

    private final Optional<Excerpt> excerpt;
    private final List<Finding> findings;
    private final AtomicInteger files = new AtomicInteger();

    PaperEngine(Finding... findings) {
        this(Optional.empty(), List.of(findings));
    }

    private PaperEngine(Optional<Excerpt> excerpt, List<Finding> findings) {
        this.excerpt = excerpt;
        this.findings = findings;
    }

    /** One that finds nothing, and tells what the file says to who asks. */
    static PaperEngine saying(Excerpt excerpt) {
        return new PaperEngine(Optional.of(excerpt), List.of());
    }

    int files() {
        return files.get();
    }

    @Override
    public Outcome sanitize(Job job) {
        files.incrementAndGet();
        @SuppressWarnings("resource") // The workspace's.
        Sink sink = job.workspace().sink();
        sink.write(CLEAN, 0, CLEAN.length);
        Cleaned output = Cleaned.verifiedByWorker(sink.finish());
        Digest digest = Digest.of(output.content());
        Report report = report(job.name(), Digest.of(job.content()), Optional.of(digest), Optional.empty(), findings);
        return new Outcome.Rebuilt(report, output, excerpt.filter(_ -> job.excerpted()));
    }

    @Override
    public Outcome refuseUnread(Untrusted name, Finding reason) {
        return Outcome.without(report(name, new Digest(0, ""), Optional.empty(), Optional.of(reason), List.of()));
    }

    private static Report report(
            Untrusted name, Digest input, Optional<Digest> output, Optional<Finding> reason, List<Finding> findings) {
        return new Report(
                name,
                name,
                Optional.empty(),
                "",
                input,
                output,
                output.isPresent() ? Verdict.REBUILT : Verdict.BLOCKED,
                reason,
                findings,
                List.of(),
                "policy",
                "engine",
                Instant.EPOCH,
                Duration.ZERO);
    }
}
