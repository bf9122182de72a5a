package jp.kiyome.core.engine;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.type.Detection;
import jp.kiyome.core.type.FileType;

/**
 * Sends files the way that every file goes: detect, resolve policy, take apart, keep what the allow-list names, write anew,
 * verify, report. Whatever goes wrong on the way, the file does not come out.
 *
 * <p>Threads may share an engine; each file is worked on by the thread that asks.
 */
public final class Engine {

    private final Registry registry;
    private final Policy policy;
    private final MagicWitness witness;

    public Engine(Registry registry, Policy policy, MagicWitness witness) {
        this.registry = registry;
        this.policy = policy;
        this.witness = witness;
    }

    /** Never throws for anything that a file can contain. */
    public Outcome sanitize(Job job) {
        FileAccount account = FileAccount.of(job.name(), policy);
        try {
            Budget budget = new Budget(policy.limits(), job.content().size());
            account.input(Digest.of(job.content()));
            Content output = rebuild(job.content(), account, budget, job);
            verify(account.type(), output, budget, job);
            return new Outcome.Rebuilt(account.rebuilt(Digest.of(output)), new Cleaned(output));
        } catch (PasswordNeeded needed) {
            return new Outcome.Locked(account.ended(Verdict.LOCKED, failure("file.locked", needed)));
        } catch (Refusal refusal) {
            return new Outcome.Blocked(account.ended(Verdict.BLOCKED, refusal.finding()));
        } catch (Throwable failure) {
            // Whatever it is, errors of the virtual machine included: no file may take the others with it.
            return new Outcome.Failed(account.ended(Verdict.FAILED, failure("file.failed", failure)));
        }
    }

    /** Ends a file that nobody could or would read: as <i>blocked</i>, for that reason. */
    public Outcome refuseUnread(Untrusted name, Finding reason) {
        return new Outcome.Blocked(FileAccount.of(name, policy).ended(Verdict.BLOCKED, reason));
    }

    /** One file, top-level or nested, as far as its output; the caller counts the depth. */
    Content rebuild(Content content, FileAccount account, Budget budget, Job job) {
        Detection detection = detect(account.name(), content, budget);
        Handler handler = account.admit(detection, registry, witness);
        Sink out = job.workspace().sink();
        handler.rebuild(account.type(), content, out, new RebuildSession(this, account, budget, job));
        account.refuseIfPolicyBlocks();
        return out.finish();
    }

    private void verify(FileType type, Content output, Budget spent, Job job) {
        Budget budget = spent.again(output.size());
        new VerifySession(this, budget, job).verify(output, type);
    }

    Detection detect(String name, Content content, Budget budget) {
        List<FileType> structure = registry.recognize(content, budget);
        String magic = witness.mediaType(content);
        if (structure.isEmpty() && magic.isEmpty()) {
            magic = witness.longerLook(content);
        }
        return new Detection(structure, magic, registry.byName(name, structure));
    }

    Registry registry() {
        return registry;
    }

    Policy policy() {
        return policy;
    }

    static Finding failure(String code, Throwable cause) {
        String why = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return Finding.of(code, Action.BLOCKED, Location.wholeFile(), why);
    }
}
