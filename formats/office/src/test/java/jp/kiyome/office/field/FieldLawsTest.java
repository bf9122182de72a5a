package jp.kiyome.office.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jp.kiyome.office.field.FieldVerdict.Allowed;
import jp.kiyome.office.field.FieldVerdict.Refused;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FieldLawsTest {

    private static final List<String> NAMES = List.of(
            "PAGE ",
            "TOC ",
            "REF ",
            "HYPERLINK ",
            "EQ ",
            "= ",
            "QUOTE ",
            "SEQ ",
            "XE ",
            "DDEAUTO ",
            "INCLUDETEXT ",
            "SYMBOL ",
            "DATE ",
            "");

    private static final List<String> PIECES = List.of(
            "\\h",
            "\\l",
            "\\o",
            "\\*",
            "\\@",
            "\\#",
            "\\!",
            "\\\\",
            "\\\"",
            "\\",
            "\"",
            "“",
            "”",
            " ",
            "\t",
            "\n",
            "a",
            "しおり",
            "1-3",
            "10",
            "MERGEFORMAT",
            "jc2",
            "\"Font:ＭＳ 明朝\"",
            "\\o\\ad(",
            "\\s\\up 9(",
            "(",
            ")",
            ",",
            "\\f",
            "\\x",
            "SUM(",
            "ABOVE",
            "+",
            "A1",
            "%",
            "http://example.invalid/",
            "file:///",
            "javascript:",
            "DDEAUTO",
            "\uFFFC",
            "\u202E",
            "　",
            "\uD842\uDFB7",
            "|",
            "!",
            ":");

    @Property(tries = 5000)
    void writingTwiceChangesNothing(@ForAll("fields") String field) {
        if (FieldGrammar.judge(field) instanceof Allowed once) {
            assertThat(FieldGrammar.judge(once.instruction())).isEqualTo(once);
        }
    }

    @Property(tries = 5000)
    void nestedFieldsAreNeitherLostNorMade(@ForAll("fields") String field) {
        if (FieldGrammar.judge(field) instanceof Allowed allowed) {
            assertThat(nested(allowed.instruction())).isEqualTo(nested(field));
        }
    }

    @Property(tries = 5000)
    void whatComesOutBeginsWithTheNameOfAFieldThatMayStay(@ForAll("fields") String field) {
        if (FieldGrammar.judge(field) instanceof Allowed allowed) {
            assertThat(allowed.instruction()).startsWith(" " + allowed.name() + " ");
            assertThat(allowed.name())
                    .isNotIn("DDEAUTO", "INCLUDETEXT")
                    .isEqualTo(allowed.name().toUpperCase(Locale.ROOT));
        }
    }

    private static long nested(String text) {
        return text.chars().filter(c -> c == FieldGrammar.NESTED).count();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(NAMES)
                .flatMap(name ->
                        Arbitraries.of(PIECES).list().ofMaxSize(10).map(pieces -> name + String.join("", pieces)));
    }

    @Test
    void hostileTextsEndSoon() {
        List<String> starts = List.of("EQ ", "= ", "XE ", "TOC ", "HYPERLINK ", "");
        List<String> pieces =
                List.of("(", "\"", "\\", "\\* jc2 ", "\\o(", "SUM(", "-", "a ", " ", "\\h ", "1", "\uFFFC", "“");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> starts.forEach(start -> pieces.forEach(piece -> {
                    String longest = start + piece.repeat((FieldGrammar.LONGEST - start.length()) / piece.length());
                    assertThat(FieldGrammar.judge(longest)).isNotNull();
                    assertThat(FieldGrammar.judge(start + piece.repeat(100_000)))
                            .isInstanceOf(Refused.class);
                })));
    }
}
