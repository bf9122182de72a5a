package jp.kiyome.core.jail.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.wire.Claim;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.limit.Spent;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {

    private static final Digest INPUT = new Digest(5, "ab".repeat(32));
    private static final Digest OUTPUT = new Digest(4, "cd".repeat(32));
    private static final Finding EVIL = Finding.of("type.polyglot", Action.REMOVED, Location.ofPart("mock"), "evil");

    private final Policy policy =
            Policy.of(Set.of("forbidden"), Map.of("type.magic", Rule.BLOCK), Map.of(), Limits.defaults());
    private final ClaimCheck check = new ClaimCheck(Registry.ofClassPath(), FindingCatalogue::ofClassPath, policy);

    private static Claim rebuilt(
            String type, String outputName, Digest input, List<Finding> findings, Claim... nested) {
        return new Claim(
                Untrusted.of("another name"),
                Untrusted.of(outputName),
                type,
                "text/plain",
                input,
                Optional.of(OUTPUT),
                Verdict.REBUILT,
                Optional.empty(),
                findings,
                List.of(nested),
                1);
    }

    private static Claim ended(Verdict verdict, Optional<Finding> reason, Optional<Digest> output) {
        Untrusted name = Untrusted.of("a.mock");
        return new Claim(name, name, "mock", "", INPUT, output, verdict, reason, List.of(), List.of(), 1);
    }

    private Report report(Claim claim) throws WorkerFault {
        return check.report(claim, Spent.nothing(), new ClaimCheck.Known(Untrusted.of("a.mock"), INPUT, Instant.EPOCH));
    }

    private void isALie(Claim claim) {
        assertThatThrownBy(() -> report(claim))
                .isInstanceOfSatisfying(
                        WorkerFault.class, fault -> assertThat(fault.kind()).isEqualTo(WorkerFault.Kind.LIED));
    }

    @Test
    void whatIsKnownHereIsPutInFromHere() throws WorkerFault {
        Report report = report(rebuilt("mock", "a.mock", INPUT, List.of(EVIL)));
        assertThat(report.name()).hasToString("a.mock");
        assertThat(report.policyHash()).isEqualTo(policy.hash());
        assertThat(report.started()).isEqualTo(Instant.EPOCH);
        assertThat(report.input()).isEqualTo(INPUT);
        assertThat(report.findings()).containsExactly(EVIL);
    }

    @Test
    void noClaimForAnotherFileIsTaken() {
        isALie(rebuilt("mock", "a.mock", OUTPUT, List.of()));
        isALie(rebuilt("mock", "a.mock", new Digest(0, ""), List.of()));
    }

    @Test
    void noTypeThatNobodyRebuildsIsTaken() {
        isALie(rebuilt("never-heard-of", "a.mock", INPUT, List.of()));
        isALie(rebuilt("", "a.mock", INPUT, List.of()));
        ClaimCheck strict = new ClaimCheck(
                Registry.ofClassPath(),
                FindingCatalogue::ofClassPath,
                Policy.of(Set.of("mock"), Map.of(), Map.of(), Limits.defaults()));
        ClaimCheck.Known known = new ClaimCheck.Known(Untrusted.of("a.mock"), INPUT, Instant.EPOCH);
        assertThatThrownBy(() -> strict.report(rebuilt("mock", "a.mock", INPUT, List.of()), Spent.nothing(), known))
                .isInstanceOf(WorkerFault.class);
    }

    @Test
    void noNameThatNobodyWouldGiveIsTaken() {
        isALie(rebuilt("mock", "../../etc/passwd", INPUT, List.of()));
        isALie(rebuilt("mock", "a.exe", INPUT, List.of()));
    }

    @Test
    void noFindingThatNoCatalogueHasIsTaken() {
        Finding invented = Finding.of("mock.invented", Action.REMOVED, Location.wholeFile());
        isALie(rebuilt("mock", "a.mock", INPUT, List.of(invented)));
        isALie(rebuilt("mock", "a.mock", INPUT, List.of(), rebuilt("mock", "b.mock", OUTPUT, List.of(invented))));
        Finding ours = Finding.of("jail.worker-died", Action.BLOCKED, Location.wholeFile());
        isALie(ended(Verdict.FAILED, Optional.of(ours), Optional.empty()));
    }

    @Test
    void nothingThatThePolicyBlocksIsRebuilt() {
        isALie(rebuilt(
                "mock", "a.mock", INPUT, List.of(Finding.of("type.magic", Action.CHANGED, Location.wholeFile()))));
    }

    @Test
    void noClaimThatContradictsItselfIsTaken() {
        isALie(ended(Verdict.FAILED, Optional.empty(), Optional.empty()));
        Finding reason = Finding.of("file.failed", Action.BLOCKED, Location.wholeFile());
        isALie(ended(Verdict.BLOCKED, Optional.of(reason), Optional.of(OUTPUT)));
        isALie(ended(Verdict.REBUILT, Optional.empty(), Optional.empty()));
        isALie(ended(Verdict.FAILED, Optional.of(EVIL), Optional.empty()));
    }

    @Test
    void noMoreThanTheBudgetCanBeSpent() {
        ClaimCheck.Known known = new ClaimCheck.Known(Untrusted.of("a.mock"), INPUT, Instant.EPOCH);
        Spent tooMuch = new Spent(Limits.defaults().decodedBytes() + 1, 0, 0);
        assertThatThrownBy(() -> check.report(rebuilt("mock", "a.mock", INPUT, List.of()), tooMuch, known))
                .isInstanceOf(WorkerFault.class);
    }

    @Test
    void aVerifierNamesKnownFaultsOnly() throws WorkerFault {
        Ending known = Ending.of(new IllegalStateException("x"));
        assertThat(check.fault(known)).isEqualTo(known);
        Finding invented = Finding.of("mock.invented", Action.BLOCKED, Location.wholeFile());
        assertThatThrownBy(() -> check.fault(new Ending(Verdict.FAILED, invented)))
                .isInstanceOf(WorkerFault.class);
    }
}
