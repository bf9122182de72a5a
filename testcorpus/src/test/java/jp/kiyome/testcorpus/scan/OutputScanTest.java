package jp.kiyome.testcorpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.Samples;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputScanTest {

    /** Vectors that only their own marker shows: the element or part may stand, its content may not. */
    private static final Set<String> KNOWN_BY_MARKER_ONLY = Set.of(
            "docx-xml-cdata",
            "xlsx-pivot-cache-unused",
            "docx-xml-unknown-element",
            "docx-xml-unknown-attribute",
            "xlsx-formula-23-marker.function");

    static Stream<Vector> vectors() {
        return Samples.vectors().stream();
    }

    static Stream<Vector> rebuilt() {
        return vectors()
                .filter(v -> v.hostile().ending() == Ending.REBUILT)
                .filter(v -> !KNOWN_BY_MARKER_ONLY.contains(v.hostile().name()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void twinsAreClean(Vector vector) {
        // Of a PDF inside the scan knows how we write one; a twin holds one as others do.
        assertThat(OutputScan.of(vector.twin().bytes().get()))
                .filteredOn(survivor -> survivor.kind() != Survivor.Kind.STRUCTURE
                        || !survivor.where().contains(".pdf/"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rebuilt")
    void everyVectorIsNoticed(Vector vector) {
        assertThat(OutputScan.of(vector.hostile().bytes().get())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatMustGoIsInTheHostileSampleAndNotInItsTwin(Vector vector) {
        byte[] hostile = vector.hostile().bytes().get();
        byte[] twin = vector.twin().bytes().get();
        List<String> gone = vector.hostile().gone();
        if (vector.hostile().ending() == Ending.REBUILT) {
            assertThat(gone).anySatisfy(text -> assertThat(Layers.holding(hostile, text))
                    .isNotEmpty());
        }
        assertThat(gone)
                .allSatisfy(text -> assertThat(Layers.holding(twin, text)).isEmpty());
    }

    @Test
    void benignSamplesAreClean() {
        assertThat(Samples.all())
                .filteredOn(s -> s.name().startsWith("benign"))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(OutputScan.of(s.bytes().get())).isEmpty());
    }

    @Test
    void namesOfSamplesAreUnique() {
        assertThat(Samples.all().stream().map(s -> s.fileName())).doesNotHaveDuplicates();
    }
}
