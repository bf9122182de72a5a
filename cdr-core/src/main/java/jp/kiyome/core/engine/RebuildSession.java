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
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.notice.Labelling;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.core.type.FileType;

/** The session of a file being rebuilt. */
final class RebuildSession implements Session {

    private final Engine engine;
    private final FileAccount account;
    private final Budget budget;
    private final Job job;

    RebuildSession(Engine engine, FileAccount account, Budget budget, Job job) {
        this.engine = engine;
        this.account = account;
        this.budget = budget;
        this.job = job;
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
        account.found(finding);
    }

    @Override
    public void aside(Finding finding) {
        account.aside(finding);
    }

    @Override
    public Nested child(String name, Content content, Set<String> expected) {
        return child(name, content, expected, Surroundings.NONE);
    }

    @Override
    public Nested child(String name, Content content, Set<String> expected, Surroundings around) {
        budget.enter();
        FileAccount nested = expected.isEmpty()
                ? FileAccount.of(Untrusted.of(name), engine.policy())
                : FileAccount.ofPart(Untrusted.of(name), engine.policy());
        Digest bytes = Digest.of(content);
        nested.input(bytes);
        nested.around(around);
        nested.inside(account);
        try {
            if (job.refused().contains(bytes.sha256())) {
                throw Refusal.of("file.dropped", "");
            }
            Content output = engine.rebuild(content, nested, budget, job.unlabelled());
            if (!expected.isEmpty()
                    && !expected.equals(ANY_PART)
                    && !expected.contains(nested.type().id())) {
                throw Refusal.of("type.not-expected", nested.type().id());
            }
            account.nested(nested.rebuilt(Digest.of(output)));
            return new Nested.Clean(nested.type(), nested.outputName(), output);
        } catch (LimitReached whole) {
            throw whole;
        } catch (RuntimeException | StackOverflowError thrown) {
            return refused(nested, Ending.of(thrown));
        } finally {
            budget.leave();
        }
    }

    private Nested refused(FileAccount nested, Ending ending) {
        account.nested(nested.ended(ending));
        return new Nested.Refused(ending.reason().kind());
    }

    @Override
    public Surroundings around() {
        return account.around();
    }

    @Override
    public void holds(FileType type) {
        account.holds(type, engine.registry());
    }

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public void converts(FileType to) {
        account.converts(to, engine.registry());
    }

    @Override
    public void piece(Consumer<Session> work) {
        try (Workspace own = job.workspace().beside()) {
            work.accept(new RebuildSession(engine, account, budget, job.in(own)));
        }
    }

    @Override
    public Sink scratch() {
        return job.workspace().sink();
    }

    @Override
    public Optional<Labelling> labelling() {
        return job.label().map(account::labelling);
    }

    @Override
    public boolean wantsExcerpt() {
        return job.excerpted();
    }

    @Override
    public void titled(String title) {
        account.said().title(title);
    }

    @Override
    public void leadsTo(String address) {
        account.said().link(address);
    }

    @Override
    public void automatic() {
        account.said().automatic();
    }

    @Override
    public void says(String text) {
        account.said().text(text);
    }

    @Override
    public List<String> passwords() {
        return job.passwords();
    }
}
