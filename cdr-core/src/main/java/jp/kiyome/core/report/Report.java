package jp.kiyome.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.type.FileType;

/**
 * The account of one file: what it was, what was found, what was done, what came out, and the same for the files inside it.
 *
 * @param name the file's name as it came, or the name of its part in the outer file
 * @param outputName the name the output goes by: the same unless the name lied about the type
 * @param type what the structure says it is, or what it was converted to; empty when unknown
 * @param witness the media type that its first bytes suggest to an independent detector; may be empty
 * @param input size and hash of what came in
 * @param output size and hash of what came out; present exactly when {@code verdict} is REBUILT
 * @param reason why there is no output; present exactly when {@code verdict} is not REBUILT
 * @param nested the files inside, in the order they were met
 * @param policyHash which policy held
 * @param engineVersion which Kiyome it was
 * @param started when the work began
 * @param took how long it took
 */
public record Report(
        Untrusted name,
        Untrusted outputName,
        Optional<FileType> type,
        String witness,
        Digest input,
        Optional<Digest> output,
        Verdict verdict,
        Optional<Finding> reason,
        List<Finding> findings,
        List<Report> nested,
        String policyHash,
        String engineVersion,
        Instant started,
        Duration took) {

    public Report {
        findings = List.copyOf(findings);
        nested = List.copyOf(nested);
        if (output.isPresent() != (verdict == Verdict.REBUILT) || reason.isPresent() == output.isPresent()) {
            throw new IllegalArgumentException("an output exactly when rebuilt, else a reason");
        }
    }

    /** The same file, ended without an output after all. */
    public Report ended(Ending ending) {
        return with(Optional.empty(), ending.verdict(), Optional.of(ending.reason()), took);
    }

    /** The same with another time. */
    public Report took(Duration time) {
        return with(output, verdict, reason, time);
    }

    /** The same with findings of others than the engine behind its own. */
    public Report alsoFound(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Report(
                name,
                outputName,
                type,
                witness,
                input,
                output,
                verdict,
                reason,
                all,
                nested,
                policyHash,
                engineVersion,
                started,
                took);
    }

    /** The same of a file that was not taken apart, but whose bytes are known. */
    public Report ofInput(Digest bytes) {
        return new Report(
                name,
                outputName,
                type,
                witness,
                bytes,
                output,
                verdict,
                reason,
                findings,
                nested,
                policyHash,
                engineVersion,
                started,
                took);
    }

    private Report with(Optional<Digest> digest, Verdict end, Optional<Finding> why, Duration time) {
        return new Report(
                name,
                outputName,
                type,
                witness,
                input,
                digest,
                end,
                why,
                findings,
                nested,
                policyHash,
                engineVersion,
                started,
                time);
    }

    /** Whether the file is blocked only until somebody approves. */
    public boolean held() {
        return verdict == Verdict.BLOCKED
                && reason.filter(why -> why.action() == Action.HELD).isPresent();
    }

    /**
     * What somebody would approve with this file, when it is held.
     *
     * @return codes of findings; {@code Policy.approving} takes them
     */
    public Set<String> toApprove(Policy policy) {
        Set<String> codes = new TreeSet<>();
        if (held()) {
            reason.ifPresent(why -> codes.add(why.kind().code()));
            for (Finding finding : findings) {
                if (policy.rule(finding.kind()) == Rule.HOLD) {
                    codes.add(finding.kind().code());
                }
            }
        }
        return codes;
    }

    /** Whether nothing was found in this file or in any file inside it. */
    public boolean nothingFound() {
        return findings.isEmpty() && nested.stream().allMatch(Report::nothingFound);
    }
}
