package jp.kiyome.bridge.icap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import jp.kiyome.bridge.server.RealClamd;
import jp.kiyome.bridge.server.RealIcap;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Untrusted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Debian's c-icap, whose scan asks Debian's clamd. */
class RealIcapTest {

    @TempDir
    static Path directory;

    private static RealClamd clamd;
    private static RealIcap icap;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(RealIcap.isInstalled() && RealClamd.isInstalled(), "c-icap or clamd is not installed");
        clamd = RealClamd.start(Files.createDirectory(directory.resolve("c")), "AlertExceedsMax yes");
        icap = RealIcap.start(Files.createDirectory(directory.resolve("i")), clamd.tcp());
    }

    @AfterAll
    static void stop() {
        if (icap != null) {
            icap.close();
        }
        if (clamd != null) {
            clamd.close();
        }
    }

    @Test
    void theEchoServiceChangesNothingInEitherMode() {
        for (IcapMode mode : IcapMode.values()) {
            IcapExchange echo = new IcapExchange(icap.service("echo"), mode);
            IcapOptions options = echo.options(soon());
            assertThat(options.preview()).isPresent();
            assertThat(options.allow204()).isTrue();
            for (int size : new int[] {0, 1, 1023, 1024, 1025, 200_000}) {
                assertThat(echo.judge(noise(size), Untrusted.of("a"), whole(options), soon()))
                        .as(mode + " " + size)
                        .isEqualTo(Verdict.nothingFound());
            }
        }
    }

    @Test
    void theFileSentBackUnchangedIsNothingFound() {
        IcapExchange echo = new IcapExchange(icap.service("echo"), IcapMode.RESPMOD);
        IcapOptions options = echo.options(soon());
        IcapOptions without204 =
                new IcapOptions(Optional.empty(), false, options.connections(), options.lifetime(), options.tag());
        assertThat(echo.judge(noise(3 << 20), Untrusted.of("a"), without204, soon()))
                .isEqualTo(Verdict.nothingFound());
    }

    @Test
    void aServiceThatFindsNothingInEicarIsUnfit() {
        try (IcapSource source = new IcapSource(IcapSettings.of("echo", icap.service("echo")))) {
            assertThat(why(ask(source, "x"))).isEqualTo(WhyNotScanned.UNFIT);
            assertThat(source.state(soon()).condition()).isEqualTo(SourceState.Condition.UNFIT);
        }
    }

    @Test
    void theScanFindsWhatClamdFinds() {
        assumeTrue(RealIcap.canScan(), "the module virus_scan is not installed");
        for (IcapMode mode : IcapMode.values()) {
            try (IcapSource source = new IcapSource(scan().withMode(mode))) {
                assertThat(ask(source, "harmless text")).as(mode.name()).isEqualTo(Verdict.nothingFound());
                assertThat(ask(source, "text with " + RealClamd.OWN_WORD))
                        .isInstanceOfSatisfying(
                                Verdict.Threat.class,
                                threat -> assertThat(threat.name().unescaped()).contains("Kiyome.Test.Own"));
                assertThat(ask(source, "x".repeat(100_000) + RealClamd.OWN_WORD))
                        .isInstanceOf(Verdict.Threat.class);
                assertThat(source.version(soon())).isPresent();
            }
        }
    }

    @Test
    void theStateShowsWhetherLargeFilesAreLookedThrough() {
        assumeTrue(RealIcap.canScan(), "the module virus_scan is not installed");
        try (IcapSource small = new IcapSource(scan().withMostBytes(3 << 20));
                IcapSource large = new IcapSource(scan().withMostBytes(8 << 20))) {
            assertThat(small.state(soon()).condition())
                    .as(small.state(soon()).toString())
                    .isEqualTo(SourceState.Condition.READY);
            assertThat(large.state(soon()).condition())
                    .as(large.state(soon()).toString())
                    .isEqualTo(SourceState.Condition.UNFIT);
        }
    }

    @Test
    void aServiceThatIsNotThereRefuses() {
        try (IcapSource source = new IcapSource(IcapSettings.of("none", icap.service("none")))) {
            assertThat(why(ask(source, "x"))).isEqualTo(WhyNotScanned.REFUSED);
        }
    }

    private static IcapSettings scan() {
        return IcapSettings.of("scan", icap.service("virus_scan"));
    }

    private static IcapOptions whole(IcapOptions options) {
        return new IcapOptions(Optional.empty(), true, options.connections(), options.lifetime(), options.tag());
    }

    private static Content noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return HeapContent.of(bytes);
    }

    private static Verdict ask(IcapSource source, String text) {
        return source.ask(Submission.file(HeapContent.of(text.getBytes(StandardCharsets.US_ASCII)), "a.txt"), soon());
    }

    private static WhyNotScanned why(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.NotScanned.class);
        return ((Verdict.NotScanned) verdict).why();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30));
    }
}
