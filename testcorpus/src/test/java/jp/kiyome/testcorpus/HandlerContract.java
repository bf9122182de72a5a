package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.Layer;
import jp.kiyome.testcorpus.scan.Layers;
import jp.kiyome.testcorpus.scan.OutputScan;
import jp.kiyome.testcorpus.scan.ShownPictures;
import jp.kiyome.testcorpus.scan.ShownText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every handler. A format's test implements this with its samples. */
interface HandlerContract {

    Runner RUNNER = Runner.withDefaults();

    List<Vector> vectors();

    /** Files with nothing to find, beside the twins of the vectors. */
    List<Sample> benign();

    default Stream<Sample> innocent() {
        return Stream.concat(vectors().stream().map(Vector::twin), benign().stream());
    }

    default Stream<Sample> samples() {
        return Stream.concat(vectors().stream().map(Vector::hostile), innocent());
    }

    /** Vectors that the scan does not see, by name: their finding, or a text of their own, is all that shows them. */
    default Set<String> knownByFindingOnly() {
        return Set.of();
    }

    /** Whether the scan may miss a vector. */
    default boolean mayBeMissed(Sample hostile) {
        return knownByFindingOnly().contains(hostile.name());
    }

    /** Whether the scan sees what is hostile in a file as it came. */
    default boolean noticed(Vector vector) {
        return !OutputScan.of(vector.hostile().bytes().get()).isEmpty();
    }

    /** Vectors whose texts to be lost are locked or packed in the input in a way that no layer undoes, by name. */
    default Set<String> hiddenInTheInput() {
        return Set.of();
    }

    private Stream<Vector> rebuiltVectors() {
        return vectors().stream().filter(v -> v.hostile().ending() == Ending.REBUILT);
    }

    /** Else the scan's silence about outputs would prove nothing. */
    @TestFactory
    default Stream<DynamicTest> everyVectorIsNoticedByTheScan() {
        return rebuiltVectors()
                .filter(v -> !mayBeMissed(v.hostile()))
                .map(v -> dynamicTest(
                        v.toString(), () -> assertThat(noticed(v)).as("noticed").isTrue()));
    }

    /** Else its absence from the output would prove nothing. Of texts in several codings one is enough. */
    @TestFactory
    default Stream<DynamicTest> whatIsToBeLostStandsInTheInput() {
        return rebuiltVectors()
                .map(Vector::hostile)
                .filter(s -> !s.gone().isEmpty() && !hiddenInTheInput().contains(s.name()))
                .map(s -> dynamicTest(s.toString(), () -> {
                    List<Layer> layers = Layers.of(s.bytes().get());
                    assertThat(s.gone()).anySatisfy(text -> assertThat(layers).anyMatch(layer -> layer.contains(text)));
                }));
    }

    /** An exemption for nobody hides the next misspelling. */
    @Test
    default void exemptionsNameVectors() {
        List<String> names = vectors().stream().map(v -> v.hostile().name()).toList();
        assertThat(names).containsAll(knownByFindingOnly()).containsAll(hiddenInTheInput());
    }

    private static Stream<DynamicTest> each(Stream<Sample> samples, Consumer<Sample> law) {
        return samples.map(sample -> dynamicTest(sample.fileName(), () -> law.accept(sample)));
    }

    default Run run(Sample sample) {
        return RUNNER.sanitize(sample.fileName(), sample.bytes().get());
    }

    /** The text that a reader of the file sees. */
    default String shownText(byte[] file) {
        return ShownText.of(file);
    }

    /** The pictures that a reader of the file sees, in words that are the same for the same pixels. */
    default List<String> shownPictures(byte[] file) {
        return ShownPictures.of(file);
    }

    /** What becomes of the output. */
    default Run again(Sample sample) {
        return RUNNER.sanitize(sample.fileName(), run(sample).output());
    }

    @TestFactory
    default Stream<DynamicTest> everySampleEndsAsExpected() {
        return each(samples(), sample -> {
            Run run = run(sample);
            List<String> endings =
                    switch (sample.ending()) {
                        case REBUILT -> List.of("REBUILT");
                        case REFUSED -> List.of("BLOCKED", "FAILED");
                        case REBUILT_OR_REFUSED -> List.of("REBUILT", "BLOCKED", "FAILED");
                        case LOCKED -> List.of("LOCKED");
                    };
            assertThat(run.report().verdict().name()).as(run.ending()).isIn(endings);
        });
    }

