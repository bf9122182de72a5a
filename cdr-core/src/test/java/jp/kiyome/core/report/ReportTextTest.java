package jp.kiyome.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTextTest {

    private static String text(Language language) {
        return new ReportText(FindingCatalogue::ofClassPath, language).write(Reports.rebuilt());
    }

    @Test
    void theTreeIsReadInEnglish() {
        assertThat(text(Language.ENGLISH).lines().limit(4))
                .containsExactly(
                        "報告\\u{200b}書.docx  (docx)  rebuilt  10 bytes → 9 bytes",
                        "    [active] removed: The file can be read as more than one type: \\u{1b}[31m"
                                + " https://example.invalid/\\u{2028} (3 times)  @ word/document.xml#w:p\"}  [type.polyglot]",
                        "    word/embeddings/\\u{202e}gnp.exe  (docx)  blocked  10 bytes",
                        "        reason: The type of the file is not known: x\\u{a}y  [type.unknown]");
    }

    @Test
    void whatThePolicyBlocksIsNotSaidToBeRemoved() {
        Finding removed = Finding.of("type.polyglot", Action.REMOVED, Location.wholeFile());
        Finding reason = Finding.of("type.polyglot", Action.BLOCKED, Location.wholeFile());
        Report report = Reports.of("a", Verdict.BLOCKED, List.of(removed), List.of(), Optional.of(reason));
        ReportText text = new ReportText(FindingCatalogue::ofClassPath, Language.ENGLISH);
        assertThat(text.reason(report).orElseThrow())
                .startsWith("the policy blocks files of which this would be said: ");
        assertThat(text.write(report)).contains("reason: the policy blocks");
    }

    @Test
    void theTreeIsReadInJapanese() {
        assertThat(text(Language.JAPANESE)).contains("無害化済み", "[危険] 除去: 二つ以上の種類", "理由: ファイルの種類が分かりません", "3 回");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextFromAFileBreaksALine(Language language) {
        assertThat(text(language).lines()).hasSize(5);
        assertThat(text(language)).doesNotContain("\u001B", "\u202E", "\u2028");
    }
}
