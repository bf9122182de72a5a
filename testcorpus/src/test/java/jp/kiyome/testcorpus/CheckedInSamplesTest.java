package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.sample.Sample;
import org.junit.jupiter.api.Test;

class CheckedInSamplesTest {

    private static final Path FOLDER = Path.of("samples");

    @Test
    void theFolderHoldsWhatTheCodeMakes() throws IOException {
        for (Sample sample : Samples.checkedIn()) {
            assertThat(FOLDER.resolve(sample.fileName()))
                    .hasBinaryContent(sample.bytes().get());
        }
    }

    @Test
    void theFolderHoldsNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Samples.checkedIn().stream().map(Sample::fileName).toList());
        }
    }
}
