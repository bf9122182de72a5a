package jp.kiyome.core.engine;

import java.util.List;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
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
    public Nested child(String name, Content content, Set<String> expected) {
        budget.enter();
        FileAccount nested = expected.isEmpty()
                ? FileAccount.of(Untrusted.of(name), engine.policy())
                : FileAccount.ofPart(Untrusted.of(name), engine.policy());
        nested.input(Digest.of(content));
        try {
            Content output = engine.rebuild(content, nested, budget, job);
            if (!expected.isEmpty() && !expected.contains(nested.type().id())) {
                throw Refusal.of("type.not-expected", nested.type().id());
            }
            account.nested(nested.rebuilt(Digest.of(output)));
            return new Nested.Clean(nested.type(), output);
        } catch (LimitReached whole) {
            throw whole;
        } catch (PasswordNeeded needed) {
            return refused(nested, Verdict.LOCKED, Engine.failure("file.locked", needed));
        } catch (Refusal refusal) {
            return refused(nested, Verdict.BLOCKED, refusal.finding());
        } catch (RuntimeException | StackOverflowError failure) {
            return refused(nested, Verdict.FAILED, Engine.failure("file.failed", failure));
        } finally {
            budget.leave();
        }
    }

    private Nested refused(FileAccount nested, Verdict verdict, Finding reason) {
        account.nested(nested.ended(verdict, reason));
        return new Nested.Refused(FindingKind.of(reason.kind().code()));
    }

    @Override
    public void holds(FileType type) {
        account.holds(type, engine.registry());
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
