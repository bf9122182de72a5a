package jp.kiyome.core.jail.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.engine.Version;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.wire.Claim;
import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.type.FileType;

/**
 * Makes a report of what a worker claims, with everything in it that this process can know put in from here, and everything
 * else held against what can be true at all. What remains is the worker's word: which legal findings it had.
 */
final class ClaimCheck {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("([a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]*/[a-zA-Z0-9!#$&^_.+-]+)?");

    /** What happens to workers is not for them to tell. */
    private static final String OURS = "jail";

    private final Registry registry;
    private final Supplier<FindingCatalogue> catalogue;
    private final Policy policy;

    ClaimCheck(Registry registry, Supplier<FindingCatalogue> catalogue, Policy policy) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.policy = policy;
    }

    /** What is known of the file in this process. */
    record Known(Untrusted name, Digest input, Instant started) {}

    Report report(Claim claim, Spent spent, Known known) throws WorkerFault {
        insist(spent.within(policy.limits()), "has spent more than there was");
        boolean unread = claim.input().size() == 0 && claim.verdict() != Verdict.REBUILT;
        insist(claim.input().equals(known.input()) || unread, "speaks of another file");
        if (claim.verdict() == Verdict.REBUILT) {
            rebuilt(claim);
        }
        Untrusted outputName = Untrusted.of(outputName(claim, known.name()));
        return report(claim, known.name(), outputName, known.input(), known.started());
    }

    private void rebuilt(Claim claim) throws WorkerFault {
        FileType type = type(claim).orElseThrow(() -> lie("has rebuilt what it does not know"));
        insist(policy.allows(type.id()), "has rebuilt what is not allowed");
        insist(registry.handler(type).isPresent(), "has rebuilt what nobody can");
        for (Finding finding : claim.findings()) {
            insist(policy.rule(finding.kind()) == Rule.REMOVE, "has rebuilt what the policy keeps back");
        }
        long most = policy.limits().decodedBytes() + policy.limits().inputBytes();
        insist(claim.output().isPresent() && claim.output().get().size() <= most, "no output, or too much");
    }

    /** The name as it is made here, with an extension of the type or of what the worker says is inside. */
    private String outputName(Claim claim, Untrusted name) throws WorkerFault {
        String raw = name.unescaped();
        String usual = CleanName.of(raw, registry.extensions(), type(claim)).name();
        String claimed = claim.outputName().unescaped();
        if (claim.verdict() != Verdict.REBUILT || usual.equals(claimed)) {
            return usual;
        }
        for (FileType held : registry.knownTypes()) {
            String other =
                    CleanName.of(raw, registry.extensions(), Optional.of(held)).name();
            if (registry.handler(held).isPresent() && other.equals(claimed)) {
                return other;
            }
        }
        throw lie("a name that nobody would give");
    }

    private Report report(Claim claim, Untrusted name, Untrusted outputName, Digest input, Instant started)
            throws WorkerFault {
        insist(MEDIA_TYPE.matcher(claim.witness()).matches(), "a witness that is no media type");
        for (Finding finding : claim.findings()) {
            known(finding);
        }
        if (claim.reason().isPresent()) {
            known(claim.reason().get());
            Action action = claim.reason().get().action();
            boolean held = action == Action.HELD && claim.verdict() == Verdict.BLOCKED;
            insist(action == Action.BLOCKED || held, "a reason that did not block");
        }
        List<Report> nested = new ArrayList<>();
        for (Claim inside : claim.nested()) {
            nested.add(report(inside, inside.name(), inside.outputName(), inside.input(), started));
        }
        try {
            return new Report(
                    name,
                    outputName,
                    type(claim),
                    claim.witness(),
                    input,
                    claim.output(),
                    claim.verdict(),
                    claim.reason(),
                    claim.findings(),
                    nested,
                    policy.hash(),
                    Version.CURRENT,
                    started,
                    Duration.ofNanos(claim.tookNanos()));
        } catch (IllegalArgumentException e) {
            throw lie("contradicts itself");
        }
    }

    /** Of a verification. */
    Ending fault(Ending ending) throws WorkerFault {
        known(ending.reason());
        return ending;
    }

    private Optional<FileType> type(Claim claim) throws WorkerFault {
        if (claim.typeId().isEmpty()) {
            return Optional.empty();
        }
        for (FileType known : registry.knownTypes()) {
            if (known.id().equals(claim.typeId())) {
                return Optional.of(known);
            }
        }
        throw lie("a type that is none");
    }

    private void known(Finding finding) throws WorkerFault {
        insist(
                catalogue.get().find(finding.kind()).isPresent()
                        && !finding.kind().area().equals(OURS),
                "a finding that is none");
    }

    private static void insist(boolean holds, String otherwise) throws WorkerFault {
        if (!holds) {
            throw lie(otherwise);
        }
    }

    private static WorkerFault lie(String how) {
        return new WorkerFault(WorkerFault.Kind.LIED, how);
    }
}
