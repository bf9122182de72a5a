package jp.kiyome.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Findings;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.type.Detection;
import jp.kiyome.core.type.FileType;
import org.jspecify.annotations.Nullable;

/** What is known of one file while it is on its way; becomes its {@link Report}. Not thread-safe. */
final class FileAccount {

    private final Untrusted name;
    private final Policy policy;
    private final Instant started = Instant.now();
    private final long startNanos = System.nanoTime();
    private final Findings findings = new Findings();
    private final List<Report> nested = new ArrayList<>();
    private Digest input = new Digest(0, "");
    private @Nullable Detection detection;

    FileAccount(Untrusted name, Policy policy) {
        this.name = name;
        this.policy = policy;
    }

    String name() {
        return name.unescaped();
    }

    void input(Digest digest) {
        input = digest;
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    void nested(Report report) {
        nested.add(report);
    }

    /** The type to go by. Only after {@link #admit}. */
    FileType type() {
        return detected().orElseThrow();
    }

    /** Takes what detection says; gives the handler to use, or refuses the file. */
    Handler admit(Detection said, Registry registry) {
        detection = said;
        FileType type = said.type()
                .orElseThrow(() -> Refusal.of("type.unknown", said.magic().isEmpty() ? "" : said.magic()));
        if (!policy.allows(type.id())) {
            throw Refusal.of("type.not-allowed", type.id());
        }
        if (said.polyglot()) {
            found(Finding.of(
                    "type.polyglot",
                    Action.CHANGED,
                    Location.wholeFile(),
                    said.structure().toString()));
        }
        if (said.nameLies()) {
            found(Finding.of("type.name", Action.CHANGED, Location.wholeFile(), name() + " → " + type.id()));
        }
        return registry.handler(type).orElseThrow(() -> Refusal.of("type.not-supported", type.id()));
    }

    /** @throws Refusal when the policy blocks files with one of the findings */
    void refuseIfPolicyBlocks() {
        for (Finding finding : findings.all()) {
            if (policy.blocks(finding.kind())) {
                throw new Refusal(new Finding(
                        finding.kind(), Action.BLOCKED, finding.where(), finding.detail(), finding.count()));
            }
        }
    }

    Report rebuilt(Digest output) {
        return report(Verdict.REBUILT, Optional.of(output), Optional.empty());
    }

    Report ended(Verdict verdict, Finding reason) {
        return report(verdict, Optional.empty(), Optional.of(reason));
    }

    private Optional<FileType> detected() {
        return detection == null ? Optional.empty() : detection.type();
    }

    private Report report(Verdict verdict, Optional<Digest> output, Optional<Finding> reason) {
        return new Report(
                name,
                OutputName.of(name, detection),
                detected(),
                detection == null ? "" : detection.magic(),
                input,
                output,
                verdict,
                reason,
                findings.all(),
                nested,
                policy.hash(),
                Version.CURRENT,
                started,
                Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
