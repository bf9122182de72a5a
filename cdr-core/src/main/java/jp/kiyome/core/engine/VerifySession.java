package jp.kiyome.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.core.type.Detection;
import jp.kiyome.core.type.FileType;

/** The session of an output being verified: nothing may be found, and nothing may change. */
final class VerifySession implements Session {

    private final Engine engine;
    private final Budget budget;
    private final Job job;
    private final String name;
    private final Surroundings around;

    VerifySession(Engine engine, Budget budget, Job job) {
        this(engine, budget, job, job.name().unescaped(), Surroundings.NONE);
    }

    private VerifySession(Engine engine, Budget budget, Job job, String name, Surroundings around) {
        this.engine = engine;
        this.budget = budget;
        this.job = job;
        this.name = name;
        this.around = around;
    }

    /** @throws OutputNotClean when the output is not of the promised type, or not what a rebuild of it would give */
    void verify(Content output, FileType promised) {
        verify(output, promised, engine.registry().structure(output, budget));
    }

    private void verify(Content output, FileType promised, List<FileType> structure) {
        try {
            // Named as the promise has it: what is written must be nothing else, even under that name.
            String name = "output." + promised.extensions().stream().findFirst().orElse("");
            List<FileType> written = engine.registry().recognize(name, output, structure, budget);
            if (!written.equals(List.of(promised))) {
                throw new OutputNotClean("promised " + promised + ", written " + written);
            }
            engine.registry().handler(promised).orElseThrow().verify(promised, output, this);
            budget.insistKept();
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
    public Nested child(String called, Content content, Set<String> expected) {
        return child(called, content, expected, Surroundings.NONE);
    }

    @Override
    public Nested child(String called, Content content, Set<String> expected, Surroundings outer) {
        budget.enter();
        try {
            List<FileType> structure = engine.registry().structure(content, budget);
            FileType type = type(called, content, structure)
                    .orElseThrow(() -> new OutputNotClean("a nested file of no known type: " + called));
            if (!expected.isEmpty() && !expected.equals(ANY_PART) && !expected.contains(type.id())) {
                throw new OutputNotClean("a nested file of another type: " + called + " is " + type);
            }
            try (Workspace own = job.workspace().beside()) {
                new VerifySession(engine, budget, job.in(own), called, outer).verify(content, type, structure);
            }
            CleanName clean = CleanName.of(called, engine.registry().extensions(), Optional.of(type));
            return new Nested.Clean(type, clean, content);
        } finally {
            budget.leave();
        }
    }

    /** By structure and name; what a second witness says changes no type and is told when the file is rebuilt. */
    private Optional<FileType> type(String called, Content content, List<FileType> structure) {
        List<FileType> known = engine.registry().recognize(called, content, structure, budget);
        return new Detection(known, "", engine.registry().byName(called, known)).type();
    }

    @Override
    public Surroundings around() {
        return around;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void converts(FileType to) {
        throw new OutputNotClean("an output that would become a " + to);
    }

    @Override
    public void piece(Consumer<Session> work) {
        try (Workspace own = job.workspace().beside()) {
            work.accept(new VerifySession(engine, budget, job.in(own), name, around));
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
