package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"A1", "$A$1", "XFD1048576", "Z$99", "$AA10"})
    void cellsStayAsTheyAre(String cell) {
        assertThat(CellReference.canonical(cell)).contains(cell);
        assertThat(CellRange.canonical(cell)).contains(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "1",
                "A0",
                "A01",
                "XFE1",
                "A1048577",
                "AAAA1",
                "A1 ",
                " A1",
                "Ａ１",
                "A１",
                "$$A1",
                "A$",
                "A1$",
                "A-1",
                "R1C1"
            })
    void otherTextIsNoCell(String text) {
        assertThat(CellReference.canonical(text)).isEmpty();
    }

    @Test
    void columnsCountFromOneAsLetters() {
        assertThat(CellReference.parse("xfd1048576")).contains(new CellReference(16384, 1048576, false, false));
        assertThat(CellReference.parse("aa1")).map(CellReference::toString).contains("AA1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1:B2", "$A$1:$B$2", "A:C", "$A:$C", "1:3", "$1:$1048576", "B2:A1"})
    void rangesStayAsTheyAre(String range) {
        assertThat(CellRange.canonical(range)).contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {":", "A1:", ":A1", "A1:B", "A:1", "A1:B2:C3", "XFD:XFE", "0:1", "Sheet1!A1", "A1,B2", "A1:B2 "})
    void otherTextIsNoRange(String text) {
        assertThat(CellRange.canonical(text)).isEmpty();
    }

    @Test
    void listsOfRangesAreSeparatedByOneSpace() {
        assertThat(Sqref.canonical(" A1  B2:C3\nD:D ")).contains("A1 B2:C3 D:D");
        assertThat(Sqref.canonical("A1 Sheet1!B2")).isEmpty();
        assertThat(Sqref.canonical("")).isEmpty();
        assertThat(Sqref.canonical("A1,B2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sheet1", "売上 (2024)", "O'Brien", "ｼｰﾄ①", "#REF", "a|b", "1234567890123456789012345678901"})
    void namesOfSheetsStayAsTheyAre(String name) {
        assertThat(SheetName.canonical(name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a/b",
                "a\\b",
                "[1]a",
                "a:b",
                "a*",
                "a?",
                "'a",
                "a'",
                "a\u202Eb",
                "a\nb",
                "12345678901234567890123456789012"
            })
    void otherTextIsNoNameOfASheet(String name) {
        assertThat(SheetName.canonical(name)).isEmpty();
    }

    @Test
    void apostrophesAreDoubledInQuotes() {
        assertThat(SheetName.quoted("O'Brien")).isEqualTo("'O''Brien'");
    }
}
