package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScanCommandTest extends VerdictFixture {

    @Test
    void eachAnswerHasItsWordsAndItsExitCode() {
        Path policy = lists("bad", "good", "");
        Path bad = file("bad.bin", "bad");
        Path good = file("good.bin", "good");
        Path other = file("other.bin", "other");
        assertThat(kiyome("scan", bad, "--policy", policy)).isEqualTo(11);
        assertThat(out())
                .contains("bad.bin: block")
                .containsPattern("lists: threat: Known.Bad \\[[0-9a-f]{16}/[0-9a-f]{16}]");
        assertThat(kiyome("scan", good, "--policy", policy)).isZero();
        assertThat(out()).contains("vouched for");
        assertThat(kiyome("scan", other, "--policy", policy)).isZero();
        assertThat(out()).contains("not scanned");
        assertThat(kiyome("scan", other, good, bad, "--policy", policy)).isEqualTo(11);
        assertThat(out().lines().filter(line -> line.contains("lists:"))).hasSize(3);
    }

    @Test
    void answersAreToldInBothLanguages() {
        Path policy = lists("bad", "good", "");
        locale = "ja_JP.UTF-8";
        assertThat(kiyome("scan", file("bad.bin", "bad"), "--policy", policy)).isEqualTo(11);
        assertThat(out()).contains("脅威: Known.Bad").contains("ブロック");
    }

    @Test
    void aSourceThatIsAwayHasScannedNothing() {
        Path file = file("a.bin", "a");
        assertThat(kiyome("scan", file, "--policy", clamdAway(""))).isEqualTo(9);
        assertThat(out()).contains("clamav: not scanned");
        assertThat(kiyome("scan", file, "--policy", clamdAway("  on: {source-down: block}\n")))
                .isEqualTo(11);
        assertThat(kiyome("scan", file, "--policy", clamdAway("  on: {source-down: go-on}\n")))
                .isZero();
        assertThat(out()).contains("not scanned").doesNotContain("nothing found");
    }

    @Test
    void whatNoSourceTakesIsHeld() {
        Path policy = file(
                "spam.yaml",
                "version: 1\nverdicts:\n  sources:\n    spam: {kind: rspamd, server: 'http://127.0.0.1:9'}\n");
        assertThat(kiyome("scan", file("a.bin", "a"), "--policy", policy)).isEqualTo(9);
        assertThat(out()).contains("-: not scanned");
        assertThat(kiyome("scan", file("a.EML", "From: a\n\n"), "--policy", policy))
                .isEqualTo(9);
        assertThat(out()).as("a mail is asked about").contains("spam: not scanned");
    }

    @Test
    void aWebAddressIsAskedAboutWhereASourceTakesIt() {
        assertThat(kiyome("scan", "--url", "HTTP://example.invalid/a", "--policy", lists("bad", "good", "")))
                .isEqualTo(9);
        assertThat(out()).contains("http://example.invalid/a: held").contains("-: not scanned");
        Path sandbox = file(
                "sandbox.yaml",
                "version: 1\nverdicts:\n  sources:\n    sandbox: {kind: cape, server: 'http://127.0.0.1:" + freePort()
                        + "'}\n");
        assertThat(kiyome("scan", "--url", "https://example.invalid/", "--policy", sandbox))
                .isEqualTo(9);
        assertThat(out()).contains("sandbox: not scanned");
        assertThat(kiyome("scan", "--url", "mailto:a@example.invalid", "--policy", sandbox))
                .isEqualTo(64);
        assertThat(kiyome("scan", "--url", "file:///etc/passwd", "--policy", sandbox))
                .isEqualTo(64);
    }

    @Test
    void aProbeTellsOfEverySource() {
        assertThat(kiyome("scan", "--probe", "--policy", lists("bad", "good", "")))
                .isZero();
        assertThat(out()).contains("lists");
        assertThat(kiyome("scan", "--probe", "--policy", clamdAway(""))).isEqualTo(69);
        assertThat(out()).contains("clamav").contains("source-down");
    }

    @Test
    void aWrongCallIsToldBeforeAnybodyIsAsked() {
        assertThat(kiyome("scan")).isEqualTo(64);
        assertThat(kiyome("scan", file("a", "a"))).isEqualTo(64);
        assertThat(err()).contains("verdicts");
        Path policy = lists("bad", "good", "");
        assertThat(kiyome("scan", "--policy", policy)).isEqualTo(64);
        assertThat(kiyome("scan", folder.resolve("none"), "--policy", policy)).isEqualTo(13);
        assertThat(kiyome("scan", file("a", "a"), "--policy", lists("bad", "good", "  on: {threat: go-on}\n")))
                .isEqualTo(20);
        assertThat(err()).contains("lists.yaml:5:").contains("a threat cannot go on");
    }
}
