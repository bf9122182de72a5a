package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.PolicyOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every code that a module can report stands in its table, in both languages, and none stands there that it cannot. */
class FindingTablesTest {

    private static final String TABLE = "src/main/resources/META-INF/kiyome/findings.tsv";

    private static final String CODE = "([a-z][a-z0-9-]*\\.[a-z0-9-]+(?:\\.[a-z0-9-]+)*)";

    private static final Pattern IN_JAVA = Pattern.compile("\"" + CODE + "\"");
    private static final Pattern IN_DATA = Pattern.compile("(?<=[\t =])" + CODE + "(?=[\t :;,)]|$)", Pattern.MULTILINE);

    private static final Set<String> OPTIONS =
            Registry.ofClassPath().options().stream().map(PolicyOption::key).collect(Collectors.toSet());

    @TestFactory
    Stream<DynamicTest> codesAndTablesAgree() throws IOException {
        Set<String> told = new TreeSet<>();
        for (Path module : modules()) {
            codes(module)
                    .forEach(code ->
                            assertThat(told.add(code)).as("twice: " + code).isTrue());
        }
        Set<String> areas = told.stream().map(FindingTablesTest::area).collect(Collectors.toSet());
        return modules().stream()
                .map(module -> dynamicTest(module.toString(), () -> {
                    Set<String> used = words(module);
                    used.removeIf(word -> !areas.contains(area(word))
                            || word.matches(".*\\.(allow|tsv|eml|xml)")
                            || OPTIONS.contains(word) && !told.contains(word));
                    assertThat(told).as("what is used has its texts").containsAll(used);
                    assertThat(used).as("what has texts is used").containsAll(codes(module));
                }));
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> formats = Files.list(Path.of("../formats"))) {
            List<Path> found = formats.filter(module -> Files.exists(module.resolve(TABLE)))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(3);
            return found;
        }
    }

    private static Set<String> codes(Path module) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String line :
                Files.readAllLines(module.resolve(TABLE)).stream().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(4).doesNotContain("");
            assertThat(codes.add(columns[0])).as("twice: " + line).isTrue();
        }
        return codes;
    }

    private static Set<String> words(Path module) throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
            for (Path file : files.filter(FindingTablesTest::mayUseCodes).toList()) {
                Pattern word = file.toString().endsWith(".java") ? IN_JAVA : IN_DATA;
                word.matcher(Files.readString(file)).results().forEach(match -> words.add(match.group(1)));
            }
        }
        return words;
    }

    private static boolean mayUseCodes(Path file) {
        String name = file.toString();
        return name.matches(".*\\.(java|allow|tsv)") && !name.contains("META-INF");
    }

    private static String area(String code) {
        return code.substring(0, code.indexOf('.'));
    }
}
