package jp.kiyome.pdf;

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

    private static final Pattern CODE = Pattern.compile("[\"\t](pdf\\.[a-z0-9-]+)\\b(?!\\.)");
    /** Words of the same form that are a file and an option. */
    private static final Set<String> OTHERS = Set.of("pdf.allow", "pdf.attachments");

    @Test
    void codesAndTableAgree() throws IOException {
        assertThat(table()).isEqualTo(used());
    }

    private static Set<String> table() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (InputStream in = PdfHandler.class.getResourceAsStream("/META-INF/kiyome/findings.tsv")) {
            assertThat(in).isNotNull();
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
        for (String root : new String[] {"src/main/java", "src/main/resources/jp"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher match = CODE.matcher(Files.readString(file));
                    while (match.find()) {
                        codes.add(match.group(1));
                    }
                }
            }
        }
        codes.removeAll(OTHERS);
        return codes;
    }
}
