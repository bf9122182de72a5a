package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders of libraries that the start script puts together. */
class PackagedProgramTest {

    private static final Path TARGET = Path.of("../kiyome-app/target");

    @TempDir
    Path folder;

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

    /** As the start script runs it for whoever has no store: {@code sanitize} must not need the libraries that it leaves out. */
    @Test
    void aFileIsSanitizedWithoutTheStoresLibraries() throws IOException, InterruptedException {
        assumeThat(TARGET.resolve("lib")).as("the program is packaged").isDirectory();
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n=1,2\n");
        String classPath = Stream.of("kiyome-app-0.1.0.jar", "lib/*")
                .map(entry -> TARGET.resolve(entry).toString())
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "jp.kiyome.app.Main",
                        "sanitize",
                        file.toString(),
                        "--jail",
                        "off",
                        "-o",
                        folder.resolve("out").toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("out/a.csv")).isRegularFile();
    }
}
