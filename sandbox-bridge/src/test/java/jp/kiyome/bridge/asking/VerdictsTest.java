package jp.kiyome.bridge.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.bridge.cache.CacheAges;
import jp.kiyome.bridge.cache.MemoryCache;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private static final Submission FILE = Submission.file(HeapContent.of(new byte[] {1, 2, 3}), "a");
    private static final Verdict NOTHING = Verdict.nothingFound();
    private static final Verdict THREAT = Verdict.threat("x");
    private static final Verdict SUSPICIOUS = new Verdict.Suspicious(5, List.of());
    private static final VerdictRules RULES = VerdictRules.usual();

    @Test
    void theWorstAnswerWeighs() {
        assertThat(ask(NOTHING, NOTHING).combined()).isEqualTo(NOTHING);
        assertThat(ask(NOTHING, SUSPICIOUS, THREAT).combined()).isEqualTo(THREAT);
        assertThat(ask(SUSPICIOUS, down()).combined()).isEqualTo(SUSPICIOUS);
        assertThat(ask(THREAT, NOTHING).action(RULES)).isEqualTo(Action.BLOCK);
        assertThat(ask(SUSPICIOUS, NOTHING).action(RULES)).isEqualTo(Action.HOLD);
    }

    @Test
    void oneWhoLookedDoesNotMakeUpForOneWhoDidNot() {
        assertThat(ask(NOTHING, down()).combined()).isEqualTo(down());
        assertThat(ask(NOTHING, down()).action(RULES)).isEqualTo(Action.HOLD);
    }

    @Test
    void thePolicyMaySayThatItDoes() {
        VerdictRules lenient = new VerdictRules(
                Action.BLOCK, Action.HOLD, Map.of(WhyNotScanned.SOURCE_DOWN, Action.GO_ON), Action.HOLD);
        assertThat(ask(NOTHING, down()).action(lenient)).isEqualTo(Action.GO_ON);
        assertThat(ask(SUSPICIOUS, down()).action(lenient)).isEqualTo(Action.HOLD);
    }

    @Test
    void aListThatDoesNotNameTheHashSaysNothing() {
        Verdict unlisted = Verdict.notScanned(WhyNotScanned.UNLISTED, "");
        assertThat(ask(unlisted, NOTHING).combined()).isEqualTo(NOTHING);
        assertThat(ask(unlisted, down()).action(RULES)).isEqualTo(Action.HOLD);
        assertThat(ask(unlisted).combined()).isEqualTo(unlisted);
    }

    @Test
    void whoVouchesOutweighsTheOthers() {
        Verdict vouched = new Verdict.NothingFound(true);
        assertThat(ask(THREAT, vouched).combined()).isEqualTo(vouched);
        assertThat(ask(down(), vouched).action(RULES)).isEqualTo(Action.GO_ON);
    }

    @Test
    void anOpinionNamesTheVersionThatGaveIt() {
        Instant made = Instant.parse("2026-11-11T10:00:00Z");
        ScriptedSource clamd = new ScriptedSource("clamd", () -> NOTHING);
        clamd.version = "ClamAV 1.4.6/27811";
        clamd.signatures = Optional.of(made);
        MemoryCache cache = new MemoryCache(CacheAges.usual(), 10, InstantSource.system());
        try (Verdicts verdicts =
                new Verdicts(List.of(clamd), Optional.of(cache), Duration.ofSeconds(5), ThreatListener.none())) {
            SourceVersion old = new SourceVersion("ClamAV 1.4.6/27811", Optional.of(made));
            assertThat(verdicts.ask(FILE).opinions())
                    .containsExactly(new Opinion("clamd", NOTHING, false, Optional.of(old)));
            assertThat(verdicts.ask(FILE).opinions())
                    .containsExactly(new Opinion("clamd", NOTHING, true, Optional.of(old)));
            clamd.version = "ClamAV 1.4.6/27812";
            assertThat(verdicts.ask(FILE).opinions().getFirst().kept())
                    .as("newer signatures know nothing of what was kept")
                    .isFalse();
            assertThat(clamd.asked()).isEqualTo(2);
            assertThat(old.signatureAge(made.plusSeconds(90))).contains(Duration.ofSeconds(90));
            assertThat(old.signatureAge(made.minusSeconds(90))).contains(Duration.ZERO);
        }
    }

    @Test
    void whatThrowsOrDoesNotComeBackHasNotScanned() {
        VerdictSource throwing = new ScriptedSource("t", () -> {
            throw new IllegalStateException("broken");
        });
        VerdictSource lost = new ScriptedSource("l", () -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return NOTHING;
        });
        try (Verdicts verdicts = new Verdicts(
                List.of(throwing, lost), Optional.empty(), Duration.ofMillis(200), ThreatListener.none())) {
            Asked asked = verdicts.ask(FILE);
            assertThat(why(asked, 0)).isEqualTo(WhyNotScanned.PROTOCOL);
            assertThat(why(asked, 1)).isEqualTo(WhyNotScanned.TIME_OUT);
            assertThat(asked.action(RULES)).isEqualTo(Action.HOLD);
        }
    }

    @Test
    void whereSourcesAreThereButNoneForThisNobodyHasLooked() {
        try (Verdicts verdicts = verdicts(new ScriptedSource("a", () -> NOTHING));
                Verdicts nobody = verdicts()) {
            Submission url = new Submission.OfUrl("https://a.example.invalid/");
            assertThat(why(verdicts.ask(url), 0)).isEqualTo(WhyNotScanned.NOBODY_ASKED);
            assertThat(verdicts.takes(url)).isFalse();
            assertThat(nobody.ask(FILE).opinions()).isEmpty();
        }
    }

    @Test
    void whatComesLaterIsATicketAndHeldMeanwhile() {
        ScriptedSource.Later later = new ScriptedSource.Later("cape", () -> new LaterSource.InWork("7"));
        try (Verdicts verdicts = verdicts(later, new ScriptedSource("a", () -> NOTHING))) {
            Asked asked = verdicts.ask(FILE);
            assertThat(asked.tickets())
                    .containsExactly(new Ticket(
                            "cape", "7", FILE.digest().sha256(), FILE.digest().sha256()));
            assertThat(asked.action(RULES)).isEqualTo(Action.HOLD);
            assertThat(asked.settled(RULES)).isEqualTo(Action.GO_ON);
        }
    }

    @Test
    void whoeverCanWaitHasTheVerdictOrATimeOutAndNoTicket() {
        VerdictSource sandbox = new ScriptedSource.Later("cape", () -> new LaterSource.InWork("7")) {
            @Override
            public Verdict ask(Submission submission, Deadline deadline) {
                return deadline.remaining().compareTo(Duration.ofMinutes(1)) > 0 ? THREAT : down();
            }
        };
        VerdictPolicy usual = VerdictPolicy.nobody();
        VerdictPolicy patient = new VerdictPolicy(
                List.of(named(sandbox), named(new ScriptedSource("a", () -> NOTHING))),
                usual.rules(),
                usual.ages(),
                Duration.ofSeconds(20),
                Duration.ofMinutes(10),
                true,
                false,
                false);
        try (Verdicts verdicts = Verdicts.waiting(patient, Optional.empty(), ThreatListener.none())) {
            Asked asked = verdicts.ask(FILE);
            assertThat(asked.tickets()).isEmpty();
            assertThat(asked.opinions()).extracting(Opinion::verdict).containsExactly(THREAT, NOTHING);
        }
    }

    private static VerdictPolicy.Named named(VerdictSource source) {
        return new VerdictPolicy.Named() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public VerdictSource open() {
                return source;
            }
        };
    }

    @Test
    void aKeptVerdictIsUsedUntilTheSourceChanges() {
        ScriptedSource source = new ScriptedSource("a", () -> NOTHING);
        ScriptedSource away = new ScriptedSource("b", VerdictsTest::down);
        MemoryCache cache = new MemoryCache(CacheAges.usual(), 10, InstantSource.system());
        try (Verdicts verdicts = new Verdicts(
                List.of(source, away), Optional.of(cache), Duration.ofSeconds(20), ThreatListener.none())) {
            assertThat(verdicts.ask(FILE).opinions().getFirst().kept()).isFalse();
            assertThat(verdicts.ask(FILE).opinions().getFirst().kept()).isTrue();
            assertThat(source.asked()).isEqualTo(1);
            assertThat(away.asked()).isEqualTo(2);
            source.version = "2";
            verdicts.ask(FILE);
            assertThat(source.asked()).isEqualTo(2);
        }
    }

    @Test
    void everyThreatIsToldToTheListener() {
        List<String> told = new ArrayList<>();
        ScriptedSource source = new ScriptedSource("a", () -> THREAT);
        try (Verdicts verdicts = new Verdicts(
                List.of(source),
                Optional.empty(),
                Duration.ofSeconds(20),
                (sha256, name, threat) -> told.add(sha256 + name + threat.name()))) {
            verdicts.ask(FILE);
        }
        assertThat(told).containsExactly(FILE.digest().sha256() + "ax");
    }

    private static Verdict down() {
        return Verdict.notScanned(WhyNotScanned.SOURCE_DOWN, "");
    }

    private static WhyNotScanned why(Asked asked, int index) {
        return ((Verdict.NotScanned) asked.opinions().get(index).verdict()).why();
    }

    private static Verdicts verdicts(VerdictSource... sources) {
        return new Verdicts(List.of(sources), Optional.empty(), Duration.ofSeconds(20), ThreatListener.none());
    }

    private static Asked ask(Verdict... answers) {
        List<VerdictSource> sources = new ArrayList<>();
        for (Verdict answer : answers) {
            sources.add(new ScriptedSource("s" + sources.size(), () -> answer));
        }
        try (Verdicts verdicts = verdicts(sources.toArray(VerdictSource[]::new))) {
            return verdicts.ask(FILE);
        }
    }
}
