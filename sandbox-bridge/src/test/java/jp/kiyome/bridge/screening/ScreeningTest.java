package jp.kiyome.bridge.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import jp.kiyome.bridge.asking.ScriptedSource;
import jp.kiyome.bridge.asking.Verdicts;
import jp.kiyome.bridge.cache.CacheAges;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.audit.CatalogueAudit;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.text.Excerpt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScreeningTest {

    private static final Content FILE = HeapContent.of("file".getBytes(StandardCharsets.US_ASCII));
    private static final Verdict DOWN = Verdict.notScanned(WhyNotScanned.SOURCE_DOWN, "no connection");
    private static final Verdict SUSPICIOUS = new Verdict.Suspicious(5, List.of(Untrusted.of("packed")));

    private final Workspace workspace = Workspace.inTempDirectory();
    private final PaperEngine engine = new PaperEngine();
    private final List<Submission> submissions = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        workspace.close();
    }

    /** Takes everything, and judges it as a test says. */
    private VerdictSource source(String name, Function<Submission, Verdict> verdicts) {
        return new ScriptedSource(name, Verdict::nothingFound) {
            @Override
            public boolean takes(Submission submission) {
                return true;
            }

            @Override
            public Verdict ask(Submission submission, Deadline deadline) {
                submissions.add(submission);
                return verdicts.apply(submission);
            }
        };
    }

    private enum Ask {
        ORIGINAL,
        OUTPUT,
        ADDRESS
    }

    private static VerdictPolicy asking(VerdictRules rules, Ask... what) {
        Set<Ask> asked = Set.of(what);
        return new VerdictPolicy(
                List.of(),
                rules,
                CacheAges.usual(),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                asked.contains(Ask.ORIGINAL),
                asked.contains(Ask.OUTPUT),
                asked.contains(Ask.ADDRESS));
    }

    private static VerdictRules on(WhyNotScanned why, Action action) {
        return new VerdictRules(Action.BLOCK, Action.GO_ON, Map.of(why, action), Action.HOLD);
    }

    private Screening screening(VerdictPolicy asked, Policy policy, VerdictSource... sources) {
        Verdicts verdicts =
                new Verdicts(List.of(sources), Optional.empty(), Duration.ofSeconds(30), ThreatListener.none());
        return new Screening(verdicts, asked, policy);
    }

    private Screened screened(VerdictPolicy asked, VerdictSource... sources) {
        return screening(asked, Policy.defaults(), sources).of(job(), Optional.empty(), engine);
    }

    private Job job() {
        return Job.of("a.bin", FILE, workspace);
    }

    private static List<String> codes(Report report) {
        return report.findings().stream()
                .map(finding -> finding.kind() + " " + finding.action())
                .toList();
    }

    private static String reason(Outcome outcome) {
        return outcome.report().reason().orElseThrow().kind().code();
    }

    @Test
    void whatNobodyObjectsToIsRebuiltAsIfNobodyWasAsked() {
        Screened screened = screened(
                asking(VerdictRules.usual(), Ask.ORIGINAL, Ask.OUTPUT), source("a", any -> Verdict.nothingFound()));
        assertThat(screened.action()).isEqualTo(Action.GO_ON);
        assertThat(screened.outcome()).isInstanceOf(Outcome.Rebuilt.class);
        assertThat(screened.outcome().report().nothingFound()).isTrue();
        assertThat(screened.statements())
                .extracting(Statement::subject, Statement::sha256)
                .containsExactly(
                        tuple(Statement.Subject.ORIGINAL, Digest.of(FILE).sha256()),
                        tuple(
                                Statement.Subject.OUTPUT,
                                Digest.of(HeapContent.of(PaperEngine.CLEAN)).sha256()));
    }

    @Test
    void aThreatIsNeverTakenApart() {
        Screened screened =
                screened(asking(VerdictRules.usual(), Ask.ORIGINAL), source("a", any -> Verdict.threat("Evil")));
        assertThat(engine.files()).isZero();
        assertThat(screened.action()).isEqualTo(Action.BLOCK);
        assertThat(screened.outcome()).isInstanceOf(Outcome.Blocked.class);
        assertThat(reason(screened.outcome())).isEqualTo("verdict.threat");
        assertThat(screened.outcome().report().input()).isEqualTo(Digest.of(FILE));
        assertThat(screened.outcome().report().reason().orElseThrow().detail()).isEqualTo(Untrusted.of("a: Evil"));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void whatWasNotScannedIsNeverTakenForScanned(Action action) {
        Screened screened =
                screened(asking(on(WhyNotScanned.SOURCE_DOWN, action), Ask.ORIGINAL), source("a", any -> DOWN));
        assertThat(screened.action()).isEqualTo(action);
        assertThat(screened.statements().getFirst().opinion().verdict()).isEqualTo(DOWN);
        boolean out = screened.outcome() instanceof Outcome.Rebuilt;
        assertThat(out).isEqualTo(action != Action.BLOCK);
        if (out) {
            assertThat(codes(screened.outcome().report())).containsExactly("verdict.not-scanned KEPT");
        } else {
            assertThat(reason(screened.outcome())).isEqualTo("verdict.not-scanned");
        }
    }

    @Test
    void whereNothingCanBeHeldItDoesNotComeOut() {
        Screening screening = screening(
                asking(on(WhyNotScanned.SOURCE_DOWN, Action.HOLD), Ask.ORIGINAL),
                Policy.defaults(),
                source("a", any -> DOWN));
        Outcome outcome = new ScreenedSanitizer(screening, engine).sanitize(job());
        assertThat(outcome).isInstanceOf(Outcome.Blocked.class);
        assertThat(reason(outcome)).isEqualTo(ScreenedSanitizer.HELD);
        assertThat(outcome.report().held()).isTrue();
        assertThat(codes(outcome.report())).containsExactly("verdict.not-scanned KEPT");
    }

    @Test
    void whatWouldBeHeldComesOutOnceSomebodyHasApprovedThat() {
        Screening screening = screening(
                asking(on(WhyNotScanned.SOURCE_DOWN, Action.HOLD), Ask.ORIGINAL),
                Policy.defaults().approving(Set.of(ScreenedSanitizer.HELD)),
                source("a", any -> DOWN));
        assertThat(new ScreenedSanitizer(screening, engine).sanitize(job())).isInstanceOf(Outcome.Rebuilt.class);
    }

    @Test
    void aFindingThatThePolicyHoldsHolds() {
        Policy holding = Policy.of(Set.of(), Map.of("verdict.suspicious", Rule.HOLD), Map.of(), Limits.defaults());
        VerdictRules mild = on(WhyNotScanned.UNLISTED, Action.GO_ON);
        VerdictSource doubting = source("a", any -> SUSPICIOUS);
        Screened screened =
                screening(asking(mild, Ask.ORIGINAL), holding, doubting).of(job(), Optional.empty(), engine);
        assertThat(screened.action()).isEqualTo(Action.HOLD);
    }

    @Test
    void aSourceThatFailsHasNotScanned() {
        Screened screened = screened(asking(VerdictRules.usual(), Ask.ORIGINAL), source("a", any -> {
            throw new IllegalStateException("broken");
        }));
        assertThat(screened.action()).isEqualTo(Action.HOLD);
        assertThat(codes(screened.outcome().report())).containsExactly("verdict.not-scanned KEPT");
    }

    @Test
    void aThreatInTheOutputKeepsItBack() {
        String clean = Digest.of(HeapContent.of(PaperEngine.CLEAN)).sha256();
        Screened screened = screened(
                asking(VerdictRules.usual(), Ask.ORIGINAL, Ask.OUTPUT),
                source(
                        "a",
                        about -> about.digest().sha256().equals(clean)
                                ? Verdict.threat("Evil")
                                : Verdict.nothingFound()));
        assertThat(engine.files()).isOne();
        assertThat(screened.outcome()).isInstanceOf(Outcome.Blocked.class);
        assertThat(reason(screened.outcome())).isEqualTo("verdict.threat");
        assertThat(screened.outcome().report().output()).isEmpty();
    }

    @Test
    void whoeverVouchesIsObeyedAndTheOthersAreStillTold() {
        Screened screened = screened(
                asking(VerdictRules.usual(), Ask.ORIGINAL),
                source("a", any -> Verdict.threat("Evil")),
                source("b", any -> new Verdict.NothingFound(true)));
        assertThat(screened.action()).isEqualTo(Action.GO_ON);
        assertThat(codes(screened.outcome().report())).containsExactly("verdict.threat KEPT");
    }

    @Test
    void aFindingThatThePolicyBlocksWeighsMoreThanARuleThatLetsItGoOn() {
        Policy strict = Policy.of(Set.of(), Map.of("verdict.suspicious", Rule.BLOCK), Map.of(), Limits.defaults());
        VerdictRules mild = on(WhyNotScanned.UNLISTED, Action.GO_ON);
        VerdictSource doubting = source("a", any -> SUSPICIOUS);
        assertThat(screened(asking(mild, Ask.ORIGINAL), doubting).outcome()).isInstanceOf(Outcome.Rebuilt.class);
        Screened screened =
                screening(asking(mild, Ask.ORIGINAL), strict, doubting).of(job(), Optional.empty(), engine);
        assertThat(reason(screened.outcome())).isEqualTo("verdict.suspicious");
    }

    @Test
    void aListThatDoesNotNameAFileSaysNothingOfIt() {
        Screened screened = screened(
                asking(VerdictRules.usual(), Ask.ORIGINAL),
                source("a", any -> Verdict.notScanned(WhyNotScanned.UNLISTED, "")));
        assertThat(screened.action()).isEqualTo(Action.GO_ON);
        assertThat(screened.outcome().report().nothingFound()).isTrue();
        assertThat(screened.statements()).hasSize(1);
    }

    @Test
    void aMailIsAskedAboutAsAMail() {
        Envelope envelope = new Envelope("a@example.invalid", List.of("b@example.invalid"), "", "");
        screening(asking(VerdictRules.usual(), Ask.ORIGINAL), Policy.defaults(), source("a", any -> DOWN))
                .of(job(), Optional.of(envelope), engine);
        assertThat(submissions).singleElement().isInstanceOfSatisfying(Submission.OfMail.class, mail -> assertThat(
                        mail.envelope())
                .isEqualTo(envelope));
    }

    @Test
    void withoutSourcesNobodyIsAskedAndNothingIsHeld() {
        Screened screened = screened(asking(VerdictRules.usual(), Ask.ORIGINAL, Ask.OUTPUT, Ask.ADDRESS));
        assertThat(screened.action()).isEqualTo(Action.GO_ON);
        assertThat(screened.statements()).isEmpty();
        assertThat(screened.outcome()).isInstanceOf(Outcome.Rebuilt.class);
    }

    private static Finding link(String target) {
        return Finding.of("link.external", jp.kiyome.core.finding.Action.REMOVED, Location.ofPart("x"), target);
    }

    private Screened withLinks(Action onTooMany, VerdictSource source, Finding... links) {
        return screening(asking(on(WhyNotScanned.TOO_LARGE, onTooMany), Ask.ADDRESS), Policy.defaults(), source)
                .of(job(), Optional.empty(), new PaperEngine(links));
    }

    @Test
    void addressesInFindingsAreAskedAboutOnceEach() {
        Screened screened = withLinks(
                Action.HOLD,
                source(
                        "a",
                        about -> about instanceof Submission.OfUrl url
                                        && url.url().endsWith("evil")
                                ? Verdict.threat("Phishing")
                                : Verdict.nothingFound()),
                link("HTTP://example.invalid/a"),
                link("http://example.invalid/a"),
                link("file:///etc/passwd"),
                link("mailto:a@example.invalid"),
                link("no address"),
                link("https://example.invalid/evil"));
        assertThat(submissions)
                .extracting(about -> about instanceof Submission.OfUrl url ? url.url() : "")
                .containsExactlyInAnyOrder("http://example.invalid/a", "https://example.invalid/evil");
        assertThat(screened.outcome()).isInstanceOf(Outcome.Blocked.class);
        assertThat(screened.outcome().report().reason().orElseThrow().where().toString())
                .isEqualTo("address#https://example.invalid/evil");
    }

    @Test
    void addressesOfLinksThatStayAndInWordsAreAskedAbout() {
        Excerpt said = new Excerpt(
                "至急 http://example.invalid/title",
                "詳細（https://example.invalid/text）は、http://example.invalid/end. をご覧ください。ftp://example.invalid/",
                List.of("https://example.invalid/link"),
                false);
        VerdictSource nothing = source("a", any -> Verdict.nothingFound());
        screening(asking(VerdictRules.usual(), Ask.ADDRESS), Policy.defaults(), nothing)
                .of(job(), Optional.empty(), PaperEngine.saying(said));
        assertThat(submissions)
                .extracting(about -> about instanceof Submission.OfUrl url ? url.url() : "")
                .containsExactlyInAnyOrder(
                        "https://example.invalid/link",
                        "http://example.invalid/title",
                        "https://example.invalid/text",
                        "http://example.invalid/end");
    }

    @Test
    void addressesBeyondTheLimitAreToldAsNotScanned() {
        Finding[] links = new Finding[FoundAddresses.MOST + 3];
        for (int i = 0; i < links.length; i++) {
            links[i] = link("http://example.invalid/" + i);
        }
        Screened screened = withLinks(Action.HOLD, source("a", any -> Verdict.nothingFound()), links);
        assertThat(submissions).hasSize(FoundAddresses.MOST);
        assertThat(screened.action()).isEqualTo(Action.HOLD);
        assertThat(screened.outcome().report().findings().getLast().detail().unescaped())
                .isEqualTo("-: too-large 3 addresses");
    }

    @Test
    void addressesThatNobodyTakesAreNotScanned() {
        Screened screened = withLinks(
                Action.GO_ON, new ScriptedSource("files", Verdict::nothingFound), link("http://example.invalid/"));
        assertThat(screened.action()).isEqualTo(Action.HOLD);
        assertThat(codes(screened.outcome().report()))
                .containsExactly("link.external REMOVED", "verdict.not-scanned KEPT");
    }

    @Test
    void everyCodeStandsInTheTable() {
        FindingCatalogue catalogue = FindingCatalogue.ofClassPath();
        assertThat(new CatalogueAudit(catalogue, Set.of("message.eml")).faults(Screening.class))
                .isEmpty();
        assertThat(catalogue.codes())
                .contains("verdict.held", "verdict.not-scanned", "verdict.suspicious", "verdict.threat");
    }
}
