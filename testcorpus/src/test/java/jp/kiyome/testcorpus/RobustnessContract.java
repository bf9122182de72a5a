package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Broken files and limits end as an outcome, soon, and leave nothing behind. */
interface RobustnessContract {

    Duration SOON = Duration.ofSeconds(5);
    int BREAKS = 150;

    /** Bytes kept on the heap, so that there are temp files. */
    int ALMOST_NONE = 16;

    /** Good files, to be broken in many ways. */
    List<Sample> toBreak();

    @TestFactory
    default Stream<DynamicTest> truncationsEndAsAnOutcome() {
        return toBreak().stream()
                .map(sample -> dynamicTest(sample.fileName(), () -> {
                    byte[] whole = sample.bytes().get();
                    for (int i = 0; i < BREAKS; i++) {
                        int length = (int) ((long) whole.length * i / BREAKS);
                        endsSoon(sample, Arrays.copyOf(whole, length));
                    }
                    for (int cut = 1; cut <= 30; cut++) {
                        endsSoon(sample, Arrays.copyOf(whole, whole.length - cut));
                    }
                }));
    }

    @TestFactory
    default Stream<DynamicTest> bitFlipsEndAsAnOutcome() {
        return toBreak().stream()
                .map(sample -> dynamicTest(sample.fileName(), () -> {
                    Random random = new Random(20260101);
                    for (int i = 0; i < BREAKS * 2; i++) {
                        byte[] bytes = sample.bytes().get();
                        int at = random.nextInt(bytes.length);
                        bytes[at] ^= (byte) (1 << random.nextInt(8));
                        endsSoon(sample, bytes);
                    }
                }));
    }

    private static void endsSoon(Sample sample, byte[] bytes) {
        Run run = HandlerContract.RUNNER.sanitize(sample.fileName(), bytes);
        assertThat(run.took()).as(run.ending()).isLessThan(SOON);
        if (run.rebuilt()) {
            assertThat(OutputScan.of(run.output())).isEmpty();
        }
    }

    /** The limits that such files spend from, each by the code of its finding, at a value. */
    default Map<String, IntFunction<Limits>> limits() {
        Limits base = Limits.defaults();
        Map<String, IntFunction<Limits>> limits = new TreeMap<>();
        limits.put(
                "limit.input-bytes",
                n -> new Limits(n, 1 << 30, 200, 1 << 26, 10_000, 8, 1 << 30, 1 << 28, 256, 20, base.time()));
        limits.put(
                "limit.decoded-bytes",
                n -> new Limits(1 << 29, n, 200, 1 << 26, 10_000, 8, 1 << 30, 1 << 28, 256, 20, base.time()));
        limits.put(
                "limit.entries",
                n -> new Limits(1 << 29, 1 << 30, 200, 1 << 26, n, 8, 1 << 30, 1 << 28, 256, 20, base.time()));
        limits.put(
                "limit.xml-depth",
                n -> new Limits(1 << 29, 1 << 30, 200, 1 << 26, 10_000, 8, 1 << 30, 1 << 28, n, 20, base.time()));
        return limits;
    }

    /** For each limit there is a value at which a file passes, and one less blocks it by that code. */
    @TestFactory
    default Stream<DynamicTest> limitsHoldToTheUnit(@TempDir Path temp) {
        return toBreak().stream().flatMap(sample -> limits().entrySet().stream()
                .map(limit -> dynamicTest(
                        sample.fileName() + " " + limit.getKey(),
                        () -> atTheEdge(sample, limit.getKey(), limit.getValue(), temp))));
    }

    private static void atTheEdge(Sample sample, String code, IntFunction<Limits> limit, Path temp) {
        byte[] bytes = sample.bytes().get();
        int blocked = 0;
        int passes = 1 << 28;
        assertThat(with(limit.apply(passes), temp)
                        .sanitize(sample.fileName(), bytes)
                        .rebuilt())
                .isTrue();
        while (passes - blocked > 1) {
            int middle = (passes + blocked) >>> 1;
            if (with(limit.apply(middle), temp)
                    .sanitize(sample.fileName(), bytes)
                    .rebuilt()) {
                passes = middle;
            } else {
                blocked = middle;
            }
        }
        Run under = with(limit.apply(blocked), temp).sanitize(sample.fileName(), bytes);
        assertThat(under.report().verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(under.report().reason().orElseThrow().kind().code()).isEqualTo(code);
    }

    private static Runner with(Limits limits, Path temp) {
        return new Runner(Policy.of(Set.of(), Map.of(), Map.of(), limits), temp);
    }

    @Test
    default void noTempFileIsLeft(@TempDir Path temp) throws IOException {
        Runner runner = new Runner(Policy.defaults(), temp, ALMOST_NONE);
        Runner nowhere = new Runner(Policy.defaults(), temp.resolve("missing"), ALMOST_NONE);
        for (Sample sample : toBreak()) {
            byte[] bytes = sample.bytes().get();
            assertThat(runner.sanitize(sample.fileName(), bytes).rebuilt()).isTrue();
            runner.sanitize(sample.fileName(), Arrays.copyOf(bytes, bytes.length / 2));
            // Else there would be none to be left.
            assertThat(nowhere.sanitize(sample.fileName(), bytes).ending()).contains("cannot make a temp file");
        }
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }

    /** Files that keep a rebuilder busy longest for their size: deep, long or crooked, each of a megabyte or a few. */
    default List<Sample> worstShapes() {
        return List.of();
    }

    /** Whoever forgets to look at the clock in some loop is found out here. */
    @TestFactory
    default Stream<DynamicTest> aSecondOfTimeIsASecond(@TempDir Path temp) {
        Limits second = new Limits(
                1 << 29, 1 << 30, 200, 1 << 26, 10_000_000, 8, 1 << 30, 1 << 28, 256, 20, Duration.ofSeconds(1));
        return worstShapes().stream()
                .map(sample -> dynamicTest(sample.fileName(), () -> {
                    Run run = with(second, temp)
                            .sanitize(sample.fileName(), sample.bytes().get());
                    assertThat(run.took()).as(run.ending()).isLessThan(SOON);
                    assertThat(run.rebuilt() || run.ending().startsWith("BLOCKED limit.time"))
                            .as(run.ending())
                            .isTrue();
                }));
    }

    @Test
    default void timeIsLimited(@TempDir Path temp) {
        Limits none =
                new Limits(1 << 29, 1 << 30, 200, 1 << 26, 10_000, 8, 1 << 30, 1 << 28, 256, 20, Duration.ofNanos(1));
        for (Sample sample : toBreak()) {
            Run run =
                    with(none, temp).sanitize(sample.fileName(), sample.bytes().get());
            assertThat(run.ending()).startsWith("BLOCKED limit.time");
        }
    }
}
