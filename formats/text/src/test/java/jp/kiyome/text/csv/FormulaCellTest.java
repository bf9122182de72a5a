package jp.kiyome.text.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCellTest {

    private static final String OTHERS = ";\t";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-1.5",
                "+5",
                "-1,234,567.89",
                "-0.5%",
                "+1.5e-10",
                "-¥1,200",
                "¥-300",
                "-1,200円",
                "－１．５",
                "＋３％",
                "+81-3-1234-5678",
                "+81 (3) 1234 5678",
                "-2026/04/01",
                "-12:30",
                "+09:00",
                "-",
                "--",
                "---",
                "=",
                "－",
                "- 5",
                "-.5",
                "-1,5",
                "-3件",
                "a=b",
                "a+b",
                "a@example.invalid",
                "1-2",
                "",
                " ",
                "△5",
                "'=1+1",
                "(-5)",
                "10:00",
                "メモ；-これ",
                "顔 ;-)"
            })
    void whatIsNoFormulaStays(String cell) {
        assertThat(FormulaCell.shown(cell, OTHERS)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=A1",
                "+A1",
                "-A1",
                "-1+A1",
                "@SUM(A1)",
                "@user",
                "=cmd|' /C calc'!A0",
                "＝１＋１",
                "＋ＳＵＭ(A1)",
                "－A1",
                "＠user",
                " =1",
                "　=1",
                "\t=1",
                "\"=1",
                "\"\"=1",
                " \" =1",
                "\ta",
                "\u00A0=1",
                "\n=1",
                "- 項目",
                "+1-1+cmd|'/C'!A0",
                "=\"a\"",
                "==1",
                "-2+3+cmd|' /C calc'!A0",
                "+81-3-1234-5678*A1",
                "﹦1",
                "−A1"
            })
    void whatAProgramWouldCalculateIsShown(String cell) {
        assertThat(FormulaCell.shown(cell, OTHERS)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=cmd|'/C'!A0", "a\t=HYPERLINK(\"x\")", "a; +cmd|x!A0", "a;\"=SUM(1)"})
    void whatAnotherDelimiterWouldMakeAFormulaIsShown(String cell) {
        assertThat(FormulaCell.shown(cell, OTHERS)).isNotEqualTo(cell).contains("'");
    }

    @Property
    void showingTwiceChangesNothing(@ForAll String cell) {
        String shown = FormulaCell.shown(cell, OTHERS);
        assertThat(FormulaCell.shown(shown, OTHERS)).isEqualTo(shown);
    }
}
