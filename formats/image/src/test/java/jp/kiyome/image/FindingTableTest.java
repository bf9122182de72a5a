package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the module can report stands in its table, in both languages, and none stands there that it cannot. */
class FindingTableTest {

    private static final Pattern CODE = Pattern.compile("(?:\"|drop )((?:image|metafile|svg)\\.(?!allow)[a-z-]+)");

    @Test
    void codesAndTableAgree() throws IOException {
        assertThat(table()).isEqualTo(used());
    }

    private static Set<String> table() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (InputStream in = ImageHandler.class.getResourceAsStream("/META-INF/kiyome/findings.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] columns = line.split("\t", -1);
                        assertThat(columns).hasSize(4).doesNotContain("");
                        codes.add(columns[0]);
                    });
        }
        return codes;
    }

    private static Set<String> used() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|allow)")).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        return codes;
    }
}
