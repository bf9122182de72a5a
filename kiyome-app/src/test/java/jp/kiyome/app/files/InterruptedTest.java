package jp.kiyome.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedTest {

    @TempDir
    Path folder;

    /** A process that never gets to the end of an output. */
    static final class HalfWay {

        private HalfWay() {}

        public static void main(String[] arguments) throws IOException {
            PreparedOutput.write(new Endless(), Path.of(arguments[0]), new Unfinished());
        }
    }

    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return length;
        }
    }

    @Test
    void anInterruptedProgramLeavesNoHalfFile() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWay.class.getName(),
                        folder.resolve("a.docx").toString())
                .inheritIO()
                .start();
        for (int i = 0; i < 600 && left().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(left()).singleElement().asString().endsWith(".part");
        process.destroy(); // asks to end, as the keyboard's interrupt does
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
