package jp.kiyome.testcorpus.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of cases and the samples are of one another. */
class MailCasesTest {

    private static final Path TABLE = Path.of("..", "docs", "formats", "message-cases.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-D][0-9]+) \\|");
    private static final Pattern CASE = Pattern.compile("-([abcd][0-9]{1,2})-");

    private static List<String> table() throws IOException {
        List<String> cases = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(TABLE));
        while (row.find()) {
            cases.add(row.group(1));
        }
        return cases;
    }

    private static List<String> names() {
        return MailVectors.all().stream().map(vector -> vector.hostile().name()).toList();
    }

    private static Optional<String> caseOf(String name) {
        Matcher found = CASE.matcher(name);
        return found.find() ? Optional.of(found.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    @Test
    void theTableHasEveryCaseOnce() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 18; i++) {
            expected.add("A" + i);
        }
        for (int i = 1; i <= 15; i++) {
            expected.add("B" + i);
        }
        for (int i = 1; i <= 10; i++) {
            expected.add("C" + i);
        }
        for (int i = 1; i <= 8; i++) {
            expected.add("D" + i);
        }
        assertThat(table()).isEqualTo(expected);
    }

    @Test
    void everyCaseHasASampleAndEverySampleOfTheGroupsACase() throws IOException {
        List<String> grouped =
                names().stream().filter(name -> name.matches("eml-[abcd].*")).toList();
        assertThat(grouped).allSatisfy(name -> assertThat(caseOf(name)).isPresent());
        assertThat(grouped.stream().map(name -> caseOf(name).orElseThrow()).distinct())
                .containsExactlyInAnyOrderElementsOf(table());
    }

    @Test
    void noTwoSamplesHaveOneName() {
        assertThat(names()).doesNotHaveDuplicates();
    }
}
