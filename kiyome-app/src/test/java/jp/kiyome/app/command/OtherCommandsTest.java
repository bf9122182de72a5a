package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.core.audit.CatalogueAudit;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest extends CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sanitise a",
                "sanitize",
                "sanitize a --frobnicate",
                "sanitize a -o",
                "sanitize a -o --force",
                "sanitize a --jobs 0",
                "sanitize a --jobs many",
                "sanitize a -o b -o c",
                "sanitize a --force=yes",
                "sanitize - a",
                "sanitize .",
                "inspect",
                "types a",
                "verify a",
                "verify a b c",
                "policy",
                "policy check",
                "--lang fr types",
                "-x"
            })
    void aWrongCallIsOneClearLine(String call) {
        assertThat(kiyome((Object[]) call.split(" ", -1))).isEqualTo(64);
        assertThat(err()).hasLineCount(1).startsWith("kiyome: ").contains("--help");
        assertThat(out()).isEmpty();
    }

    @Test
    void faultsAreToldInTheLanguageOfTheLocale() {
        locale = "ja_JP.UTF-8";
        assertThat(kiyome("sanitize")).isEqualTo(64);
        assertThat(err()).contains("引数が足りません");
        assertThat(kiyome("--lang", "en", "sanitize")).isEqualTo(64);
        assertThat(err()).contains("missing argument");
        assertThat(kiyome("sanitize", folder.resolve("gone"))).isEqualTo(13);
        assertThat(err()).contains("ファイルがありません").hasLineCount(1);
    }

    @Test
    void helpNamesEveryCommandAndOptionAndExitCode() throws IOException {
        for (String language : List.of("en", "ja")) {
            assertThat(kiyome("--help", "--lang", language)).isZero();
            for (Form form : Form.COMMANDS) {
                assertThat(out()).contains("kiyome " + form.name());
                form.options().forEach(option -> assertThat(out()).contains(option.names()));
            }
            for (ExitCode code : ExitCode.values()) {
                assertThat(out()).contains(" " + code.number() + "  ");
            }
        }
        String english = resource("help.en.txt");
        assertThat(resource("help.ja.txt").lines())
                .hasSameSizeAs(english.lines().toList());
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Kiyome.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everythingThatIsSaidIsSaidInBothLanguages() {
        assertThat(Messages.of(Say.class)).isNotNull();
    }

    @Test
    void everyCodeThatTheAppUsesHasItsTexts() {
        assertThat(new CatalogueAudit(FindingCatalogue.ofClassPath(), Set.of()).faults(Kiyome.class))
                .isEmpty();
    }

    @Test
    void typesTellsOfEveryFormat() {
        assertThat(kiyome("types")).isZero();
        assertThat(out()).contains("memo  (.memo .mem)  text/x-memo").contains("memo.jokes: keep | remove");
    }

    @Test
    void typesTellsOfOneFormatByItsNameExtensionOrMediaType() {
        for (String name : List.of("memo", ".mem", "text/x-memo", "MEMO")) {
            assertThat(kiyome("types", name)).isZero();
            assertThat(out()).startsWith("memo  (.memo .mem)  text/x-memo").doesNotContain("memo.jokes");
        }
        assertThat(kiyome("types", "text/plain")).isEqualTo(64);
        assertThat(err()).contains("not a type that is known: text/plain (usage");
    }

    @Test
    void anUnknownCommandIsNamed() {
        assertThat(kiyome("cleanse", "a")).isEqualTo(64);
        assertThat(err()).contains("unknown command: cleanse (usage");
        assertThat(kiyome("policy", "chekc")).isEqualTo(64);
        assertThat(err()).contains("unknown command: policy chekc (usage");
    }

    @Test
    void anEmptyFileIsBlockedAsWhatItIs() throws IOException {
        assertThat(kiyome("inspect", file("a.memo", ""))).isEqualTo(11);
        assertThat(out()).contains("type.empty");
    }

    @Test
    void aReceiptIsVerifiedOffline() throws IOException {
        Path memo = file("a.memo", "MEMO\nevil\n");
        assertThat(kiyome("sanitize", memo, "--receipts", "-o", folder.resolve("out")))
                .isZero();
        Path file = folder.resolve("out/a.memo");
        Path receipt = folder.resolve("out/a.memo.receipt");
        assertThat(kiyome("verify", file, receipt)).isZero();
        assertThat(out()).contains("as the receipt says (type memo");

        assertThat(kiyome("verify", memo, receipt)).isEqualTo(20);
        assertThat(err()).contains("not the bytes the receipt is for").hasLineCount(1);

        Files.writeString(receipt, Files.readString(receipt).replace("\"active\":1", "\"active\":0"));
        assertThat(kiyome("verify", file, receipt)).isEqualTo(20);
        assertThat(err()).contains("altered");
        Files.writeString(receipt, "{}");
        assertThat(kiyome("verify", file, receipt)).isEqualTo(20);
    }

    @Test
    void aReceiptOfAStrangerIsTrustedOnlyByItsKey() throws IOException {
        Path memo = file("a.memo", "MEMO\n");
        Path theirs = folder.resolve("theirs");
        assertThat(kiyome("sanitize", memo, "--receipts", "--key-dir", theirs)).isZero();
        Path file = folder.resolve("a.cleaned.memo");
        Path receipt = folder.resolve("a.cleaned.memo.receipt");
        assertThat(kiyome("verify", file, receipt)).isEqualTo(13);
        assertThat(err()).contains("no trusted key");
        assertThat(kiyome("key")).isZero();
        assertThat(kiyome("verify", file, receipt)).isEqualTo(20);
        assertThat(err()).contains("not trusted");
        assertThat(kiyome("key", "--key-dir", theirs)).isZero();
        Path pem = file("their.pem", out());
        assertThat(kiyome("verify", file, receipt, "--key", pem)).isZero();
        assertThat(Files.readString(pem)).doesNotContain("PRIVATE");
    }

    @Test
    void theDefaultPolicyIsValid() {
        assertThat(kiyome("policy", "show")).isZero();
        Path policy = file("p.yaml", out());
        assertThat(kiyome("policy", "check", policy)).isZero();
        assertThat(out()).contains("valid (hash ");
    }

    @Test
    void aPolicyWithFaultsIsNotUsedAtAll() {
        Path memo = file("a.memo", "MEMO\n");
        Path policy = file("p.yaml", "version: 1\nlimit:\n  time: 1s\n");
        assertThat(kiyome("policy", "check", policy)).isEqualTo(20);
        assertThat(err()).contains("p.yaml:2:1: policy has no key \"limit\"; did you mean \"limits\"?");
        assertThat(kiyome("sanitize", memo, "--policy", policy)).isEqualTo(20);
        assertThat(names()).containsExactly("a.memo", "p.yaml");
    }

    @Test
    void aPolicyIsObeyed() {
        Path memo = file("a.memo", "MEMO\nevil\n");
        Path policy = file("p.yaml", "version: 1\nfindings: {type.polyglot: block}\n");
        assertThat(kiyome("sanitize", memo, "--policy", policy)).isEqualTo(11);
    }
}
