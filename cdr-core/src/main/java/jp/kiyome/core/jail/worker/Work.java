package jp.kiyome.core.jail.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Draft;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.MagicWitness;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.jail.wire.Claim;
import jp.kiyome.core.jail.wire.Request;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.type.FileType;
import org.jspecify.annotations.Nullable;

/** Does what is asked, one thing at a time. {@link #stop} may come from another thread. */
final class Work {

    private final Registry registry;
    private final MagicWitness witness;
    private final WorkerFiles files;
    private int ownThreads = Integer.MAX_VALUE;
    private volatile long current;
    private volatile @Nullable Budget budget;

    Work(Registry registry, MagicWitness witness, WorkerFiles files) {
        this.registry = registry;
        this.witness = witness;
        this.files = files;
    }

    Answer.Done rebuild(Request.Rebuild asked) {
        begin(asked.id());
        try (Workspace workspace = Workspace.inTempDirectory();
                Arena arena = Arena.ofShared()) {
            Content content = files.input(asked.size(), arena);
            Job plain = new Job(Untrusted.of(asked.name()), content, workspace, asked.passwords());
            Job told = asked.excerpted() ? plain.withExcerpt() : plain;
            Job job = asked.label().map(told::labelled).orElse(told).refusing(asked.refused());
            Draft draft = engine(asked.policy()).rebuild(job, this::begun);
            return new Answer.Done(
                    asked.id(), Claim.of(written(draft)), draft.spent(), draft.excerpt(), threads() > ownThreads);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the input", e);
        }
    }

    Answer.Verified verify(Request.Verify asked) {
        begin(asked.id());
        try (Workspace workspace = Workspace.inTempDirectory();
                Arena arena = Arena.ofShared()) {
            FileType type = registry.knownTypes().stream()
                    .filter(known -> known.id().equals(asked.typeId()))
                    .findFirst()
                    .orElseThrow();
            Content content = files.input(asked.size(), arena);
            Job job = new Job(Untrusted.of(asked.name()), content, workspace, asked.passwords());
            return new Answer.Verified(asked.id(), engine(asked.policy()).verify(type, content, job, this::begun));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the output", e);
        }
    }

    /** What to say where an honest answer does not fit into a frame. */
    Answer.Done tooMuchToSay(Answer.Done answer) {
        Claim said = answer.claim();
        Ending ending = Ending.of(new IllegalStateException("the report is too large"));
        Claim shorter = new Claim(
                said.name(),
                said.outputName(),
                said.typeId(),
                said.witness(),
                said.input(),
                Optional.empty(),
                ending.verdict(),
                Optional.of(ending.reason()),
                List.of(),
                List.of(),
                said.tookNanos());
        return new Answer.Done(answer.id(), shorter, answer.spent(), Optional.empty(), answer.last());
    }

    /** Ends what is being done at its next look at the clock. */
    void stop(long id) {
        Budget now = budget;
        if (now != null && id == current) {
            now.cancel();
        }
    }

    private void begin(long id) {
        ownThreads = Math.min(ownThreads, threads());
        budget = null;
        current = id;
    }

    private void begun(Budget begun) {
        budget = begun;
    }

    private Engine engine(Policy policy) {
        return new Engine(registry, policy, witness);
    }

    private Report written(Draft draft) {
        if (draft.output().isEmpty()) {
            return draft.report();
        }
        try {
            files.output(draft.output().get());
            return draft.report();
        } catch (IOException e) {
            return draft.report().ended(Ending.of(e));
        }
    }

    /** Threads that a file's work has left behind are none of the next file's business. */
    private static int threads() {
        return Thread.activeCount();
    }
}
