package jp.kiyome.office.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jp.kiyome.office.formula.FormulaVerdict.Allowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedFormulasTest {

    private final FormulaGrammar grammar = FormulaGrammar.excel();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1",
                "$A$1:B$2",
                "SUM(A1:A10)",
                "SUM( A1 , B2 )",
                "IF(A1=\"\",\"\",A1*1.08)",
                "IF(AND(A1>=1,B1<>2,C1<=3),\"可\",\"不可\")",
                "IF(A1,,2)",
                "NOW()",
                "-A1%+--B2^2",
                "1.5E+10*.5",
                "\"say \"\"hi\"\"\"&A1",
                "A:A",
                "$A:$C",
                "1:1",
                "$1:$3",
                "SUM(A:C 1:3)",
                "A1:INDEX(A:A,COUNTA(A:A))",
                "OFFSET(A1,1,0):B2",
                "(A1,B2:C3)",
                "SUM((A1,B2),C3)",
                "A1:B2 B2:C3",
                "{1,2;3,-4}",
                "{\"a\",TRUE;#N/A,1E5}",
                "VLOOKUP(A1,{1,\"一\";2,\"二\"},2,FALSE)",
                "#N/A",
                "#REF!",
                "SUM(#REF!,A1)",
                "Sheet1!A1",
                "Sheet1!$A$1:$B$2",
                "Sheet1!#REF!",
                "#REF!A1",
                "#REF!$A$1:$B$2",
                "売上!A1",
                "ｼｰﾄ1!A1",
                "Ｓｈｅｅｔ１!$A$1",
                "'売上 (4月)'!A1",
                "'O''Brien'!A1",
                "SUM(Sheet1:Sheet3!A1)",
                "SUM('1月:3月'!A1)",
                "Sheet1!A1:Sheet1!B2",
                "Sheet1!A:C",
                "Sheet1!$A:$B,Sheet1!$1:$2",
                "(Sheet1!$A$1,Sheet1!$A$3)",
                "[0]!一覧",
                "[0]Sheet1!A1",
                "'[0]Sheet 1'!A1",
                "消費税率*A1",
                "Sheet1!消費税率",
                "_xlnm.Print_Area",
                "表1[金額]",
                "SUM(テーブル1[[#All],[列 1]:[列 3]])",
                "Table1[[#Headers],[列 1]]",
                "[@金額]*2",
                "Table1[@[単価 (円)]]",
                "Table1[[#This Row],[単価]]*Table1[[#This Row],[数量]]",
                "Table1['#Col'[x']]",
                "Table1[#Totals]",
                "Table1[]",
                "_xlfn.XLOOKUP(A1,B:B,C:C)",
                "_xlfn._xlws.FILTER(A1:B9,A1:A9>1)",
                "_xlfn.ANCHORARRAY(A1)",
                "_xlfn.SINGLE(A1:A5)",
                "@A1:A5",
                "A1#",
                "SUM(Sheet1!A1#)",
                "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)",
                "_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(5)",
                "_xlfn.LAMBDA(_xlpm.x,_xlop.y,IF(_xlfn.ISOMITTED(_xlpm.y),1,_xlpm.x))",
                "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2),_xlpm.f(3))",
                "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))",
                "_xlfn.BYROW(A1:C3,_xleta.SUM)",
                "_xlfn._TRO_ALL(A1:B9)",
                "LOG10(A1)",
                "LOG10",
                "DATE2024",
                "HYPERLINK(\"https://example.invalid/\",\"開く\")",
                "HYPERLINK(\"#Sheet1!A1\")",
                "HYPERLINK( \"mailto:a@example.invalid\" ,A1)",
                "INDIRECT(\"Sheet\"&A1&\"!B2\")",
                "INDIRECT(\"表1[金額]\")",
                "MID(CELL(\"filename\",A1),FIND(\"]\",CELL(\"filename\",A1))+1,31)",
                "DATEDIF(A1,TODAY(),\"Y\")",
                "PHONETIC(A1)&ASC(B1)&DBCS(C1)",
                "TEXT(A1,\"[$-411]ggge年m月d日\")",
                "SUMPRODUCT((A1:A9=\"x\")*(B1:B9))",
                "IF(A1>1,\n   1,\n   2)",
                "GETPIVOTDATA(\"金額\",$A$3,\"課\",\"総務\")",
                "Sheet1!$B$1",
                "\"|cmd\"",
                "A1=\"=cmd|'/c calc'!A0\""
            })
    void whatExcelWritesStaysAsItIs(String formula) {
        assertThat(grammar.judge(formula)).isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.text())
                .isEqualTo(formula));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "=A1 → A1",
                "sum(a1:b2) → SUM(A1:B2)",
                "Sum (A1) → SUM(A1)",
                "_XLFN.xlookup(a1,b:b,c:c) → _xlfn.XLOOKUP(A1,B:B,C:C)",
                "true → TRUE",
                "#ref! → #REF!",
                "2024年度!a1 → '2024年度'!A1",
                "売上①!A1 → '売上①'!A1",
                "HYPERLINK(\"https://example.invalid/資料\") → HYPERLINK(\"https://example.invalid/%E8%B3%87%E6%96%99\")",
                "HYPERLINK(\" HTTP://example.invalid/\") → HYPERLINK(\"http://example.invalid/\")"
            })
    void otherSpellingsComeOutInExcelsOwn(String formula, String canonical) {
        assertThat(grammar.judge(formula)).isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.text())
                .isEqualTo(canonical));
    }

    @Test
    void whiteSpaceStaysButTabsAndCarriageReturns() {
        assertThat(grammar.judge("A1\t+\r\n  B1 "))
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.text()).isEqualTo("A1 +\n  B1 "));
    }

    @Test
    void theCallerLearnsWhatToLookUp() {
        String formula = "SUM('1月:3月'!A1,売上!B2,売上!合計,税率,表1[金額],SUM(売上!A:A))+TRUE+_xlfn.LET(_xlpm.x,1,_xlpm.x)";
        assertThat(grammar.judge(formula)).isInstanceOfSatisfying(Allowed.class, allowed -> {
            assertThat(allowed.references().sheets()).containsExactly("1月", "3月", "売上");
            assertThat(allowed.references().names()).containsExactly("合計", "税率");
            assertThat(allowed.references().tables()).containsExactly("表1");
            assertThat(allowed.references().spans()).isTrue();
        });
        assertThat(grammar.judge("SUM(A1:B2)"))
                .isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.references())
                        .isEqualTo(References.NONE));
    }

    @Test
    void namedLambdasAreCalledWhenTheWorkbookHasThem() {
        assertThat(grammar.judge("税込(A1)")).isInstanceOf(FormulaVerdict.Refused.class);
        assertThat(FormulaGrammar.calling(Set.of("税込")).judge("税込(A1)"))
                .isInstanceOfSatisfying(
                        Allowed.class,
                        allowed -> assertThat(allowed.references().names()).containsExactly("税込"));
    }

    @Test
    void depthAndLengthAreAllowedUpToTheirLimits() {
        String deepest = "(".repeat(Frames.DEEPEST) + "1" + ")".repeat(Frames.DEEPEST);
        assertThat(grammar.judge(deepest)).isInstanceOf(Allowed.class);
        assertThat(grammar.judge("(" + deepest + ")")).isInstanceOf(FormulaVerdict.Refused.class);
        String longest = "1+".repeat(FormulaGrammar.LONGEST / 2 - 1) + "11";
        assertThat(grammar.judge(longest)).isInstanceOf(Allowed.class);
        assertThat(grammar.judge(longest + "1")).isInstanceOf(FormulaVerdict.Refused.class);
    }
}
