package jp.kiyome.office.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellContentTest {

    @ParameterizedTest
    @CsvSource({
        "n, 0",
        "n, -1.5E-300",
        "n, +12.",
        "n, .5",
        "n, 44197.375",
        "n, 1e+21",
        "b, 1",
        "b, false",
        "e, '#DIV/0!'",
        "e, '#N/A'",
        "d, 2024-04-01",
        "d, 2024-04-01T09:30:00.123",
        "d, 2024-04-01T09:30:00Z",
        "d, 09:30:00",
        "d, PT1H30M0.5S",
        "str, '=anything, even 文字'",
    })
    void valuesOfTheCellsTypeStay(String type, String value) {
        assertThat(CellContent.of(Utf8.of(type)).fits(Utf8.of(value))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "n, =cmd|'/c calc'!A0",
        "n, KNRY",
        "n, 1 2",
        "n, .",
        "n, -",
        "n, 1e",
        "n, 1e5x",
        "n, e5",
        "n, ١",
        "n, 0x10",
        "b, 2",
        "b, TRUE",
        "e, '#MARKER!'",
        "e, '#n/a'",
        "d, marker",
        "d, P",
        "d, T",
        "d, 2024-04-01Tmarker",
        "inlineStr, text",
    })
    void valuesOfNoSuchTypeGo(String type, String value) {
        assertThat(CellContent.of(Utf8.of(type)).fits(Utf8.of(value))).isFalse();
    }

    @Test
    void aCellWithoutATypeHasANumber() {
        assertThat(CellContent.of(null)).isEqualTo(CellContent.NUMBER);
    }

    @Test
    void anEmptyValueWhichMeansNotCalculatedYetStays() {
        assertThat(new SheetCells(new SharedStrings(1 << 20)).judge(Utf8.of("")))
                .isEqualTo(FilterHost.ACCEPTED);
    }

    @Test
    void aValueThatDoesNotFitIsRefused() {
        assertThat(new SheetCells(new SharedStrings(1 << 20)).judge(Utf8.of("=cmd|' /c calc'!A0")))
                .isEqualTo("structure.attribute-value");
    }

    @Test
    void textOfItsOwnIsRefusedInACellOfNumbers() {
        assertThat(new SheetCells(new SharedStrings(1 << 20)).hooks()).containsKey("x:CT_Rst");
    }
}
