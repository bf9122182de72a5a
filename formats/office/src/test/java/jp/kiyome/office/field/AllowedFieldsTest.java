package jp.kiyome.office.field;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.office.field.FieldVerdict.Allowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAGE",
                "NUMPAGES \\* MERGEFORMAT",
                "PAGE \\* ArabicDash",
                "PAGE \\* DBNUM1",
                "PAGEREF _Toc359077851 \\h",
                "REF _Ref123 \\h \\* MERGEFORMAT",
                "REF しおり１ \\r \\h",
                "NOTEREF _Ref1 \\f \\h",
                "STYLEREF \"見出し 1\" \\s",
                "STYLEREF 1 \\s",
                "SEQ 図 \\* ARABIC \\s 1",
                "SEQ Figure \\r 3",
                "TOC \\o \"1-3\" \\h \\z \\u",
                "TOC \\h \\z \\c \"図\"",
                "TOC \\h \\z \\t \"見出し 1,1,表題,2\"",
                "TOC \\n \\f",
                "TC \"第１章\" \\f C \\l \"1\"",
                "TC \"図 \uFFFC\" \\l 2",
                "XE \"索引:小項目\" \\y \"さくいん\"",
                "XE \"a\" \\t \"b を参照\"",
                "INDEX \\c \"2\" \\z \"1041\" \\e \"\t\"",
                "TA \\l \"citation\" \\s \"citation\" \\c 1",
                "TOA \\h \\c \"1\" \\p",
                "BIBLIOGRAPHY",
                "CITATION Mat11 \\l 1033",
                "DATE \\@ \"ggge年M月d日(aaa)\" \\h",
                "TIME \\@ \"HH:mm\"",
                "SAVEDATE \\@ yyyy/MM/dd",
                "CREATEDATE \\@ \"yyyy'年'\"",
                "FILENAME \\* MERGEFORMAT",
                "FILESIZE \\k",
                "AUTHOR \\* MERGEFORMAT",
                "TITLE \"新しい題名\"",
                "DOCPROPERTY Title \\* MERGEFORMAT",
                "USERNAME",
                "SYMBOL 61472 \\f \"Wingdings\" \\s 10",
                "ADVANCE \\d 4 \\x -2",
                "LISTNUM NumberDefault \\l 2 \\s 1",
                "AUTONUM \\s .",
                "FORMTEXT",
                "FORMCHECKBOX",
                "FORMDROPDOWN",
                "QUOTE \"二〇二四\"",
                "SECTION",
                "DISPLAYBARCODE \"100-0001千代田\" JPPOST",
                "DISPLAYBARCODE \"https://example.invalid/\" QR \\q 3 \\f 0x000000",
                "HYPERLINK \"https://example.invalid/\"",
                "HYPERLINK \"https://example.invalid/\" \\l \"top\" \\o \"ここを \\\"押す\\\"\" \\t \"_blank\"",
                "HYPERLINK \"http://example.invalid/\" \\t \"\"",
                "HYPERLINK \\l \"_Toc1\"",
                "HYPERLINK \"mailto:a@example.invalid\"",
                "EQ \\* jc2 \\* \"Font:ＭＳ 明朝\" \\* hps10 \\o\\ad(\\s\\up 9(ふり),漢字)",
                "EQ \\o\\ac(○,印)",
                "EQ \\x\\to(x)",
                "EQ \\f(1,2)+\\r(3,x\\,y)",
                "EQ \\b\\lc\\{\\rc\\}(\\a\\al\\co2\\vs3(1,2,3,4))",
                "EQ \\i\\su(1,5,3)\\d\\fo10\\li()",
                "= SUM(ABOVE)",
                "= SUM(ABOVE) \\# \"#,##0\"",
                "= A1*1.1+ROUND(B2/3,2)",
                "= (2+3)*-4^2",
                "= IF(合計>=100,1,0) \\* MERGEFORMAT"
            })
    void fieldsOfOrdinaryDocumentsStayAsTheyAre(String field) {
        String instruction = " " + field.replace('\t', ' ') + " ";
        assertThat(FieldGrammar.judge(" " + field + " "))
                .isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.instruction())
                        .isEqualTo(instruction));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "page → PAGE",
                "PAGE\\*MERGEFORMAT → PAGE \\* MERGEFORMAT",
                "PAGE   \\*   MERGEFORMAT → PAGE \\* MERGEFORMAT",
                "HYPERLINK “https://example.invalid/” → HYPERLINK \"https://example.invalid/\"",
                "HYPERLINK https://example.invalid/ → HYPERLINK \"https://example.invalid/\"",
                "HYPERLINK \"https://example.invalid/資料\" → HYPERLINK \"https://example.invalid/%E8%B3%87%E6%96%99\"",
                "=sum( above ) → = SUM(ABOVE)",
                "PAGEREF a \\H → PAGEREF a \\h"
            })
    void otherSpellingsComeOutInWordsOwn(String field, String canonical) {
        assertThat(FieldGrammar.judge(field))
                .isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.instruction())
                        .isEqualTo(" " + canonical + " "));
    }

    @Test
    void theCallerLearnsTheBookmarks() {
        assertThat(FieldGrammar.judge("REF しおり \\h"))
                .isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.bookmarks())
                        .containsExactly("しおり"));
        assertThat(FieldGrammar.judge("= 小計 + SUM(A1:B2) + 税"))
                .isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.bookmarks())
                        .containsExactly("小計", "税"));
    }
}
