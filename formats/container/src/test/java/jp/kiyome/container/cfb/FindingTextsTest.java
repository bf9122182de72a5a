package jp.kiyome.container.cfb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTextsTest {

    private static final Pattern QUOTED = Pattern.compile("[\"`](cfb\\.[a-z0-9-]+)[\"`]");

    @Test
    void everyCodeHasItsTextsAndStandsInTheReadme() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/jp/kiyome/container/cfb"))) {
            for (Path source : sources.toList()) {
                used.addAll(codes(Files.readString(source)));
            }
        }
        assertThat(codes(Files.readString(Path.of("README.md")))).isEqualTo(used);
        assertThat(rows()).isEqualTo(used);
    }

    private static Set<String> codes(String text) {
        Set<String> codes = new TreeSet<>();
        QUOTED.matcher(text).results().forEach(found -> codes.add(found.group(1)));
        return codes;
    }

    private static Set<String> rows() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (var in =
                Objects.requireNonNull(FindingTextsTest.class.getResourceAsStream("/META-INF/kiyome/findings.tsv"))) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("cfb."))
                    .forEach(line -> codes.add(line.substring(0, line.indexOf('\t'))));
        }
        return codes;
    }
}
