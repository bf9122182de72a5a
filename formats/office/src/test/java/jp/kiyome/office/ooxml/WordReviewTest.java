package jp.kiyome.office.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordReviewTest {

    private static final Map<String, String> ACCEPT = Map.of("office.tracked-changes", "accept");
    private static final String BY = " w:id=\"1\" w:author=\"Taro\" w:date=\"2020-01-01T00:00:00Z\"";
    private static final String DEL = "<w:del" + BY + "/>";

    private static String run(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    private static String p(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(run(text)) + "</w:tc>";
    }

    private static String row(String properties, String cells) {
        return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
    }

    private static String table(String rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
    }

    private static Rebuilt accepted(String body) {
        return Rebuilt.of(Packages.document(body + p(run("stays"))), ACCEPT);
    }

    private static void goes(String body) {
        Rebuilt rebuilt = accepted(body);
        assertThat(rebuilt.text()).contains("stays").doesNotContain("secret", "Taro");
        Rebuilt again = Rebuilt.of(rebuilt.output(), ACCEPT);
        assertThat(again.output()).isEqualTo(rebuilt.output());
        assertThat(again.codes()).isEmpty();
    }

    @Test
    void deletedRowsGoWithTheirText() {
        goes(table(row(DEL, cell("", "secret")) + row("", cell("", "other"))));
        assertThat(accepted(table(row(DEL, cell("", "secret")) + row("", cell("", "other"))))
                        .text())
                .contains("other");
    }

    @Test
    void aTableWhoseRowsAreAllDeletedGoes() {
        String body = table(row(DEL, cell("", "secret")));
        goes(body);
        assertThat(accepted(body).text()).doesNotContain("w:tbl");
    }

    @Test
    void deletedCellsGoAndTheRowWithTheLastOfThem() {
        String gone = cell("<w:cellDel" + BY + "/>", "secret");
        String body = table(row("", gone + cell("", "other")) + row("", gone));
        goes(body);
        assertThat(accepted(body).text()).contains("other").containsOnlyOnce("<w:tr>");
    }

    @Test
    void deletedPartsOfFormulasGo() {
        String run = "<m:r><w:rPr>" + DEL + "</w:rPr><m:t>secret</m:t></m:r>";
        String fraction = "<m:f><m:fPr><m:ctrlPr>" + DEL
                + "</m:ctrlPr></m:fPr><m:num><m:r><m:t>secret</m:t></m:r></m:num>" + "<m:den/></m:f>";
        goes(p("<m:oMath>" + run + fraction + "<m:r><m:t>x</m:t></m:r></m:oMath>"));
    }

    @Test
    void deletedRunsGo() {
        goes(p("<w:r><w:rPr>" + DEL + "</w:rPr><w:t>secret</w:t></w:r><w:r><w:delText>secret</w:delText></w:r>"));
        goes(p("<w:del" + BY + ">" + run("secret") + "</w:del><w:moveFrom" + BY + ">" + run("secret")
                + "</w:moveFrom>"));
    }

    @Test
    void whatCameInStays() {
        String body = p("<w:ins" + BY + ">" + run("came") + "</w:ins><w:moveToRangeStart w:name=\"secret\"" + BY + "/>"
                + "<w:moveTo" + BY + ">" + run("moved") + "</w:moveTo><w:moveToRangeEnd w:id=\"1\"/>");
        goes(body);
        assertThat(accepted(body).text()).contains("came", "moved").doesNotContain("moveTo", "w:ins");
    }

    @Test
    void formerPropertiesAndNumbersGo() {
        goes(p("<w:pPr><w:numPr><w:numberingChange" + BY + " w:original=\"secret\"/></w:numPr><w:rPr>" + DEL
                + "</w:rPr>" + "<w:pPrChange" + BY
                + "><w:pPr><w:pStyle w:val=\"secret\"/></w:pPr></w:pPrChange></w:pPr>"));
    }

    @Test
    void whatCannotBeAcceptedIsRefused() {
        assertThat(accepted(table(row("", cell("<w:cellMerge" + BY + " w:vMerge=\"rest\"/>", "x"))))
                        .reason())
                .isEqualTo("review.tracked-merge");
        assertThat(accepted(p("<m:oMath><m:f><m:num><m:r><m:t>x</m:t></m:r><m:ctrlPr>" + DEL + "</m:ctrlPr></m:num>"
                                + "<m:den/></m:f></m:oMath>"))
                        .reason())
                .isEqualTo("review.math-deletion");
    }

    @Test
    void fieldsSplitOverADeletionComeOut() {
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        String separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        String code = "<w:r><w:instrText> PAGE </w:instrText></w:r>";
        String del = "<w:del" + BY + ">";
        goes(p(del + begin + "</w:del>" + code + separate + run("1") + del + end + "</w:del>"));
        goes(p(begin + code + del + separate + "</w:del>" + run("1") + end));
        goes(p("<w:moveFrom" + BY + ">" + begin + code + "</w:moveFrom>" + separate + run("1") + end));
        goes(table(row(DEL, cell("", "secret").replace("<w:p>", "<w:p>" + begin)) + row("", cell("", "x")))
                + p(code + end));
    }
}
