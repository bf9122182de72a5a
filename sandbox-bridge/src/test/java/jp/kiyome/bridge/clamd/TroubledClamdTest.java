package jp.kiyome.bridge.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kiyome.bridge.server.Proxy;
import jp.kiyome.bridge.server.RealClamd;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With Debian's clamd, while it is in every kind of trouble: a file that its signatures name is never one in which nothing was
 * found, whenever and however the answer went missing.
 */
class TroubledClamdTest {

    private static final String STRICT = "AlertExceedsMax yes";
    private static final int FILES = 4;

    @TempDir
    Path directory;

    @BeforeEach
    void needsClamd() {
        assumeTrue(RealClamd.isInstalled(), "clamd is not installed");
    }

    /** What is said of files that hold the word, by several who ask all the time. */
    private static final class Askers implements AutoCloseable {

        final AtomicInteger threats = new AtomicInteger();
        final AtomicInteger notScanned = new AtomicInteger();
        final AtomicInteger passed = new AtomicInteger();
        private final AtomicBoolean wanted = new AtomicBoolean(true);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Askers(ClamdSource source) {
            for (int i = 0; i < FILES; i++) {
                Content content = padded(1000 + 300_000 * i);
                threads.execute(() -> {
                    while (wanted.get()) {
                        count(source.ask(Submission.file(content, "a"), soon()));
                    }
                });
            }
        }

        private void count(Verdict verdict) {
            switch (verdict) {
                case Verdict.Threat threat -> threats.incrementAndGet();
                case Verdict.NotScanned unscanned -> notScanned.incrementAndGet();
                case Verdict.NothingFound nothing -> passed.incrementAndGet();
                case Verdict.Suspicious suspicious -> passed.incrementAndGet();
            }
        }

        /** Until it has happened to each of the files again. */
        void await(AtomicInteger what) throws InterruptedException {
            int enough = what.get() + 2 * FILES;
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (what.get() < enough && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            assertThat(what.get()).as("happened again").isGreaterThanOrEqualTo(enough);
        }

        @Override
        public void close() {
            wanted.set(false);
            threads.close();
        }
    }

    @Test
    void aThreatIsNeverNothingWhateverHappensToClamd() throws Exception {
        try (RealClamd clamd = RealClamd.start(directory, STRICT);
                Proxy proxy = new Proxy(clamd.tcp());
                ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", proxy.address()));
                Askers askers = new Askers(source)) {
            askers.await(askers.threats);
            clamd.stop();
            askers.await(askers.notScanned);
            clamd.startAgain();
            askers.await(askers.threats);
            for (int i = 0; i < 3; i++) {
                ClamdCommands.reload(clamd.tcp());
                askers.await(askers.threats);
            }
            for (int i = 0; i < 5; i++) {
                proxy.cutAfter = 100_000L * i + 1;
                askers.await(askers.threats);
            }
            clamd.stop();
            clamd.startAgain();
            askers.await(askers.threats);
            assertThat(askers.passed).hasValue(0);
        }
    }

    @Test
    void aThreatIsNeverNothingHoweverSlowClamdIs() throws Exception {
        try (RealClamd clamd = RealClamd.start(directory, STRICT);
                Proxy proxy = new Proxy(clamd.tcp());
                ClamdSource source = new ClamdSource(
                        ClamdSettings.of("clamd", proxy.address()).withTime(Duration.ofSeconds(1)));
                Askers askers = new Askers(source)) {
            proxy.delay = 2_000;
            askers.await(askers.notScanned);
            assertThat(askers.passed).hasValue(0);
        }
    }

    @Test
    void whatLiesBehindClamdsOwnLimitsIsNotScanned() {
        try (RealClamd clamd = RealClamd.start(directory, STRICT, "MaxFileSize 200K", "MaxScanSize 400K");
                ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", clamd.tcp()))) {
            assertThat(source.ask(Submission.file(padded(1000), "small"), soon()))
                    .isInstanceOf(Verdict.Threat.class);
            assertThat(source.ask(Submission.file(padded(1 << 20), "large"), soon()))
                    .isInstanceOfSatisfying(
                            Verdict.NotScanned.class,
                            told -> assertThat(told.why()).as(told.toString()).isEqualTo(WhyNotScanned.TOO_LARGE));
        }
    }

    @Test
    void aClamdThatWasStartedAnewWithLaxSettingsIsFoundOut() {
        try (RealClamd clamd = RealClamd.start(directory, STRICT);
                ClamdSource source = new ClamdSource(ClamdSettings.of("clamd", clamd.tcp()))) {
            assertThat(source.ask(Submission.file(padded(0), "a"), soon())).isInstanceOf(Verdict.Threat.class);
            clamd.stop();
            clamd.startAgain("AlertExceedsMax no", "MaxFileSize 200K", "MaxScanSize 400K");
            assertThat(source.ask(Submission.file(padded(1 << 20), "a"), soon()))
                    .isInstanceOfSatisfying(
                            Verdict.NotScanned.class,
                            told -> assertThat(told.why()).as(told.toString()).isEqualTo(WhyNotScanned.UNFIT));
        }
    }

    /** The word that the signatures name, behind other bytes. */
    private static Content padded(int before) {
        byte[] word = RealClamd.OWN_WORD.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[before + word.length];
        Arrays.fill(bytes, 0, before, (byte) 'x');
        System.arraycopy(word, 0, bytes, before, word.length);
        return HeapContent.of(bytes);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30));
    }
}
