package jp.kiyome.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.finding.FindingKind;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final FindingKind UNKNOWN_TYPE = FindingKind.of("type.unknown");

    @Test
    void bothLanguagesTellNameAndReasonJapaneseFirst() {
        String text = Notice.of("bin/setup.exe", UNKNOWN_TYPE).text();
        assertThat(text).contains("ファイル名: setup.exe\r\n", "理由: ファイルの種類が分かりません\r\n");
        assertThat(text).contains("File name: setup.exe\r\n", "(type.unknown)\r\n");
        assertThat(text.indexOf("理由")).isLessThan(text.indexOf("Reason"));
    }

    @Test
    void itIsUtf8WithoutMarkAndEndsEachLineWithCrLf() {
        Notice notice = Notice.of("表.dat", UNKNOWN_TYPE);
        byte[] bytes = new byte[(int) notice.content().size()];
        notice.content().copy(0, bytes, 0, bytes.length);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(notice.text());
        assertThat(bytes[0]).isNotEqualTo((byte) 0xEF);
        assertThat(notice.text().replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(notice.text()).endsWith("\r\n");
    }

    @Test
    void aNameThatTurnsTheReadingDirectionDoesNotTurnTheNotice() {
        assertThat(Notice.of("a\u202Etxt.exe", UNKNOWN_TYPE).text())
                .doesNotContain("\u202E")
                .contains("a\\u{202e}txt.exe");
    }

    @Test
    void aReasonThatNoTableHasIsToldWithoutWords() {
        assertThat(Notice.of("x", FindingKind.of("no.such")).text()).contains("許可されていない", "(no.such)");
    }

    @Test
    void itIsCalledAsTheFileWithTxtBehind() {
        assertThat(Notice.of("a\\b\\setup.exe", UNKNOWN_TYPE).name()).isEqualTo("setup.exe.txt");
    }
}
