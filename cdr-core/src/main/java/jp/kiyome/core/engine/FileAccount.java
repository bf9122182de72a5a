package jp.kiyome.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Findings;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.notice.Labelling;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.core.type.Detection;
import jp.kiyome.core.type.FileType;
import org.jspecify.annotations.Nullable;

/** What is known of one file while it is on its way; becomes its {@link Report}. Not thread-safe. */
final class FileAccount {

    private final Untrusted name;
    private final Policy policy;
    private final boolean shown;
    private final Instant started = Instant.now();
    private final long startNanos = System.nanoTime();
    private final Findings findings = new Findings();
    private final Findings asides = new Findings();
    private Said said = new Said();
    private final List<Report> nested = new ArrayList<>();
    private Digest input = new Digest(0, "");
    private CleanName outputName;
    private Surroundings around = Surroundings.NONE;
    private @Nullable Detection detection;
    private @Nullable FileType converted;

    private FileAccount(Untrusted name, Policy policy, boolean shown) {
        this.name = name;
        this.policy = policy;
        this.shown = shown;
        this.outputName = CleanName.of(name.unescaped(), Set.of(), Optional.empty());
    }

    /** A file whose name people see, outside or inside another. */
    static FileAccount of(Untrusted name, Policy policy) {
        return new FileAccount(name, policy, true);
    }

    /** A part of a file, with a name that nobody sees and that does not come out; its place says of which type it is. */
    static FileAccount ofPart(Untrusted name, Policy policy) {
        return new FileAccount(name, policy, false);
    }

    String name() {
        return name.unescaped();
    }

    CleanName outputName() {
        return outputName;
    }

    void input(Digest digest) {
        input = digest;
    }

    /** What stands around it in the file that holds it. */
    void around(Surroundings outer) {
        around = outer;
    }

    Surroundings around() {
        return around;
    }

    /** It stands inside another, whose links its own are too. */
    void inside(FileAccount outer) {
        said = outer.said.inside();
    }

    Said said() {
        return said;
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** To be told should the file not come out. */
    void aside(Finding finding) {
        asides.add(finding);
    }

    void nested(Report report) {
        nested.add(report);
    }

    /** The type of the output, or what it is to be. Only after {@link #admit}. */
    FileType type() {
        return outputType().orElseThrow();
    }

    /** The output is of another type than the input. */
    void converts(FileType to, Registry registry) {
        if (!policy.allows(to.id())) {
            throw Refusal.of("type.not-allowed", to.id());
        }
        converted = to;
        outputName = CleanName.of(name(), registry.extensions(), Optional.of(to));
    }

    /** Takes what detection says; gives the handler to use, or refuses the file. */
    Handler admit(Detection said, Registry registry, MagicWitness witness) {
        detection = said;
        outputName = CleanName.of(name(), registry.extensions(), said.type());
        FileType type = said.type()
                .orElseThrow(() ->
                        input.size() == 0 ? Refusal.of("type.empty", "") : Refusal.of("type.unknown", said.magic()));
        if (!policy.allows(type.id())) {
            throw Refusal.of("type.not-allowed", type.id());
        }
        compare(said, type, witness);
        return registry.handler(type).orElseThrow(() -> Refusal.of("type.not-supported", type.id()));
    }

    /** Takes down where the witnesses disagree, and what is wrong with the name. */
    private void compare(Detection said, FileType type, MagicWitness witness) {
        if (said.polyglot()) {
            changed("type.polyglot", said.structure().toString());
        }
        if (witness.contradicts(said.magic(), type.mediaType())) {
            changed("type.magic", said.magic() + " → " + type.id());
        }
        // A part without a telling extension claims nothing.
        if (said.nameLies() && (shown || said.name().isPresent())) {
            changed("type.name", name() + " → " + type.id());
        }
        if (!shown) {
            return;
        }
        if (outputName.deceived()) {
            changed("type.deceptive-name", name() + " → " + outputName.name());
        }
        if (outputName.adapted()) {
            changed("type.unsafe-name", name() + " → " + outputName.name());
        }
    }

    /** Gives the output an extension of the type that it holds. */
    void holds(FileType type, Registry registry) {
        CleanName named = CleanName.of(name(), registry.extensions(), Optional.of(type));
        if (!named.name().equals(outputName.name())) {
            outputName = named;
            changed("type.name", name() + " → " + type.id());
        }
    }

    private void changed(String code, String how) {
        found(Finding.of(code, Action.CHANGED, Location.wholeFile(), how));
    }

    /** @throws Refusal when the policy blocks files with one of the findings, or holds them */
    void refuseIfPolicyBlocks() {
        refuseIf(Rule.BLOCK, Action.BLOCKED);
        refuseIf(Rule.HOLD, Action.HELD);
    }

    private void refuseIf(Rule rule, Action action) {
        for (Finding finding : findings.all()) {
            if (policy.rule(finding.kind()) == rule) {
                throw new Refusal(
                        new Finding(finding.kind(), action, finding.where(), finding.detail(), finding.count()));
            }
        }
    }

    /** A label, with what was found until now. */
    Labelling labelling(Label label) {
        return RemovalNotice.of(label, findings.all(), nested);
    }

    Report rebuilt(Digest output) {
        return report(Verdict.REBUILT, Optional.of(output), Optional.empty(), findings.all());
    }

    Report ended(Ending ending) {
        List<Finding> all = new ArrayList<>(findings.all());
        all.addAll(asides.all());
        return report(ending.verdict(), Optional.empty(), Optional.of(ending.reason()), all);
    }

    private Optional<FileType> outputType() {
        if (converted != null) {
            return Optional.of(converted);
        }
        return detection == null ? Optional.empty() : detection.type();
    }

    private Report report(Verdict verdict, Optional<Digest> output, Optional<Finding> reason, List<Finding> found) {
        return new Report(
                name,
                Untrusted.of(outputName.name()),
                outputType(),
                detection == null ? "" : detection.magic(),
                input,
                output,
                verdict,
                reason,
                found,
                nested,
                policy.hash(),
                Version.CURRENT,
                started,
                Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
