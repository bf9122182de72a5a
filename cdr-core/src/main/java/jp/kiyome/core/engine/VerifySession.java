package jp.kiyome.core.engine;

import java.util.List;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** The session of an output being verified: nothing may be found, and nothing may change. */
final class VerifySession implements Session {

    private final Engine engine;
    private final Budget budget;
    private final Job job;

    VerifySession(Engine engine, Budget budget, Job job) {
        this.engine = engine;
        this.budget = budget;
        this.job = job;
    }

    /** @throws OutputNotClean when the output is not of the promised type, or not what a rebuild of it would give */
    void verify(Content output, FileType promised) {
        try {
            // Named as the promise has it: what is written must be nothing else, even under that name.
            String name = "output." + promised.extensions().stream().findFirst().orElse("");
            List<FileType> structure = engine.registry().recognize(name, output, budget);
            if (!structure.equals(List.of(promised))) {
                throw new OutputNotClean("promised " + promised + ", written " + structure);
            }
            engine.registry().handler(promised).orElseThrow().verify(promised, output, this);
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal refusal) {
            throw new OutputNotClean("the output is refused: " + refusal.finding());
        }
    }

    @Override
    public Policy policy() {
        return engine.policy();
    }

    @Override
    public Budget budget() {
        return budget;
    }

    @Override
    public void found(Finding finding) {
        throw new OutputNotClean("found in the output: " + finding);
    }

    @Override
    public Nested child(String name, Content content, Set<String> expected) {
        budget.enter();
        try {
            FileType type = engine.detect(name, content, budget)
                    .type()
                    .orElseThrow(() -> new OutputNotClean("a nested file of no known type: " + name));
            if (!expected.isEmpty() && !expected.contains(type.id())) {
                throw new OutputNotClean("a nested file of another type: " + name + " is " + type);
            }
            verify(content, type);
            return new Nested.Clean(type, content);
        } finally {
            budget.leave();
        }
    }

    @Override
    public Sink scratch() {
        return job.workspace().sink();
    }

    @Override
    public List<String> passwords() {
        return job.passwords();
    }
}
