package jp.kiyome.bridge.clamd;

import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.probe.ProbeSample;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.Workspace;

/**
 * A clamd. Every connection proves that it finds EICAR's file and tells what exceeds its limits before it is asked anything;
 * {@link #state} also sends the largest submission that the settings allow.
 */
public final class ClamdSource implements VerdictSource {

    private final ClamdSettings settings;
    private final ClamdPool pool;

    public ClamdSource(ClamdSettings settings) {
        this.settings = settings;
        this.pool = new ClamdPool(settings);
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
            return pool.with(own, session -> session.scan(with.content(), own));
        } catch (Unanswered unanswered) {
            return unanswered.verdict();
        }
    }

    @Override
    public Optional<SourceVersion> version(Deadline deadline) {
        try {
            ClamdVersion now = versionOf(deadline.within(settings.time()));
            return Optional.of(new SourceVersion(now.text(), now.signatures()));
        } catch (Unanswered unanswered) {
            return Optional.empty();
        }
    }

    private ClamdVersion versionOf(Deadline deadline) {
        return pool.with(deadline, session -> session.version(deadline));
    }

    @Override
    public SourceState state(Deadline deadline) {
        Deadline own = deadline.within(settings.time());
        try (Workspace workspace = Workspace.inTempDirectory()) {
            ClamdVersion version = versionOf(own);
            Verdict largest =
                    pool.with(own, session -> session.scan(ProbeSample.large(settings.mostBytes(), workspace), own));
            if (largest instanceof Verdict.Threat) {
                return new SourceState(SourceState.Condition.READY, version.text(), version.signatures(), List.of());
            }
            return new SourceState(
                    SourceState.Condition.UNFIT,
                    version.text(),
                    version.signatures(),
                    List.of("does not look through " + settings.mostBytes() + " bytes: " + largest));
        } catch (Unanswered unanswered) {
            return SourceState.of(unanswered.why(), "", String.valueOf(unanswered.getMessage()));
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
