package jp.kiyome.office.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTextsTest {

    @Test
    void everyCodeHasItsTextsAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/jp/kiyome/office/crypto"))) {
            for (Path source : sources.toList()) {
                used.addAll(codes("\"(crypto\\.[a-z-]+)\"", Files.readString(source)));
            }
        }
        String table = Files.readString(Path.of("src/main/resources/META-INF/kiyome/findings.tsv"));
        assertThat(codes("(?m)^(crypto\\.[a-z-]+)\t[A-Z]+\t[^\t]+\t[^\t]+$", table))
                .isEqualTo(used);
    }

    private static Set<String> codes(String pattern, String text) {
        Set<String> codes = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(found -> codes.add(found.group(1)));
        return codes;
    }
}
