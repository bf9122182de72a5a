package jp.kiyome.bridge.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kiyome.bridge.probe.ProbeSample;
import jp.kiyome.bridge.server.Proxy;
import jp.kiyome.bridge.server.RealClamd;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.bridge.wire.Address;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Debian's clamd: nothing counts as scanned that was not. */
class RealClamdTest {

    private static final String STRICT = "AlertExceedsMax yes";

    @TempDir
    static Path directory;

    private static RealClamd clamd;

    @BeforeAll
    static void start() {
        assumeTrue(RealClamd.isInstalled(), "clamd is not installed");
        clamd = RealClamd.start(directory, STRICT, "AlertEncryptedArchive yes", "StreamMaxLength 4M");
    }

    @AfterAll
    static void stop() {
        if (clamd != null) {
            clamd.close();
        }
    }

    @Test
    void bothSocketsFindWhatTheSignaturesName() {
        for (Address address : List.of(clamd.tcp(), clamd.unixSocket())) {
            try (ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", address))) {
                assertThat(ask(source, "harmless")).isEqualTo(Verdict.nothingFound());
                assertThat(ask(source, "some " + RealClamd.OWN_WORD))
                        .isEqualTo(Verdict.threat("Kiyome.Test.Own.UNOFFICIAL"));
                assertThat(source.ask(Submission.file(ProbeSample.eicar(), "e"), soon()))
                        .isEqualTo(Verdict.threat("Kiyome.Test.EICAR.UNOFFICIAL"));
                assertThat(ask(source, "")).isEqualTo(Verdict.nothingFound());
            }
        }
    }

    @Test
    void theStateTellsVersionAndReadiness() {
        try (ClamdSource source = new ClamdSource(settings().withMostBytes(3 << 20))) {
            SourceState state = source.state(soon());
            assertThat(state.condition()).as(state.toString()).isEqualTo(SourceState.Condition.READY);
            assertThat(state.version()).startsWith("ClamAV 1.");
            assertThat(source.version(soon())).contains(new SourceVersion(state.version(), state.signatures()));
        }
    }

    @Test
    void aStreamLongerThanClamdTakesIsNotScanned() {
        try (ClamdSource source = new ClamdSource(settings().withMostBytes(64 << 20))) {
            Submission large = Submission.file(HeapContent.of(new byte[32 << 20]), "large");
            assertWhy(source.ask(large, soon()), WhyNotScanned.TOO_LARGE);
            assertThat(source.state(soon()).condition()).isEqualTo(SourceState.Condition.UNFIT);
            assertThat(ask(source, "next")).isEqualTo(Verdict.nothingFound());
        }
    }

    @Test
    void whatIsLargerThanTheSettingsSayIsNotSent() {
        try (ClamdSource source = new ClamdSource(settings().withMostBytes(3))) {
            assertWhy(ask(source, "four"), WhyNotScanned.TOO_LARGE);
            assertThat(ask(source, "thr")).isEqualTo(Verdict.nothingFound());
        }
    }

    @Test
    void aLockedArchiveIsNotScanned() {
        try (ClamdSource source = new ClamdSource(settings())) {
            Submission locked = Submission.file(HeapContent.of(LockedZip.bytes()), "locked.zip");
            assertWhy(source.ask(locked, soon()), WhyNotScanned.ENCRYPTED);
        }
    }

    @Test
    void aClamdThatKeepsSilentAboutItsLimitsIsUnfit(@TempDir Path other) {
        try (RealClamd silent = RealClamd.start(other, "AlertExceedsMax no");
                ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", silent.tcp()))) {
            assertWhy(ask(source, "harmless"), WhyNotScanned.UNFIT);
            assertThat(source.state(soon()).condition()).isEqualTo(SourceState.Condition.UNFIT);
            assertThat(source.version(soon())).isEmpty();
        }
    }

    @Test
    void aClamdWithoutEicarIsUnfit(@TempDir Path other) {
        try (RealClamd ignorant = RealClamd.startIgnorant(other, STRICT);
                ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", ignorant.tcp()))) {
            assertWhy(ask(source, "harmless"), WhyNotScanned.UNFIT);
        }
    }

    @Test
    void aRestartIsSurvivedAndAStopIsTold(@TempDir Path other) {
        try (RealClamd mortal = RealClamd.start(other, STRICT);
                ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", mortal.tcp()))) {
            assertThat(ask(source, "before")).isEqualTo(Verdict.nothingFound());
            mortal.stop();
            assertWhy(ask(source, "while away"), WhyNotScanned.SOURCE_DOWN);
            assertThat(source.state(soon()).condition()).isEqualTo(SourceState.Condition.DOWN);
            mortal.startAgain();
            assertThat(ask(source, "after")).isEqualTo(Verdict.nothingFound());
            mortal.stop();
            mortal.startAgain();
            assertThat(ask(source, RealClamd.OWN_WORD)).isInstanceOf(Verdict.Threat.class);
        }
    }

    @Test
    void reloadingLosesNoThreat() throws Exception {
        try (ClamdSource source = new ClamdSource(settings());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> asked = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                if (i % 10 == 5) {
                    ClamdCommands.reload(clamd.tcp());
                }
                String text = "number " + i + (i % 2 == 0 ? " " + RealClamd.OWN_WORD : "");
                asked.add(threads.submit(() -> ask(source, text)));
            }
            for (int i = 0; i < asked.size(); i++) {
                assertThat(asked.get(i).get())
                        .isEqualTo(i % 2 == 0 ? Verdict.threat("Kiyome.Test.Own.UNOFFICIAL") : Verdict.nothingFound());
            }
        }
    }

    @Test
    void aSlowClamdIsATimeOut() {
        try (Proxy proxy = new Proxy(clamd.tcp());
                ClamdSource source = new ClamdSource(
                        ClamdSettings.of("clamd", proxy.address()).withTime(Duration.ofSeconds(2)))) {
            assertThat(ask(source, "quick")).isEqualTo(Verdict.nothingFound());
            proxy.delay = 5_000;
            long began = System.nanoTime();
            assertWhy(ask(source, "slow"), WhyNotScanned.TIME_OUT);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aLineCutInTheMiddleIsAskedOnceMoreOnANewConnection() {
        try (Proxy proxy = new Proxy(clamd.tcp());
                ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", proxy.address()))) {
            assertThat(ask(source, "first")).isEqualTo(Verdict.nothingFound());
            proxy.cutAfter = 1;
            assertThat(ask(source, RealClamd.OWN_WORD)).isInstanceOf(Verdict.Threat.class);
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    @Test
    void neverMoreConnectionsThanTheSettingsSay() throws Exception {
        try (Proxy proxy = new Proxy(clamd.tcp());
                ClamdSource source = new ClamdSource(
                        ClamdSettings.of("clamd", proxy.address()).withConnections(2));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> asked = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                asked.add(threads.submit(() -> ask(source, "x")));
            }
            for (Future<Verdict> one : asked) {
                assertThat(one.get()).isEqualTo(Verdict.nothingFound());
            }
            assertThat(proxy.connections()).isLessThanOrEqualTo(2);
        }
    }

    private static ClamdSettings settings() {
        return ClamdSettings.of("clamd", clamd.tcp());
    }

    private static Verdict ask(ClamdSource source, String text) {
        return source.ask(Submission.file(HeapContent.of(text.getBytes(StandardCharsets.US_ASCII)), "a.txt"), soon());
    }

    private static void assertWhy(Verdict verdict, WhyNotScanned why) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.NotScanned.class, told -> assertThat(told.why())
                .as(told.toString())
                .isEqualTo(why));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30));
    }
}
