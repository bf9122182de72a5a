package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.kiyome.testcorpus.pdf.PdfVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.api.Test;

class PdfContractTest implements HandlerContract {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Override
    public List<Vector> vectors() {
        return PdfVectors.all();
    }

    @Override
    public List<Sample> benign() {
        return PdfVectors.benign();
    }

    @Test
    void truncatedAndFlippedFilesEndAsAnOutcome() {
        Random random = new Random(20260101);
        for (Sample sample : benign()) {
            byte[] whole = sample.bytes().get();
            for (int i = 0; i < 150; i++) {
                endsSoon(sample, Arrays.copyOf(whole, whole.length * i / 150));
                byte[] flipped = whole.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                endsSoon(sample, flipped);
            }
        }
    }

    private static void endsSoon(Sample sample, byte[] bytes) {
        Run run = HandlerContract.RUNNER.sanitize(sample.fileName(), bytes);
        assertThat(run.took()).as(run.ending()).isLessThan(SOON);
        if (run.rebuilt()) {
            assertThat(OutputScan.of(run.output())).isEmpty();
        }
    }
}
