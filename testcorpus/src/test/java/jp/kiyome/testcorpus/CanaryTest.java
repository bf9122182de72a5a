package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.archive.ArchivePlaces;
import jp.kiyome.testcorpus.cad.DxfPlaces;
import jp.kiyome.testcorpus.cad.IgesVectors;
import jp.kiyome.testcorpus.cad.JwwVectors;
import jp.kiyome.testcorpus.cad.StepVectors;
import jp.kiyome.testcorpus.cad.SxfVectors;
import jp.kiyome.testcorpus.docuworks.XdwPlaces;
import jp.kiyome.testcorpus.drawing.DrawingPlaces;
import jp.kiyome.testcorpus.ichitaro.JtdPlaces;
import jp.kiyome.testcorpus.image.ImagePlaces;
import jp.kiyome.testcorpus.mail.MailPlaces;
import jp.kiyome.testcorpus.odf.OdfPlaces;
import jp.kiyome.testcorpus.ooxml.HidingPlaces;
import jp.kiyome.testcorpus.packed.PackedPlaces;
import jp.kiyome.testcorpus.pdf.PdfHidingPlaces;
import jp.kiyome.testcorpus.ppt.PptPlaces;
import jp.kiyome.testcorpus.rtf.RtfPlaces;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.scan.Layers;
import jp.kiyome.testcorpus.text.TextPlaces;
import jp.kiyome.testcorpus.word.WordPlaces;
import jp.kiyome.testcorpus.xls.XlsPlaces;
import jp.kiyome.testcorpus.xlsb.XlsbPlaces;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * A random token, put where no reader shows anything, never comes out in any decoded layer. The seed is reported; give it
 * back with {@code -Dcanary.seed} to repeat a run.
 */
class CanaryTest {

    private static final long SEED = Long.getLong("canary.seed", System.nanoTime());
    private static final Token TOKEN = Token.of(SEED);
    private static final Runner RUNNER = Runner.withDefaults();

    private static Stream<Placement> places() {
        return Stream.of(
                        PackedPlaces.all(),
                        HidingPlaces.all(),
                        ImagePlaces.all(),
                        DrawingPlaces.all(),
                        PdfHidingPlaces.all(),
                        PptPlaces.all(),
                        ArchivePlaces.all(),
                        MailPlaces.all(),
                        XlsPlaces.all(),
                        XlsbPlaces.all(),
                        TextPlaces.all(),
                        WordPlaces.all(),
                        JtdPlaces.all(),
                        XdwPlaces.all(),
                        OdfPlaces.all(),
                        RtfPlaces.all(),
                        DxfPlaces.all(),
                        JwwVectors.places(),
                        SxfVectors.places(),
                        StepVectors.places(),
                        IgesVectors.places())
                .flatMap(List::stream);
    }

    @Test
    void seedIsReported(TestReporter reporter) {
        reporter.publishEntry("canary.seed", Long.toString(SEED));
    }

    @TestFactory
    Stream<DynamicTest> noTokenComesOut() {
        return places().map(place -> dynamicTest(place + " seed " + SEED, () -> {
            Run run =
                    RUNNER.sanitize("canary." + place.extension(), place.file().apply(TOKEN));
            if (!place.mayBeRefused()) {
                assertThat(run.rebuilt()).as(run.ending()).isTrue();
            }
            assertThat(Layers.holding(run.output(), TOKEN.half())).isEmpty();
            if (run.rebuilt() && place.untold().isEmpty()) {
                assertThat(run.codes()).as("somebody is told").isNotEmpty();
            }
        }));
    }

    /** Else the test above would prove nothing. */
    @TestFactory
    Stream<DynamicTest> theTokenIsInTheInput() {
        return places().map(place -> dynamicTest(
                place.toString(), () -> assertThat(Layers.holding(place.file().apply(TOKEN), TOKEN.half()))
                        .isNotEmpty()));
    }
}
