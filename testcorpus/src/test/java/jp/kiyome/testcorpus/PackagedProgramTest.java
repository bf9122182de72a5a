package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folders of libraries that the start script puts together. */
class PackagedProgramTest {

    private static final Path TARGET = Path.of("../kiyome-app/target");

    private static List<String> libraries(String folder) {
        try (Stream<Path> files = Files.list(TARGET.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noLibraryIsThereTwice() {
        assumeThat(TARGET.resolve("store-lib")).as("the program is packaged").isDirectory();
        assertThat(libraries("lib")).isNotEmpty().doesNotContainAnyElementsOf(libraries("store-lib"));
    }

    /** A worker may open 128 files: its class path, and what it works on. */
    @Test
    void aWorkerCanOpenItsLibraries() {
        assumeThat(TARGET.resolve("lib")).as("the program is packaged").isDirectory();
        assertThat(libraries("lib")).hasSizeLessThan(64);
    }
}
