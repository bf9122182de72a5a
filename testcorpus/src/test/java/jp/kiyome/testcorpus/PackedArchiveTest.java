package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.packed.PackedVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.Layer;
import jp.kiyome.testcorpus.scan.Layers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** LHA comes back as LHA; cabinets and RAR, for which there is no writer, as ZIP. */
class PackedArchiveTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int BREAKS = 200;

    private static Stream<Sample> hostile() {
        return PackedVectors.all().stream().map(Vector::hostile);
    }

    private static Stream<Sample> innocent() {
        return PackedVectors.benign().stream();
    }

    private static Stream<DynamicTest> each(Stream<Sample> samples, Consumer<Sample> law) {
        return samples.map(sample -> dynamicTest(sample.fileName(), () -> law.accept(sample)));
    }

    private static Run run(Sample sample) {
        return RUNNER.sanitize(sample.fileName(), sample.bytes().get());
    }

    @TestFactory
    Stream<DynamicTest> everySampleEndsAsExpected() {
        return each(Stream.concat(hostile(), innocent()), sample -> {
            Run run = run(sample);
            assertThat(run.rebuilt()).as(run.ending()).isEqualTo(sample.ending() == Ending.REBUILT);
            assertThat(run.took()).isLessThan(SOON);
            assertThat(run.ending()).doesNotStartWith("FAILED");
        });
    }

    @TestFactory
    Stream<DynamicTest> findingsAreExactlyTheExpectedOnes() {
        return each(
                hostile().filter(sample -> sample.ending() == Ending.REBUILT),
                sample -> assertThat(run(sample).codes()).containsExactlyInAnyOrderElementsOf(sample.findings()));
    }

    @TestFactory
    Stream<DynamicTest> innocentFilesHaveNoFindingButTheirConversion() {
        return each(innocent(), sample -> assertThat(Set.copyOf(run(sample).codes()))
                .isEqualTo(sample.extension().equals("lzh") ? Set.of() : Set.of("archive.converted")));
    }

    @TestFactory
    Stream<DynamicTest> whatIsHiddenStandsInTheInputAndNotInTheOutput() {
        return each(hostile().filter(sample -> sample.ending() == Ending.REBUILT), sample -> {
            List<Layer> before = Layers.of(sample.bytes().get());
            List<Layer> after = Layers.of(run(sample).output());
            assertThat(sample.gone()).allSatisfy(text -> {
                assertThat(before).anyMatch(layer -> layer.contains(text));
                assertThat(after).noneMatch(layer -> layer.contains(text));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> rebuildingTwiceChangesNothing() {
        return each(Stream.concat(hostile(), innocent()), sample -> {
            Run first = run(sample);
            if (first.rebuilt()) {
                Run second = RUNNER.sanitize(first.report().outputName().unescaped(), first.output());
                assertThat(second.codes()).isEmpty();
                assertThat(second.output()).isEqualTo(first.output());
                assertThat(run(sample).output()).isEqualTo(first.output());
            }
        });
    }

    /** The scanner unpacks -lh5- with code of its own, and knows no part of a header that an output does not need. */
    @TestFactory
    Stream<DynamicTest> anotherReaderFindsTheMembersInLha() {
        return each(innocent().filter(sample -> sample.extension().equals("lzh")), sample -> {
            List<Layer> layers = Layers.of(run(sample).output());
            assertThat(layers).anyMatch(layer -> layer.path().endsWith("表.png") && layer.bytes()[0] == (byte) 0x89);
            assertThat(layers)
                    .filteredOn(layer -> layer.path().matches(".*(extended-([3-9]|\\d\\d+)|unreadable)"))
                    .isEmpty();
            assertThat(layers)
                    .filteredOn(layer -> layer.path().endsWith("/behind"))
                    .allMatch(layer -> layer.bytes().length == 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> brokenFilesEndAsAnOutcome() {
        return each(innocent(), sample -> {
            byte[] whole = sample.bytes().get();
            Random random = new Random(20260101);
            for (int i = 0; i < BREAKS; i++) {
                ends(sample, Arrays.copyOf(whole, (int) ((long) whole.length * i / BREAKS)));
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                ends(sample, flipped);
            }
        });
    }

    private static void ends(Sample sample, byte[] bytes) {
        Run run = RUNNER.sanitize(sample.fileName(), bytes);
        assertThat(run.took()).as(run.ending()).isLessThan(SOON);
        assertThat(run.ending()).doesNotStartWith("FAILED");
        if (run.rebuilt()) {
            Run again = RUNNER.sanitize(run.report().outputName().unescaped(), run.output());
            assertThat(again.output()).isEqualTo(run.output());
            assertThat(again.codes()).isEmpty();
        }
    }
}