    @TestFactory
    default Stream<DynamicTest> noVectorSurvives() {
        return each(samples(), sample -> {
            Run run = run(sample);
            if (run.rebuilt()) {
                assertThat(OutputScan.of(run.output())).isEmpty();
                List<Layer> layers = sample.gone().isEmpty() ? List.of() : Layers.of(run.output());
                assertThat(sample.gone())
                        .allSatisfy(text -> assertThat(layers).noneMatch(layer -> layer.contains(text)));
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> findingsAreExactlyTheExpectedOnes() {
        return each(
                vectors().stream().map(Vector::hostile).filter(s -> s.ending() == Ending.REBUILT),
                sample -> assertThat(run(sample).codes()).containsExactlyInAnyOrderElementsOf(sample.findings()));
    }

    @TestFactory
    default Stream<DynamicTest> innocentFilesHaveNoFinding() {
        return each(innocent(), sample -> {
            Run run = run(sample);
            assertThat(run.rebuilt()).as(run.ending()).isTrue();
            assertThat(run.codes()).isEmpty();
        });
    }

    @TestFactory
    default Stream<DynamicTest> whatAReaderSeesStays() {
        return each(samples().filter(s -> !s.kept().isEmpty()), sample -> {
            Run run = run(sample);
            if (run.rebuilt()) {
                String shown = shownText(run.output());
                assertThat(sample.kept()).allSatisfy(text -> assertThat(shown).contains(text));
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> theTextOfInnocentFilesIsTheSame() {
        return each(innocent(), sample -> assertThat(shownText(run(sample).output()))
                .isEqualTo(shownText(sample.bytes().get())));
    }

    /** As many as the sample says, so that a reader who sees none is no reader. */
    @TestFactory
    default Stream<DynamicTest> thePicturesOfInnocentFilesAreTheSame() {
        return each(innocent(), sample -> {
            List<String> before = shownPictures(sample.bytes().get());
            assertThat(before).hasSizeGreaterThanOrEqualTo(sample.pictures());
            assertThat(shownPictures(run(sample).output())).isEqualTo(before);
        });
    }

    @TestFactory
    default Stream<DynamicTest> rebuildingTwiceChangesNothing() {
        return each(samples(), sample -> {
            Run first = run(sample);
            if (first.rebuilt()) {
                Run second = again(sample);
                assertThat(second.rebuilt()).as(second.ending()).isTrue();
                assertThat(second.codes()).isEmpty();
                assertThat(second.output()).isEqualTo(first.output());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> theOutputIsOfTheSameType() {
        return each(samples(), sample -> {
            Run first = run(sample);
            if (first.rebuilt()) {
                Run second = again(sample);
                assertThat(second.report().type()).isEqualTo(first.report().type());
                assertThat(first.report().outputName()).isEqualTo(first.report().name());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> verificationPassesWhatARebuildGivesAndNothingElse() {
        return each(samples(), sample -> {
            Run run = run(sample);
            if (!run.rebuilt()) {
                return;
            }
            byte[] output = run.output();
            assertThat(verify(run, output)).isEmpty();
            List.of(
                            sample.bytes().get(),
                            Arrays.copyOf(output, output.length + 1),
                            Arrays.copyOf(output, Math.max(0, output.length - 1)))
                    .forEach(other -> passesOnlyWhatStaysAsItIs(run, other));
        });
    }

    /** Of the same name and, as far as that is told by it, type: a text that ends earlier is a text all the same. */
    private static void passesOnlyWhatStaysAsItIs(Run run, byte[] other) {
        Run rebuilt = RUNNER.sanitize(run.report().outputName().unescaped(), other);
        boolean stays = rebuilt.rebuilt()
                && rebuilt.codes().isEmpty()
                && rebuilt.report().type().equals(run.report().type())
                && Arrays.equals(rebuilt.output(), other);
        assertThat(verify(run, other).isEmpty()).isEqualTo(stays);
    }

    private static Optional<jp.kiyome.core.report.Ending> verify(Run run, byte[] bytes) {
        String name = run.report().outputName().unescaped();
        return RUNNER.verify(run.report().type().orElseThrow(), name, bytes);
    }

    @TestFactory
    default Stream<DynamicTest> theInputIsUntouched() {
        return each(samples(), sample -> {
            byte[] input = sample.bytes().get();
            byte[] before = input.clone();
            RUNNER.sanitize(sample.fileName(), input);
            assertThat(input).isEqualTo(before);
        });
    }
}
