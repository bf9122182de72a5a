package jp.kiyome.office.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.time.Duration;
import java.util.List;
import jp.kiyome.office.formula.FormulaVerdict.Allowed;
import jp.kiyome.office.value.AllowLines;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FormulaLawsTest {

    private static final List<String> PIECES = List.of(
            "A1",
            "$B$2",
            "A:C",
            "1:3",
            "Sheet1!",
            "'売上 1'!",
            "Sheet1:Sheet3!",
            "[0]!",
            "[1]",
            "売上",
            "Table1",
            "[@列]",
            "[[#All],[a]]",
            "SUM(",
            "IF(",
            "_xlfn.LET(",
            "_xlfn.LAMBDA(",
            "_xlpm.x",
            "_xlpm.y,",
            "HYPERLINK(",
            "INDIRECT(",
            "CALL(",
            "cmd",
            "|",
            "｜",
            "!",
            "(",
            ")",
            ",",
            ";",
            ":",
            " ",
            "\n",
            "+",
            "-",
            "*",
            "&",
            "=",
            "<>",
            "<",
            ">",
            "%",
            "#",
            "@",
            "^",
            "{1,2;3}",
            "{",
            "}",
            "\"a\"\"b\"",
            "\"http://example.invalid/\"",
            "\"",
            "'",
            "1",
            "2.5",
            ".5",
            "1E+3",
            "TRUE",
            "#REF!",
            "#N/A",
            "[",
            "]",
            "_xleta.SUM",
            "税込",
            "\uD842\uDFB7");

    private final FormulaGrammar grammar = FormulaGrammar.excel();

    @Property(tries = 5000)
    void writingTwiceChangesNothing(@ForAll("formulas") String formula) {
        if (grammar.judge(formula) instanceof Allowed once) {
            assertThat(grammar.judge(once.text())).isEqualTo(once);
        }
    }

    @Property(tries = 5000)
    void aBarOrAnotherBookNeverComesOutUnquoted(@ForAll("formulas") String formula) {
        if (grammar.judge(formula) instanceof Allowed allowed) {
            String bare = bare(allowed.text());
            assertThat(bare).doesNotContain("|", "｜", "CALL(").doesNotContainPattern("(^|[^\\p{L}\\p{N}_.?])\\[1\\]");
        }
    }

    /** The formula without what stands in quotes, and without the columns inside a table's brackets but for the number of a book. */
    private static String bare(String formula) {
        StringBuilder bare = new StringBuilder();
        for (int at = 0; at < formula.length(); at++) {
            char c = formula.charAt(at);
            if (c == '"' || c == '\'') {
                at = formula.indexOf(c, at + 1);
            } else if (c == '[' && !formula.startsWith("[1]", at)) {
                at = behindBrackets(formula, at) - 1;
            } else {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    /** Inside brackets an apostrophe takes the next character as it is (ECMA-376-1 §18.17.6.2). */
    private static int behindBrackets(String formula, int open) {
        int depth = 0;
        int at = open;
        do {
            char c = formula.charAt(at);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            at += c == '\'' ? 2 : 1;
        } while (depth > 0);
        return at;
    }

    @Property(tries = 5000)
    void mutationsOfRealFormulasAreJudged(@ForAll("mutants") String formula) {
        assertThat(grammar.judge(formula)).isNotNull();
        writingTwiceChangesNothing(formula);
    }

    @Property(tries = 2000)
    void anotherReaderOfTheSameTextSaysTheSame(@ForAll("formulas") String formula) {
        assertThat(FormulaGrammar.excel().judge(CharBuffer.wrap(formula))).isEqualTo(grammar.judge(formula));
    }

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> mutants() {
        Arbitrary<String> real = Arbitraries.of(
                "IF(ISERROR(VLOOKUP($A2,'マスタ 一覧'!$A:$D,3,FALSE)),\"\",VLOOKUP($A2,'マスタ 一覧'!$A:$D,3,FALSE))",
                "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2),_xlpm.f(3))",
                "SUM(Table1[[#All],[列 1]:[列 3]],Sheet1:Sheet3!A1,{1,2;3,4})",
                "HYPERLINK(\"https://example.invalid/\",\"開く\")");
        return Combinators.combine(
                        real,
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.of(PIECES),
                        Arbitraries.integers().between(0, 3))
                .as((text, at, piece, cut) -> {
                    int from = Math.min(at, text.length());
                    return text.substring(0, from) + piece + text.substring(Math.min(from + cut, text.length()));
                });
    }

    @Test
    void hostileTextsEndSoon() {
        List<String> pieces = List.of(
                "(",
                "\"",
                "'",
                "[",
                "]",
                "{",
                "SUM(",
                "_xlfn.LAMBDA(_xlpm.a,",
                "a:",
                "A1 ",
                " ",
                "-",
                "@",
                "#",
                "[[",
                "1:",
                "'a'!");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> pieces.forEach(piece -> {
                    String longest = piece.repeat(FormulaGrammar.LONGEST / piece.length());
                    assertThat(grammar.judge(longest)).isNotNull();
                    assertThat(grammar.judge(piece.repeat(100_000))).isInstanceOf(FormulaVerdict.Refused.class);
                }));
    }

    @Test
    void everyFunctionOfTheListIsFoundByItsName() {
        assertThat(grammar.judge("SUM(_xlfn.BITXOR(1,2),T(1),FORECAST.ETS.SEASONALITY(A1:A9,B1:B9))"))
                .isInstanceOf(Allowed.class);
        AllowLines.of(FormulaGrammar.class, "functions.allow").stream()
                .filter(words -> words.getFirst().equals("calculates"))
                .flatMap(words -> words.stream().skip(1))
                .forEach(name ->
                        assertThat(grammar.judge(name + "(A1)")).as(name).isInstanceOf(Allowed.class));
    }
}
