package jp.kiyome.core.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
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
public final class Engine implements Sanitizer {

    private final Registry registry;
    private final Policy policy;
    private final MagicWitness witness;

    public Engine(Registry registry, Policy policy, MagicWitness witness) {
        this.registry = registry;
        this.policy = policy;
        this.witness = witness;
    }

    @Override
    public Outcome sanitize(Job given) {
        long start = System.nanoTime();
        Job job = given.resolved(policy.limits());
        Draft draft = rebuild(job, budget -> {});
        if (draft.output().isEmpty()) {
            return Outcome.without(draft.report());
        }
        Content output = draft.output().get();
        Job again = job.called(draft.report().outputName());
        Optional<Ending> fault = verify(draft.report().type().orElseThrow(), output, again, budget -> {});
        Report report = draft.report().took(Duration.ofNanos(System.nanoTime() - start));
        return fault.isPresent()
                ? Outcome.without(report.ended(fault.get()))
                : new Outcome.Rebuilt(report, new Cleaned(output), draft.excerpt());
    }

    @Override
    public Outcome refuseUnread(Untrusted name, Finding reason) {
        return Outcome.without(FileAccount.of(name, policy).ended(new Ending(Verdict.BLOCKED, reason)));
    }

    /**
     * The first half of the way: everything but the verification. Never throws for anything that a file can contain.
     *
     * @param begun told of the budget before the work begins, so that another thread may cancel it
     */
    public Draft rebuild(Job job, Consumer<Budget> begun) {
        FileAccount account = FileAccount.of(job.name(), policy);
        Spent spent = Spent.nothing();
        try {
            Budget budget = new Budget(policy.limits(), job.content().size());
            begun.accept(budget);
            account.input(Digest.of(job.content()));
            Content output = rebuild(job.content(), account, budget, job);
            spent = budget.soFar();
            return new Draft(
                    account.rebuilt(Digest.of(output)),
                    Optional.of(output),
                    account.said().excerpt().filter(_ -> job.excerpted()),
                    spent);
        } catch (Throwable thrown) {
            // Whatever it is, errors of the virtual machine included: no file may take the others with it.
            return new Draft(account.ended(Ending.of(thrown)), Optional.empty(), Optional.empty(), spent);
        }
    }

    /**
     * The second half: reads an output again. It may be done by another process than the one that wrote it.
     *
     * @param job of which the name counts, by which the output goes, and the passwords
     * @param begun as for {@link #rebuild}
     * @return why the output must not be passed on; empty when it is clean
     */
    public Optional<Ending> verify(FileType type, Content output, Job job, Consumer<Budget> begun) {
        try {
            Budget budget = Budget.forOutput(policy.limits(), output.size());
            begun.accept(budget);
            new VerifySession(this, budget, job).verify(output, type);
            return Optional.empty();
        } catch (Throwable thrown) {
            return Optional.of(Ending.of(thrown));
        }
    }

    /** One file, top-level or nested, as far as its output; the caller counts the depth. */
    Content rebuild(Content content, FileAccount account, Budget budget, Job job) {
        Detection detection = detect(account.name(), content, budget);
        Handler handler = account.admit(detection, registry, witness);
        Sink out = job.workspace().sink();
        try (Workspace own = job.workspace().beside()) {
            handler.rebuild(
                    detection.type().orElseThrow(),
                    content,
                    out,
                    new RebuildSession(this, account, budget, job.in(own)));
        }
        budget.insistKept();
        account.refuseIfPolicyBlocks();
        return out.finish();
    }

    Detection detect(String name, Content content, Budget budget) {
        List<FileType> structure = registry.recognize(name, content, budget);
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
}
