package jp.kiyome.core.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.core.policy.Rule;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

    private static final PolicyOption COMMENTS = PolicyOption.of("office.comments", "keep", "remove");
    private static final PolicyVocabulary VOCABULARY = PolicyVocabulary.of(
            List.of("docx", "docm", "png"),
            List.of(
                    "macro.vba",
                    "macro.xlm",
                    "link.external",
                    "type.polyglot",
                    "type.magic",
                    "type.name",
                    "type.deceptive-name",
                    "type.unknown",
                    "limit.time"),
            List.of(COMMENTS));

    private static Policy policy(String lines) {
        return new PolicyFile(VOCABULARY)
                .read(("version: 1\n" + lines).getBytes(StandardCharsets.UTF_8))
                .resolve(VOCABULARY);
    }

    private static List<PolicyProblem> problems(String text) {
        PolicyInvalid invalid = catchThrowableOfType(
                PolicyInvalid.class, () -> new PolicyFile(VOCABULARY).read(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(invalid).as(text).isNotNull();
        return invalid.problems();
    }

    @Test
    void theCommentedDefaultSaysWhatHoldsWithoutAFile() {
        Policy ofFile =
                new PolicyFile(VOCABULARY).read(PolicyFile.commentedDefault()).resolve(VOCABULARY);
        assertThat(ofFile).isEqualTo(Policy.defaults());
    }

    @Test
    void everySectionIsObeyed() {
        Policy policy = policy("""
                types: {docm: block}
                findings:
                  macro: block
                  macro.xlm: remove
                  link.external: block
                options: {office.comments: remove}
                limits:
                  input-bytes: 5MiB
                  time: 2min
                  ratio: 10
                """);
        assertThat(policy.allows("docm")).isFalse();
        assertThat(policy.allows("docx")).isTrue();
        assertThat(policy.rule(FindingKind.of("macro.vba"))).isEqualTo(Rule.BLOCK);
        assertThat(policy.rule(FindingKind.of("macro.xlm"))).isEqualTo(Rule.REMOVE);
        assertThat(policy.rule(FindingKind.of("link.external"))).isEqualTo(Rule.BLOCK);
        assertThat(policy.choice(COMMENTS)).isEqualTo("remove");
        assertThat(policy.limits().inputBytes()).isEqualTo(5 << 20);
        assertThat(policy.limits().time()).isEqualTo(Duration.ofMinutes(2));
        assertThat(policy.limits().ratio()).isEqualTo(10);
    }

    @Test
    void onlyNamedTypesPassWhenOthersAreBlocked() {
        Policy policy = policy("types: {others: block, docx: allow}\n");
        assertThat(policy.blockedTypes()).containsExactlyInAnyOrder("docm", "png");
    }

    @Test
    void sayingADefaultDoesNotChangeTheHash() {
        assertThat(policy("""
                        types: {docx: allow}
                        findings: {macro: remove, link.external: remove}
                        options: {office.comments: keep}
                        limits: {time: 60000ms, input-bytes: 512MiB}
                        """).hash()).isEqualTo(Policy.defaults().hash());
    }

    @Test
    void whatIsApprovedIsHeldNoLongerAndWhatIsBlockedStaysSo() {
        Policy holding = policy("findings: {macro: hold, macro.xlm: block}\n");
        Policy approving = holding.approving(Set.of("macro.vba", "macro.xlm"));
        assertThat(holding.rule(FindingKind.of("macro.vba"))).isEqualTo(Rule.HOLD);
        assertThat(approving.rule(FindingKind.of("macro.vba"))).isEqualTo(Rule.REMOVE);
        assertThat(approving.rule(FindingKind.of("macro.xlm"))).isEqualTo(Rule.BLOCK);
        assertThat(approving.hash()).isNotEqualTo(holding.hash());
    }

    @Test
    void theOrderOfLinesDoesNotChangeTheHash() {
        assertThat(policy("findings: {macro: block, link: block}\n").hash())
                .isEqualTo(policy("findings: {link: block, macro: block}\n").hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types: {docm: block}",
                "findings: {macro: block}",
                "findings: {macro.vba: block}",
                "findings: {macro.vba: hold}",
                "options: {office.comments: remove}",
                "limits: {time: 61s}",
                "limits: {ratio-grace: 1MiB}"
            })
    void everyDifferenceChangesTheHash(String line) {
        assertThat(policy(line).hash()).isNotEqualTo(Policy.defaults().hash());
    }

    @Test
    void theHashOfTheDefaultsIsTheOneInOldReports() {
        assertThat(Policy.defaults().hash())
                .isEqualTo("6d66a4bd1be87a2c66ef2892aa33f2bca5991314706b9d4071d801cf6f1b2bc1");
    }

    private static PolicyLayer layer(String text, PolicyLayer above) {
        return new PolicyFile(VOCABULARY).read(("version: 1\n" + text).getBytes(StandardCharsets.UTF_8), above);
    }

    private static List<String> faults(String text, PolicyLayer above) {
        PolicyInvalid invalid = catchThrowableOfType(PolicyInvalid.class, () -> layer(text, above));
        assertThat(invalid).as(text).isNotNull();
        return invalid.problems().stream()
                .map(problem -> problem.line() + ":" + problem.column() + " "
                        + problem.text().english())
                .toList();
    }

    private static PolicyLayer system(String text) {
        return layer(text, PolicyLayer.empty());
    }

    @Test
    void aLevelThatLetsNothingIsFinal() {
        PolicyLayer system = system("limits: {time: 5s}\n");
        assertThat(layer("", system).resolve(VOCABULARY)).isEqualTo(system.resolve(VOCABULARY));
        for (String line : List.of(
                "types: {docm: block}",
                "findings: {macro: block}",
                "options: {office.comments: remove}",
                "limits: {time: 4s}",
                "jail: required")) {
            assertThat(faults(line + "\n", system))
                    .as(line)
                    .hasSize(1)
                    .allMatch(fault ->
                            fault.startsWith("2:") && fault.endsWith("the level above does not let this be changed"));
        }
    }

    @Test
    void aGroupChangesWhatBothLevelsAboveLet() {
        PolicyLayer system = system("lets: {limits: yes, limits.depth: no, findings.macro: yes}\n");
        PolicyLayer city = layer("lets: {limits: yes}\nlimits: {ratio: 9}\n", system);
        assertThat(faults("limits: {depth: 3}\n", city))
                .containsExactly("2:10 limits.depth: the level above does not let this be changed");
        assertThat(faults("findings: {macro.vba: block}\n", city)).hasSize(1);
        Policy group = layer("limits: {time: 7s}\n", city).resolve(VOCABULARY);
        assertThat(group.limits().time()).isEqualTo(Duration.ofSeconds(7));
        assertThat(group.limits().ratio()).isEqualTo(9);
    }

    @Test
    void nobodyLetsMoreThanIsLetToHim() {
        PolicyLayer system = system("lets: {limits.time: yes}\n");
        assertThat(faults("lets: {limits: yes}\n", system)).hasSize(1);
        assertThat(faults("lets: {limits.depth: yes}\n", system)).hasSize(1);
        assertThat(layer("lets: {limits.time: yes, limits.depth: no}\n", system)
                        .lets()
                        .lets("limits.time"))
                .isTrue();
    }

    @Test
    void whatIsLetIsInNoHash() {
        assertThat(system("lets: {limits: yes}\n").resolve(VOCABULARY).hash())
                .isEqualTo(Policy.defaults().hash());
    }

    @Test
    void aFileThatIsNestedInItselfIsStillOnlyRefused() {
        PolicyLayer system = system("");
        assertThat(faults("limits: &a {time: *a}\n", system)).isNotEmpty();
    }

    @Test
    void anUpperLayerHasTheLastWord() {
        PolicyLayer system = system("lets: {limits: yes}\nfindings: {macro: block}\nlimits: {time: 5s, depth: 2}\n");
        Policy policy = layer("limits: {time: 9s}\n", system).resolve(VOCABULARY);
        assertThat(policy.limits().time()).isEqualTo(Duration.ofSeconds(9));
        assertThat(policy.limits().depth()).isEqualTo(2);
        assertThat(policy.rule(FindingKind.of("macro.vba"))).isEqualTo(Rule.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            findngs: {}                    | 2 | 1  | did you mean "findings"
            types: {docxx: allow}          | 2 | 9  | did you mean "docx"
            types: {exe: allow}            | 2 | 9  | no key "exe"
            types: {docx: maybe}           | 2 | 15 | allow, block
            findings: {macro.vbs: block}   | 2 | 12 | did you mean "macro.vba"
            findings: {macro: allow}       | 2 | 19 | remove, hold, block
            findings: {type.unknown: remove} | 2 | 26 | always blocks
            findings: {limit: remove}      | 2 | 19 | always blocks
            options: {office.comments: hide} | 2 | 28 | keep, remove
            options: {office.coments: keep}  | 2 | 11 | did you mean "office.comments"
            limits: {time: unlimited}      | 2 | 16 | cannot be unlimited (1s to 60min)
            limits: {time: -1}             | 2 | 16 | unlimited
            limits: {time: 60}             | 2 | 16 | is not a time
            limits: {time: 2h}             | 2 | 16 | is not a time
            limits: {input-bytes: 5MB}     | 2 | 23 | is not a size
            limits: {input-bytes: 99999999999999GiB} | 2 | 23 | out of range
            limits: {input-bytes: 1B}      | 2 | 23 | out of range (1KiB to 16GiB)
            limits: {depth: 0}             | 2 | 17 | out of range (1 to 32)
            limits: {depth: 8.0}           | 2 | 17 | not a whole number
            limits: {depth: [8]}           | 2 | 17 | one plain value
            limits: {depth: }              | 2 | 16 | one plain value
            lets: {limit: yes}             | 2 | 8  | did you mean "limits"
            lets: {limits: maybe}          | 2 | 16 | yes, no
            limits: []                     | 2 | 9  | are needed here
            types: {docx: allow, docx: block} | 2 | 22 | stands twice
            types: &a {docx: allow}        | 2 | 8  | anchors
            types: !!java.lang.String {}   | 2 | 8  | anchors
            version: 1                     | 2 | 1  | stands twice
            ? [a] : b                      | 2 | 3  | one plain value
            types: {docx: allow            | 3 | 1  | not valid YAML
            """)
    void aFaultIsToldWithItsPlace(String line, int lineNumber, int column, String english) {
        assertThat(problems("version: 1\n" + line + "\n")).first().satisfies(problem -> {
            assertThat(problem.text().english()).contains(english);
            assertThat(problem.line()).isEqualTo(lineNumber);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.text().japanese()).isNotEqualTo(problem.text().english());
        });
    }

    @Test
    void allFaultsAreToldAtOnceInTheirOrder() {
        assertThat(problems("limits: {depth: 99}\ntypos: 1\ntypes: {docx: no}\n"))
                .extracting(PolicyProblem::line)
                .containsExactly(1, 1, 2, 3);
    }

    @Test
    void aFileOfAnotherVersionOrNoneIsRefused() {
        assertThat(problems("types: {}\n")).extracting(p -> p.text().english()).containsExactly("version must be 1");
        assertThat(problems("version: 2\n")).extracting(p -> p.text().english()).containsExactly("version must be 1");
    }

    @Test
    void twoDocumentsAndNoneAreRefused() {
        assertThat(problems("version: 1\n---\nversion: 1\n")).isNotEmpty();
        assertThat(problems("")).isNotEmpty();
        assertThat(problems("# nothing\n")).isNotEmpty();
        assertThat(problems("- a\n")).isNotEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        PolicyInvalid invalid = catchThrowableOfType(
                PolicyInvalid.class, () -> new PolicyFile(VOCABULARY).read(new byte[] {'a', (byte) 0x83}));
        assertThat(invalid.problems()).hasSize(1);
    }

    @Test
    void whatIsQuotedFromTheFileIsEscaped() {
        assertThat(problems("version: 1\n\"a\\u202eb\": 1\n").getFirst().text().english())
                .contains("\\u{202e}");
    }

    @Property(tries = 300)
    void noTextMakesItThrowAnythingElse(@ForAll String text) {
        try {
            new PolicyFile(VOCABULARY).read(text.getBytes(StandardCharsets.UTF_8));
        } catch (PolicyInvalid expected) {
            assertThat(expected.problems()).isNotEmpty();
        }
    }
}
