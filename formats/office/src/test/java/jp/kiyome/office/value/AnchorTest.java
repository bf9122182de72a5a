package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_Toc123",
                "第1章",
                "第1章:概要",
                "fig:1",
                "A1",
                "A1:B2",
                "$A:$C",
                "Sheet1!A1:B2",
                "'表 1'!A1",
                "'表 1'!$A$1:$B$2",
                "'売上 (2024年度)'!A1",
                "集計!A1",
                "定義名",
                "__RefHeading___Toc1_2"
            })
    void placesInTheDocumentStay(String anchor) {
        assertThat(Anchor.canonical(anchor)).contains(anchor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " javascript:alert(1)",
                "JavaScript:A1:B2",
                "javascript:x!A1:B2",
                "javascript%3Aalert(1)",
                "ms-msdt:-id PCWDiagnostic",
                "search-ms:query=x",
                "'ms-word:x'!A1",
                "C:autoexec.bat",
                ":x",
                "\\\\example.invalid\\share",
                "//example.invalid/share",
                "cmd|' -c calc'!A0",
                "[1]Sheet1!A1",
                "'[book.xlsx]Sheet1'!A1",
                "a\u202Eb"
            })
    void whatLeadsElsewhereIsNoPlace(String anchor) {
        assertThat(Anchor.canonical(anchor)).isEmpty();
    }
}
