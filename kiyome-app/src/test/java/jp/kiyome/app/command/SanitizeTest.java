package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitizeTest extends CommandLineTest {

    @Test
    void withoutAPlaceTheOutputStandsBesideTheInput() {
        Path memo = file("報告.memo", "MEMO\nevil\nkept\n");
        assertThat(kiyome("sanitize", memo)).isZero();
        assertThat(text("報告.cleaned.memo")).isEqualTo("MEMO\nkept\n");
        assertThat(text(memo)).isEqualTo("MEMO\nevil\nkept\n");
        assertThat(out()).startsWith("rebuilt  memo  報告.memo → ").endsWith("(1 finding)\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void aFolderKeepsItsShape() {
        file("in/a.memo", "MEMO\n");
        file("in/sub/deep/b.memo", "MEMO\n");
        file("in/sub/c.txt", "?");
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("out")))
                .isEqualTo(11);
        assertThat(names()).contains("out/a.memo", "out/sub/deep/b.memo").doesNotContain("out/sub/c.txt");
        assertThat(out().lines().limit(3))
                .extracting(line -> line.substring(0, 7))
                .containsExactly("rebuilt", "blocked", "rebuilt");
        assertThat(out())
                .contains("type     rebuilt  blocked  locked  failed  total\n")
                .contains("memo           2");
    }

    @Test
    void resultsComeInTheOrderOfTheFiles() {
        for (int i = 10; i < 40; i++) {
            file("in/" + i + ".memo", i % 3 == 0 ? "MEMO\nsleep\n" : "MEMO\n");
        }
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("out"), "-j", "8"))
                .isZero();
        List<String> told =
                out().lines().filter(line -> line.startsWith("rebuilt")).toList();
        assertThat(told).hasSize(30).isSortedAccordingTo(String::compareTo);
    }

    @ParameterizedTest
    @CsvSource({"locked, 10", "refuse, 11", "crash, 12"})
    void everyOutcomeHasItsExitCodeAndNoOutput(String line, int code) {
        Path memo = file("a.memo", "MEMO\n" + line + "\n");
        assertThat(kiyome("sanitize", memo)).isEqualTo(code);
        assertThat(names()).containsExactly("a.memo");
    }

    @Test
    void theLargestExitCodeCountsAndAllFilesAreDone() {
        Path locked = file("a.memo", "MEMO\nlocked\n");
        Path crash = file("b.memo", "MEMO\ncrash\n");
        Path good = file("c.memo", "MEMO\n");
        assertThat(kiyome("sanitize", locked, crash, good, "-o", folder.resolve("out")))
                .isEqualTo(12);
        assertThat(names()).contains("out/c.memo");
        assertThat(kiyome("sanitize", folder.resolve("gone"), crash, good, "-o", folder.resolve("out2")))
                .isEqualTo(13);
        assertThat(names()).contains("out2/c.memo");
        assertThat(err()).contains("gone: no such file").hasLineCount(1);
    }

    @Test
    void aPasswordOpensWhatIsLocked() {
        Path memo = file("a.memo", "MEMO\nlocked\n");
        Path passwords = file("passwords", "x\nhimitsu\n");
        assertThat(kiyome("sanitize", memo, "--password", "x", "--password", "himitsu", "-o", folder.resolve("1")))
                .isZero();
        assertThat(kiyome("sanitize", memo, "--password-file", passwords, "-o", folder.resolve("2")))
                .isZero();
        input = "himitsu\n".getBytes(StandardCharsets.UTF_8);
        assertThat(kiyome("sanitize", memo, "--password-file", "-", "-o", folder.resolve("3")))
                .isZero();
        assertThat(kiyome("sanitize", "-", "--password-file", "-")).isEqualTo(64);
        assertThat(kiyome("sanitize", memo, "--password-hint", "パスワードは「himitsu」です。", "-o", folder.resolve("4")))
                .isZero();
        Path mail = file("mail.txt", "パスワードをお知らせします。\n\n　ｈｉｍｉｔｓｕ\n");
        assertThat(kiyome("sanitize", memo, "--password-hint", "@" + mail, "-o", folder.resolve("5")))
                .isZero();
        assertThat(err()).doesNotContain("himitsu");
    }

    @Test
    void whatIsThereIsReplacedOnlyByForce() {
        Path memo = file("a.memo", "MEMO\nnew\n");
        file("out/a.memo", "old");
        assertThat(kiyome("sanitize", memo, "-o", folder.resolve("out"))).isEqualTo(13);
        assertThat(text("out/a.memo")).isEqualTo("old");
        assertThat(err()).contains("exists already");
        assertThat(kiyome("sanitize", memo, "-o", folder.resolve("out"), "--force"))
                .isZero();
        assertThat(text("out/a.memo")).isEqualTo("MEMO\nnew\n");
        assertThat(names()).containsExactly("a.memo", "out", "out/a.memo");
    }

    @Test
    void anInputIsNeverWrittenOverByAnyName() throws IOException {
        Path memo = file("a.memo", "MEMO\nevil\n");
        Files.createSymbolicLink(folder.resolve("soft.memo"), memo);
        Files.createLink(folder.resolve("hard.memo"), memo);
        Path hidden = folder.resolve("x/../a.memo");
        Files.createDirectories(folder.resolve("x"));
        for (Object target : List.of(memo, folder.resolve("soft.memo"), folder.resolve("hard.memo"), hidden)) {
            assertThat(kiyome("sanitize", memo, "--force", "-o", target))
                    .as(target.toString())
                    .isEqualTo(13);
            assertThat(err()).contains("is an input");
        }
        assertThat(kiyome("sanitize", memo, "--force", "-o", folder)).isEqualTo(13);
        assertThat(text("a.memo")).isEqualTo("MEMO\nevil\n");
    }

    @Test
    void twoInputsForOneNameDoNotReplaceEachOther() {
        Path one = file("1/a.memo", "MEMO\none\n");
        Path two = file("2/a.memo", "MEMO\ntwo\n");
        assertThat(kiyome("sanitize", one, two, "-o", folder.resolve("out"))).isEqualTo(13);
        assertThat(text("out/a.memo")).isEqualTo("MEMO\none\n");
        assertThat(names()).doesNotContain("out/.kiyome");
        assertThat(names().stream().filter(name -> name.contains(".part"))).isEmpty();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path outside = file("outside/secret.memo", "MEMO\n");
        file("in/a.memo", "MEMO\n");
        Files.createSymbolicLink(folder.resolve("in/link.memo"), outside);
        Files.createSymbolicLink(folder.resolve("in/folder"), folder.resolve("outside"));
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("out")))
                .isEqualTo(13);
        assertThat(names())
                .contains("out/a.memo")
                .doesNotContain("out/link.memo", "out/folder", "out/folder/secret.memo");
        assertThat(err()).contains("symbolic link, left out");
    }

    @Test
    void noOutputLeavesTheOutputFolder() throws IOException {
        file("in/sub/a.memo", "MEMO\n");
        Files.createDirectories(folder.resolve("out"));
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("out/sub"), folder.resolve("elsewhere"));
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("out")))
                .isEqualTo(13);
        assertThat(names()).doesNotContain("elsewhere/a.memo");
    }

    @Test
    void outputsOfAnEarlierRunAreNoInputs() {
        file("in/a.memo", "MEMO\n");
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("in/out")))
                .isZero();
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("in/out"), "--force"))
                .isZero();
        assertThat(names()).doesNotContain("in/out/out");
    }

    @Test
    void aNameThatLiesIsCorrected() {
        Path memo = file("a\u202Etxt.memo.exe", "MEMO\n");
        assertThat(kiyome("sanitize", memo, "-o", folder.resolve("out"))).isZero();
        assertThat(names()).contains("out/atxt.memo");
        assertThat(out()).contains("a\\u{202e}txt.memo.exe").doesNotContain("\u202E");
    }

    @Test
    void standardInputGoesToStandardOutput() {
        input = "MEMO\nevil\nkept\n".getBytes(StandardCharsets.UTF_8);
        assertThat(kiyome("sanitize", "-", "--name", "a.memo")).isZero();
        assertThat(out()).isEqualTo("MEMO\nkept\n");
        assertThat(err()).contains("rebuilt  memo  a.memo");
        assertThat(kiyome("sanitize", "-", "--name", "a.memo", "-o", folder.resolve("b.memo")))
                .isZero();
        assertThat(text("b.memo")).isEqualTo("MEMO\nkept\n");
        input = "MEMO\ncrash\n".getBytes(StandardCharsets.UTF_8);
        assertThat(kiyome("sanitize", "-")).isEqualTo(12);
        assertThat(out()).isEmpty();
    }

    @Test
    void jsonIsOneReportALineAndNothingElse() {
        Path one = file("1.memo", "MEMO\nnested\n");
        Path two = file("2.memo", "MEMO\ncrash\n");
        assertThat(kiyome("sanitize", one, two, "--json", "-o", folder.resolve("out")))
                .isEqualTo(12);
        assertThat(out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"report\":1,") && line.endsWith("}"));
        assertThat(err()).contains("total");
    }

    @Test
    void anInputTooLargeIsBlockedUnread() {
        Path policy = file("p.yaml", "version: 1\nlimits: {input-bytes: 1KiB}\n");
        Path memo = file("a.memo", "MEMO\n" + "x".repeat(2000));
        assertThat(kiyome("sanitize", memo, "--policy", policy)).isEqualTo(11);
        assertThat(out()).contains("[limit.input-bytes]");
    }

    @Test
    void whatThePolicyHoldsComesOutOnceItIsApproved() {
        Path policy = file("p.yaml", "version: 1\nfindings: {type.polyglot: hold}\n");
        Path memo = file("a.memo", "MEMO\nevil\n");
        assertThat(kiyome("sanitize", memo, "--policy", policy)).isEqualTo(9);
        assertThat(names()).containsExactly("a.memo", "p.yaml");
        assertThat(kiyome("sanitize", memo, "--policy", policy, "--approve", "type.unheard-of"))
                .isEqualTo(64);
        assertThat(kiyome("sanitize", memo, "--policy", policy, "--approve", "type.polyglot"))
                .isZero();
        assertThat(names()).contains("a.cleaned.memo");
    }

    @Test
    void aBarIsDrawnForPeopleOnly() {
        file("in/a.memo", "MEMO\n");
        file("in/b.memo", "MEMO\n");
        terminal = true;
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("1")))
                .isZero();
        assertThat(err()).contains("1/2").endsWith("\r\u001B[K");
        assertThat(out()).doesNotContain("\u001B");
        terminal = false;
        assertThat(kiyome("sanitize", folder.resolve("in"), "-o", folder.resolve("2")))
                .isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneClearLine() {
        Path memo = file("a.memo", "MEMO\n");
        Path notAFolder = file("file", "");
        assertThat(kiyome("sanitize", memo, "-o", notAFolder.resolve("out"))).isEqualTo(13);
        assertThat(err()).hasLineCount(1).contains("cannot be written");
    }

    @Test
    void devicesAreNotRead() {
        assertThat(kiyome("sanitize", "/dev/zero", "-o", folder.resolve("out"))).isEqualTo(13);
        assertThat(err()).contains("not a regular file");
    }

    @Test
    void inspectWritesNothing() {
        Path memo = file("a.memo", "MEMO\nevil one\nnested\n");
        assertThat(kiyome("inspect", memo)).isZero();
        assertThat(names()).containsExactly("a.memo");
        assertThat(out())
                .contains("a.memo  (memo)  rebuilt", "[active] removed:", "evil one", "    inner.memo  (memo)");
    }
}
