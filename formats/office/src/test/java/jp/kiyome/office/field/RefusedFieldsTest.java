package jp.kiyome.office.field;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.office.field.FieldVerdict.Reason;
import jp.kiyome.office.field.FieldVerdict.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFieldsTest {

    private static void refused(String field, Reason reason) {
        assertThat(FieldGrammar.judge(field))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc.exe\"",
                "ddeAuto cmd",
                " \t\r\n DDE x",
                "DDE\\*MERGEFORMAT",
                "DDEAUTO\"cmd\"",
                "dde"
            })
    void otherProgramsAreNotAsked(String field) {
        refused(field, Reason.DDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"DDEAUTO\" cmd",
                "ＤＤＥＡＵＴＯ cmd",
                "D\u200BDEAUTO cmd",
                "DDEAUTO\u3000cmd",
                "\uFFFC cmd",
                "DDE\uFFFC cmd",
                "INCLUDEPICTURE \"http://example.invalid/a.png\"",
                "INCLUDETEXT \"\\\\\\\\example.invalid\\\\a.docx\"",
                "INCLUDE a",
                "IMPORT \"a.wmf\"",
                "LINK Word.Document \"http://example.invalid/a.docx\"",
                "EMBED Package",
                "RD \"a.docx\"",
                "DATABASE \\d \"a.mdb\"",
                "MACROBUTTON Start ここを押す",
                "GOTOBUTTON a b",
                "AUTOTEXT x",
                "AUTOTEXTLIST \"x\" \\s x",
                "IF 1 = 1 \"a\" \"b\"",
                "COMPARE 1 = 1",
                "SET a \"b\"",
                "ASK a \"b\"",
                "FILLIN \"b\"",
                "MERGEFIELD 氏名",
                "NEXT",
                "ADDRESSBLOCK",
                "PRINT \"x\"",
                "PRIVATE",
                "TEMPLATE \\p",
                "INFO Title",
                "DOCVARIABLE x",
                "ADDIN x",
                "CONTROL Forms.HTML",
                "HTMLCONTROL x",
                "SHAPE",
                "OCX x",
                "しおり \\h",
                "_Ref123 \\h",
                "PAGES",
                "PAGE1",
                "\\* MERGEFORMAT"
            })
    void onlyNamedFieldsStay(String field) {
        refused(field, Reason.FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HYPERLINK \"file:///C:/Windows/System32/calc.exe\"",
                "HYPERLINK \"\\\\\\\\example.invalid\\\\share\\\\a.exe\"",
                "HYPERLINK \"javascript:alert(1)\"",
                "HYPERLINK javascript:alert(1)",
                "HYPERLINK \"java\tscript:alert(1)\"",
                "HYPERLINK “file:///x”",
                "HYPERLINK \\o \"https://example.invalid/\" \"file:///x\"",
                "HYPERLINK \"a.docx\"",
                "HYPERLINK \"http://example.invalid/\" \\l \"[a.xlsx]b\"",
                "HYPERLINK \"ms-word:ofe|u|http://example.invalid/\"",
                "HYPERLINK \"\"",
                "HYPERLINK \"http://a\\\"b@example.invalid/\""
            })
    void linksLeadWhereLinksMay(String field) {
        refused(field, Reason.LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUOTE \"a\uFFFC\"",
                "QUOTE \uFFFC",
                "REF \uFFFC",
                "HYPERLINK \"http://example.invalid/\uFFFC\"",
                "HYPERLINK \uFFFC",
                "HYPERLINK \\l \"a\uFFFC\"",
                "= \uFFFC+1",
                "TOC \\o \uFFFC",
                "PAGE \uFFFC",
                "PAGE \\* \uFFFC",
                "DATE \\@ \"\uFFFC\""
            })
    void otherFieldsStandOnlyWhereTheListSaysSo(String field) {
        assertThat(FieldGrammar.judge(field))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isIn(Reason.NESTED, Reason.SYNTAX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAGE x",
                "PAGE \\p",
                "PAGE \\*",
                "PAGE \\* Upper2",
                "PAGE \\* \"MERGEFORMAT \\\\x\"",
                "PAGE \\",
                "PAGE \\ x",
                "PAGE \"",
                "FILENAME \\p",
                "QUOTE 68 68 69",
                "QUOTE unquoted",
                "QUOTE \"a\" \"b\"",
                "PAGEREF \"a b\"",
                "PAGEREF",
                "PAGEREF ..\\x",
                "REF a b",
                "REF http://example.invalid",
                "TOC \\o \"1-3;x\"",
                "TOC \\o \"a\"",
                "TOC \\x=1",
                "SEQ",
                "SYMBOL 61 \\s x",
                "HYPERLINK \"http://example.invalid/\" \"http://example.invalid/\"",
                "HYPERLINK \"http://example.invalid/\" \\t \"javascript:x\"",
                "HYPERLINK \"http://example.invalid/\" \\x",
                "HYPERLINK c:\\\\windows",
                "HYPERLINK \\\\\\\\example.invalid\\\\a",
                "DOCPROPERTY Custom1",
                "DISPLAYBARCODE \"x\" EXE",
                "XE \"a\u202Eb\"",
                "TITLE \"a\" \"b\"",
                "EQ \\z(1)",
                "EQ \\o(1",
                "EQ 1)",
                "EQ \\",
                "EQ \\* DDEAUTO",
                "EQ \\* \"file:///x\"",
                "EQ \\b\\lc(1)",
                "EQ a\u202Eb",
                "=",
                "= SUM(",
                "= SUM(ABOVE",
                "= EXEC(1)",
                "= 1 2",
                "= \"a\"",
                "= DDEAUTO(1)",
                "= 1 \\* DDEAUTO",
                "= 1 \\x",
                "= 1.2.3",
                "= a!b",
                "= cmd|x"
            })
    void whatTheGrammarDoesNotKnowIsNoField(String field) {
        refused(field, Reason.SYNTAX);
    }
}
