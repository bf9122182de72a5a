package jp.kiyome.bridge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.core.policy.file.PolicyFile;
import jp.kiyome.core.policy.file.PolicyInvalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictSectionTest {

    @Test
    void everythingThatCanBeSaidIsRead(@TempDir Path directory) throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "secret\n");
        VerdictPolicy policy = read("""
                version: 1
                verdicts:
                  sources:
                    lists: {kind: hash-list, block: /a, allow: /b}
                    clamav:
                      kind: clamd
                      address: unix:/run/clamav/clamd.ctl
                      most-bytes: 10MiB
                      connections: 8
                      time: 30s
                    proxy: {kind: icap, address: "icap://127.0.0.1/avscan", mode: reqmod}
                    spam: {kind: rspamd, server: "http://127.0.0.1:11333", suspicious: 5.5}
                    cape: {kind: cape, server: "https://cape.example.invalid/", token-file: %s, tags: "win10", threat: 8}
                  on: {suspicious: block, source-down: go-on, at-deadline: block}
                  keep: {nothing-found: 10min}
                  time: 90s
                  wait: 60min
                  originals: yes
                  outputs: yes
                """.formatted(token));
        assertThat(policy.sources())
                .extracting(VerdictPolicy.Named::name)
                .containsExactly("lists", "clamav", "proxy", "spam", "cape");
        for (VerdictPolicy.Named named : policy.sources()) {
            try (VerdictSource source = named.open()) {
                assertThat(source.name()).isEqualTo(named.name());
            }
        }
        assertThat(policy.rules().suspicious()).isEqualTo(Action.BLOCK);
        assertThat(policy.rules().atDeadline()).isEqualTo(Action.BLOCK);
        assertThat(policy.rules().notScanned())
                .containsEntry(WhyNotScanned.SOURCE_DOWN, Action.GO_ON)
                .containsEntry(WhyNotScanned.TIME_OUT, Action.HOLD);
        assertThat(policy.ages().nothingFound()).isEqualTo(Duration.ofMinutes(10));
        assertThat(policy.patience()).isEqualTo(Duration.ofHours(1));
        assertThat(policy.outputs()).isTrue();
    }

    @Test
    void withoutTheSectionNobodyIsAsked() {
        assertThat(read("version: 1\n")).isEqualTo(VerdictPolicy.nobody());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sources: {a: {address: 'tcp:h:1'}}|a kind is needed",
                "sources: {a: {kind: clam}}|can be clamd, icap",
                "sources: {a: {kind: clamd}}|address is needed",
                "sources: {a: {kind: clamd, address: 'h:1'}}|is not an address",
                "sources: {a: {kind: clamd, address: 'tcp:h:1', adress: x}}|did you mean",
                "sources: {a: {kind: clamd, address: 'tcp:h:1', most-bytes: unlimited}}|cannot be unlimited",
                "sources: {a: {kind: clamd, address: 'tcp:h:1', time: 3}}|is not a time",
                "sources: {a: {kind: icap, address: 'icap://h'}}|is not an address",
                "sources: {a: {kind: rspamd, server: 'http://u:p@h/'}}|is not an address",
                "sources: {a: {kind: rspamd, server: 'http://h', suspicious: many}}|is not a score",
                "sources: {a: {kind: cape, server: 'http://h', suspicious: 8, threat: 7}}|no less",
                "sources: {a: {kind: cape, server: 'http://h', token-file: /missing/t}}|token",
                "sources: {a: {kind: hash-list, block: /a}}|allow is needed",
                "sources: {a: {kind: hash-list, block: /a, allow: b}}|absolute path",
                "on: {threat: go-on}|cannot go on",
                "on: {threta: hold}|did you mean",
                "on: {time-out: ignore}|cannot be",
                "keep: {threat: forever}|is not a time",
                "outputs: perhaps|cannot be",
                "source: {}|did you mean",
                "sources: {a.b: {kind: clamd, address: 'tcp:h:1'}}|is not a name",
            })
    void everyFaultIsToldWithItsLine(String section, String expected) {
        PolicyInvalid invalid =
                catchThrowableOfType(PolicyInvalid.class, () -> read("version: 1\nverdicts:\n  " + section + "\n"));
        assertThat(invalid.problems()).hasSize(1);
        assertThat(invalid.problems().getFirst().line()).isEqualTo(3);
        assertThat(invalid.problems().getFirst().text().english()).contains(expected);
        assertThat(invalid.problems().getFirst().text().japanese()).isNotBlank();
    }

    @Test
    void aFileWithoutTheModuleDoesNotKnowTheSection() {
        byte[] file = "version: 1\nverdicts: {}\n".getBytes(StandardCharsets.UTF_8);
        PolicyVocabulary words = PolicyVocabulary.of(List.of(), List.of(), List.of());
        assertThat(catchThrowableOfType(PolicyInvalid.class, () -> new PolicyFile(words).read(file))
                        .problems())
                .hasSize(1);
        assertThat(new PolicyFile(words, List.of(new VerdictSection())).read(file))
                .isNotNull();
    }

    private static final VerdictSection SECTION = new VerdictSection();
    private static final PolicyVocabulary WORDS = PolicyVocabulary.of(List.of(), List.of(), List.of());

    private static PolicyLayer layer(String text) {
        return layer(text, PolicyLayer.empty());
    }

    private static PolicyLayer layer(String text, PolicyLayer above) {
        return new PolicyFile(WORDS, List.of(SECTION)).read(text.getBytes(StandardCharsets.UTF_8), above);
    }

    private static VerdictPolicy read(String text) {
        return SECTION.in(layer(text)).resolve();
    }

    private static String hash(String verdicts) {
        return layer("version: 1\nverdicts:\n  " + verdicts + "\n")
                .resolve(WORDS)
                .hash();
    }

    @Test
    void anOrganisationChangesWhatItIsLetAndKeepsTheRest() {
        PolicyLayer system = layer("""
                version: 1
                lets: {verdicts.on: yes, verdicts.on.threat: no, verdicts.sources.lists: yes}
                verdicts:
                  sources:
                    clamav: {kind: clamd, address: "tcp:127.0.0.1:3310"}
                    lists: {kind: hash-list, block: /a, allow: /b}
                  on: {suspicious: block}
                  outputs: yes
                """);
        PolicyLayer city = layer("""
                version: 1
                verdicts:
                  sources: {lists: {kind: hash-list, block: /city, allow: /b}}
                  on: {time-out: block}
                """, system);
        VerdictPolicy policy = SECTION.in(city).resolve();
        assertThat(policy.sources()).extracting(VerdictPolicy.Named::name).containsExactly("clamav", "lists");
        assertThat(policy.rules().suspicious()).isEqualTo(Action.BLOCK);
        assertThat(policy.rules().notScanned()).containsEntry(WhyNotScanned.TIME_OUT, Action.BLOCK);
        assertThat(policy.outputs()).isTrue();
        assertThat(SECTION.in(city).canonical())
                .contains("source lists block /city", "on time-out block", "for outputs true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on: {threat: hold}|verdicts.on.threat",
                "outputs: no|verdicts.outputs",
                "sources: {mine: {kind: hash-list, block: /a, allow: /b}}|verdicts.sources.mine.kind",
                "sources: {clamav: {kind: clamd, address: 'tcp:h:1'}}|verdicts.sources.clamav.kind",
            })
    void whatIsNotLetIsAFaultWithItsLine(String section, String path) {
        PolicyLayer system =
                layer("version: 1\nlets: {verdicts.on: yes, verdicts.on.threat: no, verdicts.sources.lists: yes}\n");
        PolicyInvalid invalid = catchThrowableOfType(
                PolicyInvalid.class, () -> layer("version: 1\nverdicts:\n  " + section + "\n", system));
        assertThat(invalid.problems().getFirst().line()).isEqualTo(3);
        assertThat(invalid.problems().getFirst().text().english())
                .contains(path)
                .contains("the level above does not let this be changed");
    }

    @Test
    void whatIsAskedOfOthersIsInTheHashOfThePolicy() {
        String none = layer("version: 1\n").resolve(WORDS).hash();
        String usual = hash("sources: {c: {kind: clamd, address: 'tcp:h:1'}}");
        assertThat(layer("version: 1\nverdicts: {}\n").resolve(WORDS).hash()).isEqualTo(none);
        assertThat(usual).isNotEqualTo(none);
        assertThat(
                        hash(
                                "sources: {c: {kind: clamd, time: 60s, most-bytes: 25MiB, address: 'tcp:h:1', connections: 4}}"))
                .isEqualTo(usual);
        assertThat(hash("sources: {c: {kind: clamd, address: 'tcp:h:1'}}\n  on: {time-out: hold}\n  originals: yes"))
                .isEqualTo(usual);
        assertThat(List.of(
                        hash("sources: {c: {kind: clamd, address: 'tcp:h:2'}}"),
                        hash("sources: {d: {kind: clamd, address: 'tcp:h:1'}}"),
                        hash("sources: {c: {kind: clamd, address: 'tcp:h:1', time: 1s}}"),
                        hash("sources: {c: {kind: clamd, address: 'tcp:h:1'}}\n  outputs: yes"),
                        hash("sources: {c: {kind: clamd, address: 'tcp:h:1'}}\n  addresses: yes"),
                        hash("sources: {c: {kind: clamd, address: 'tcp:h:1'}}\n  on: {unfit: block}"),
                        hash("sources: {c: {kind: clamd, address: 'tcp:h:1'}}\n  keep: {threat: 0s}"),
                        hash("sources: {c: {kind: clamd, address: 'tcp:h:1'}}\n  wait: 1s")))
                .doesNotHaveDuplicates()
                .doesNotContain(usual, none);
    }

    @Test
    void noValueLooksLikeAnotherLineOfTheHash() {
        assertThat(hash("sources: {c: {kind: cape, server: 'http://h', tags: \"a\\nb\"}}"))
                .isNotEqualTo(hash("sources: {c: {kind: cape, server: 'http://h', tags: 'a\\nb'}}"));
    }

    @Test
    void theSecretOfASandboxIsInNoHash(@TempDir Path directory) throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "secret\n");
        String section = "sources: {c: {kind: cape, server: 'http://h', token-file: " + token + "}}";
        String hash = hash(section);
        Files.writeString(token, "another\n");
        assertThat(hash(section)).isEqualTo(hash);
    }
}
