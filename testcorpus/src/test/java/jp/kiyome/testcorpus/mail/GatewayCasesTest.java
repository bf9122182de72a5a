package jp.kiyome.testcorpus.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of cases for the gateway names tests that exist. */
class GatewayCasesTest {

    private static final Path TABLE = Path.of("..", "docs", "mail-cases.md");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| [E-G][0-9]+ \\|.*"))
                .map(line -> line.split(" *\\| *", -1))
                .toList();
    }

    /** Sources of tests by the name of their class. */
    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new TreeMap<>();
        for (Path root :
                List.of(Path.of("..", "mail-gateway"), Path.of("..", "formats"), Path.of("..", "testcorpus"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().matches(".*/src/test/java/.*Test\\.java"))
                        .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
        return tests;
    }

    @Test
    void theTableHasEveryCaseOnce() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            expected.add("E" + i);
        }
        for (int i = 1; i <= 5; i++) {
            expected.add("F" + i);
        }
        for (int i = 1; i <= 9; i++) {
            expected.add("G" + i);
        }
        assertThat(rows().stream().map(row -> row[1])).containsExactlyElementsOf(expected);
    }

    @Test
    void everyCaseNamesTestsThatExist() throws IOException {
        Map<String, Path> tests = tests();
        for (String[] row : rows()) {
            assertThat(row).as(row[1]).hasSize(6);
            for (String named : row[4].split(" ", -1)) {
                assertThat(exists(named, tests)).as(row[1] + " names " + named).isTrue();
            }
        }
    }

    private static boolean exists(String named, Map<String, Path> tests) {
        int dot = named.indexOf('.');
        Path source = tests.get(dot < 0 ? named : named.substring(0, dot));
        if (source == null || dot < 0) {
            return source != null;
        }
        try {
            return Files.readString(source).contains("void " + named.substring(dot + 1) + "(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
