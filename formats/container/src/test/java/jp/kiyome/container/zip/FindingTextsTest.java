package jp.kiyome.container.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTextsTest {

    private static final Pattern CODE = Pattern.compile("\"(zip\\.[a-z0-9-]+)\"");

    @Test
    void everyCodeInTheSourcesHasItsTextsAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/jp/kiyome/container/zip"))) {
            for (Path source : sources.toList()) {
                CODE.matcher(Files.readString(source))
                        .results()
                        .map(r -> r.group(1))
                        .forEach(used::add);
            }
        }
        assertThat(rows()).allMatch(row -> row.split("\t", -1).length == 4 && !row.contains("\t\t"));
        assertThat(rows().map(row -> row.substring(0, row.indexOf('\t'))).filter(code -> code.startsWith("zip.")))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyCodeStandsInTheTableOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Set<String> told = Pattern.compile("`(zip\\.[a-z0-9-]+)`")
                .matcher(readme)
                .results()
                .map((MatchResult r) -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows().map(row -> row.substring(0, row.indexOf('\t'))).filter(code -> code.startsWith("zip.")))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    private static Stream<String> rows() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FindingTextsTest.class.getResourceAsStream("/META-INF/kiyome/findings.tsv"))) {
            return new String(in.readAllBytes(), UTF_8).lines().skip(1).toList().stream();
        }
    }
}
