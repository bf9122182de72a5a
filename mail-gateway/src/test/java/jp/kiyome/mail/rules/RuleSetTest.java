package jp.kiyome.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.policy.file.PolicyProblem;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dmarc.DmarcOutcome;
import jp.kiyome.mail.authentication.spf.SpfOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

    private static final String BOTH = """
            rules:
              one: {when: {sender: .example}, do: [{tag: "[外]"}, notify-administrator]}
              two: {when: {direction: inbound}, do: [hold, {warn: "注意"}]}
            """;

    @Test
    void theFirstThatMatchesIsTheLastUnlessAllAreWanted() {
        Decision first = new Given().decided(BOTH);
        assertThat(first.end()).isEqualTo(Decision.End.DELIVER);
        assertThat(first.tags()).containsExactly("[外]");
        assertThat(first.warnings()).isEmpty();
        assertThat(first.asked()).hasSize(1);
        Decision all = new Given().decided("match: all\n" + BOTH);
        assertThat(all.end()).isEqualTo(Decision.End.HOLD);
        assertThat(all.why()).containsExactly("two");
        assertThat(all.warnings()).containsExactly("注意");
        assertThat(all.tellAdministrator()).containsExactly("one");
    }

    @Test
    void theStrictestEndWins() {
        Decision decision = new Given().decided("""
                match: all
                rules:
                  a: {when: always, do: hold}
                  b: {when: always, do: {reject: "Not here"}}
                  c: {when: always, do: discard}
                  d: {when: always, do: deliver}
                """);
        assertThat(decision.end()).isEqualTo(Decision.End.REJECT);
        assertThat(decision.why()).containsExactly("b");
        assertThat(decision.text()).isEqualTo("Not here");
    }

    @Test
    void filesAreDroppedWhereverTheyStand() {
        Given mail = new Given()
                .file("a.docm", "a.docm", "docm", Verdict.REBUILT)
                .file(
                        "b.zip",
                        "b.zip",
                        "zip",
                        Verdict.REBUILT,
                        Given.report("c.docm", "c.docm", "docm", Verdict.REBUILT, List.of(), List.of()),
                        Given.report("d.pdf", "d.pdf", "pdf", Verdict.REBUILT, List.of(), List.of()));
        Decision decision = mail.decided("rules: {r: {when: always, do: [{drop: {extension: docm}}, strip-links]}}");
        assertThat(decision.dropped()).containsExactlyInAnyOrder(Given.hash("a.docm"), Given.hash("c.docm"));
        assertThat(decision.stripsLinks()).isTrue();
        assertThat(decision.changes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hold               | ''                          | HOLD",
                "{reject: no}       | ''                          | HOLD",
                "discard            | ''                          | HOLD",
                "forward-original   | ''                          | HOLD",
                "deliver            | ''                          | DELIVER",
                "{reject: no}       | ', unknown: matches'        | REJECT",
                "{reject: no}       | ', unknown: does-not-match' | DELIVER",
                "notify-recipient   | ', unknown: hold'           | HOLD"
            })
    void aFactThatIsMissingIsNotSilentlyNoMatch(String action, String unknown, Decision.End end) {
        Decision decision =
                new Given().untold().decided("rules: {r: {when: {subject: x}, do: " + action + unknown + "}}");
        assertThat(decision.end()).isEqualTo(end);
        assertThat(decision.forwards()).isFalse();
    }

    @Test
    void warningsAreGivenWhereNobodyKnows() {
        Decision decision = new Given().untold().decided("rules: {r: {when: {text: x}, do: {warn: w}}}");
        assertThat(decision.warnings()).containsExactly("w");
    }

    /** Who is above is asked first, and a rule that is said otherwise below keeps its place. */
    @Test
    void aLowerLevelComesBehind() {
        String system = """
                version: 1
                mail-rules: {rules: {a: {when: always, do: hold}, b: {when: always, do: hold}}}
                lets: {mail-rules.rules: yes}
                """;
        String city = """
                version: 1
                mail-rules: {rules: {c: {when: always, do: deliver}, a: {when: always, do: discard}}}
                """;
        RuleSet rules = Given.rules(system, city);
        assertThat(rules.rules()).extracting(Rule::name).containsExactly("a", "b", "c");
        assertThat(rules.judge(new Given().facts()).end()).isEqualTo(Decision.End.DISCARD);
    }

    @Test
    void whatIsNotLetIsAFaultWithItsLine() {
        String system = """
                version: 1
                mail-rules: {rules: {a: {when: always, do: hold}}}
                lets: {mail-rules.rules: yes, mail-rules.rules.a: no}
                """;
        assertThat(problems(system, "version: 1\nmail-rules:\n  rules:\n    a: {when: always, do: deliver}\n"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(4));
        assertThat(problems(system, "version: 1\nmail-rules: {match: all}\n")).hasSize(1);
    }

    private static List<PolicyProblem> problems(String... files) {
        return catchThrowableOfType(PolicyInvalid.class, () -> Given.rules(files))
                .problems();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a: {do: hold}                                             | when",
                "a: {when: always}                                         | do",
                "a: {when: {sendr: x.jp}, do: hold}                        | sender",
                "a: {when: {sender: 'a b'}, do: hold}                      | address",
                "a: {when: {text-matches: '(a'}, do: hold}                 | RE2",
                "a: {when: {text-matches: '((a{100}){100}){100}'}, do: hold} | RE2",
                "a: {when: {text-matches: '(a)\\1'}, do: hold}             | RE2",
                "a: {when: {size: {}}, do: hold}                           | at-least",
                "a: {when: {attachment: {extension: .exe}}, do: hold}      | extension",
                "a: {when: {verdict: {source: x}}, do: hold}               | is",
                "a: {when: {spam-score: {source: x, at-least: ten}}, do: hold} | score",
                "a: {when: {sender-in: list.txt}, do: hold}                | path",
                "a: {when: {}, do: hold}                                   | one",
                "a: {when: always, do: [hold, discard]}                    | deliver",
                "a: {when: always, do: {reject: 受け取れません}}            | ASCII",
                "a: {when: always, do: {warn: \"a\\u202eb\"}}              | controls",
                "a: {when: always, do: explode}                            | explode",
                "a.b: {when: always, do: hold}                           | name"
            })
    void faultsAreToldWithTheirPlace(String rule, String word) {
        List<PolicyProblem> problems = problems("version: 1\nmail-rules:\n  rules:\n    " + rule + "\n");
        assertThat(problems).isNotEmpty().first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.text().english()).contains(word);
            assertThat(problem.text().japanese()).isNotEqualTo(problem.text().english());
        });
    }

    @Test
    void conditionsDoNotNestWithoutEnd() {
        String deep = "{not: ".repeat(20) + "{direction: inbound}" + "}".repeat(20);
        assertThat(problems("version: 1\nmail-rules: {rules: {a: {when: " + deep + ", do: hold}}}\n"))
                .isNotEmpty();
    }

    @Test
    void whatMeansTheSameHasTheSameHashAndOrderIsMeaning() {
        String one =
                "version: 1\nmail-rules: {rules: {a: {when: {sender: [a.jp, b.jp]}, do: hold}, b: {when: always, do: hold}}}\n";
        String same =
                "version: 1\nmail-rules:\n  match: first\n  rules:\n    a: {when: {all: [{sender: [b.jp, a.jp]}]}, do: [hold]}\n    b: {do: hold, when: always}\n";
        String other =
                "version: 1\nmail-rules: {rules: {b: {when: always, do: hold}, a: {when: {sender: [a.jp, b.jp]}, do: hold}}}\n";
        assertThat(hash(one)).isNotEqualTo(hash(other)).isNotEqualTo(hash("version: 1\n"));
        assertThat(rule(same)).isEqualTo(rule(one));
    }

    /** The second rule as it stands in the hash. */
    private static String rule(String file) {
        return Given.rules(file).rules().get(1).canonical();
    }

    private static String hash(String file) {
        return Given.layer(file).resolve(Given.vocabulary()).hash();
    }

    @Test
    void everyRuleThatWasAskedIsExplained() {
        RuleSet rules = Given.rules("version: 1\nmail-rules:\n" + BOTH.indent(2));
        Facts facts = new Given().from("a@x.example").facts();
        List<String> lines = Explanation.of(rules, rules.judge(facts), facts.report(), Language.ENGLISH);
        assertThat(lines.getFirst()).contains("\"one\"").contains("matches");
        assertThat(lines).anyMatch(line -> line.contains("sender: [.example]"));
        assertThat(lines).anyMatch(line -> line.contains("\"two\"") && line.contains("not asked"));
        assertThat(lines).anyMatch(line -> line.contains("[外]"));
        assertThat(Explanation.of(rules, rules.judge(facts), facts.report(), Language.JAPANESE))
                .anyMatch(line -> line.contains("当てはまる"));
    }

    /** The sample that docs/mail-rules.md speaks of. */
    @Test
    void theSampleOfTheDocumentsIsRead() throws IOException {
        String sample = Files.readString(Path.of("..", "docs", "mail-rules.example.yaml"));
        String alone = sample.replaceAll("(?m)^verdicts:\n(?:  .*\n)*", "");
        RuleSet rules = Given.rules(alone);
        assertThat(rules.rules()).hasSizeGreaterThan(8);
        Decision calm = rules.judge(new Given()
                .asked("clamav", "spam")
                .authenticated(SpfOutcome.PASS, DkimOutcome.NONE, "", DmarcOutcome.PASS, "sender.example")
                .facts());
        assertThat(calm.end()).isEqualTo(Decision.End.DELIVER);
        assertThat(calm.changes()).isFalse();
        Decision asking =
                rules.judge(new Given().says("【至急】", "振込先の口座が変更になりました。").facts());
        assertThat(asking.warnings()).singleElement().asString().contains("振込先");
        assertThat(asking.tags()).contains("[要確認]");
    }
}
