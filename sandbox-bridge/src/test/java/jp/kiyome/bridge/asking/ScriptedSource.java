package jp.kiyome.bridge.asking;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;

/** Says what a test says. */
public class ScriptedSource implements VerdictSource {

    private final String name;
    private final Supplier<Verdict> verdict;
    private final AtomicInteger asked = new AtomicInteger();

    /** What its answers depend on. */
    public volatile String version = "1";

    /** When its signatures were made. */
    public volatile Optional<Instant> signatures = Optional.empty();

    public ScriptedSource(String name, Supplier<Verdict> verdict) {
        this.name = name;
        this.verdict = verdict;
    }

    /** Answers later: with what {@code progress} says at each look. */
    public static class Later extends ScriptedSource implements LaterSource {

        private final Supplier<Progress> progress;

        public Later(String name, Supplier<Progress> progress) {
            super(name, () -> Verdict.threat("asked though it answers later"));
            this.progress = progress;
        }

        @Override
        public Progress submit(Submission submission, Deadline deadline) {
            return new InWork("7");
        }

        @Override
        public Progress look(String ticket, String expected, Deadline deadline) {
            return progress.get();
        }
    }

    /** How often it was. */
    public int asked() {
        return asked.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(Submission submission) {
        return submission instanceof Submission.OfFile;
    }

    @Override
    public Verdict ask(Submission submission, Deadline deadline) {
        asked.incrementAndGet();
        return verdict.get();
    }

    @Override
    public Optional<SourceVersion> version(Deadline deadline) {
        return Optional.of(new SourceVersion(version, signatures));
    }

    @Override
    public SourceState state(Deadline deadline) {
        return SourceState.ready(version);
    }

    @Override
    public void close() {}
}
