package jp.kiyome.office.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OoxmlOptionsTest {

    private static final String SHEET = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String BY = " w:id=\"1\" w:author=\"Taro\" w:date=\"2020-01-01T00:00:00Z\"";

    private static void settled(Rebuilt rebuilt, Map<String, String> options) {
        Rebuilt again = Rebuilt.of(rebuilt.output(), options);
        assertThat(again.output()).isEqualTo(rebuilt.output());
        assertThat(again.codes()).isEmpty();
    }

    private static Packages commented() {
        return Packages.document("<w:p><w:commentRangeStart w:id=\"5\"/><w:r><w:t>stays</w:t></w:r>"
                        + "<w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r></w:p>")
                .part(
                        "word/document.xml",
                        "comments",
                        "word/comments.xml",
                        "wordprocessingml.comments",
                        "<w:comments" + Packages.W + "><w:comment w:id=\"5\" w:author=\"Taro\" w:initials=\"TY\"><w:p>"
                                + "<w:r><w:t>remark</w:t></w:r></w:p></w:comment></w:comments>");
    }

    private static Packages titled() {
        return Packages.document("<w:p/>")
                .part(
                        "",
                        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                        "docProps/core.xml",
                        "application/vnd.openxmlformats-package.core-properties+xml",
                        "<cp:coreProperties"
                                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Heading</dc:title>"
                                + "<dc:language>ja</dc:language></cp:coreProperties>");
    }

    private static Packages workbook() {
        return new Packages()
                .part(
                        "",
                        "officeDocument",
                        "xl/workbook.xml",
                        "spreadsheetml.sheet.main",
                        "<workbook" + SHEET
                                + "><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r2\"/></sheets></workbook>")
                .part(
                        "xl/workbook.xml",
                        "worksheet",
                        "xl/worksheets/sheet1.xml",
                        "spreadsheetml.worksheet",
                        "<worksheet" + SHEET + "><sheetData/><legacyDrawing r:id=\"r3\"/></worksheet>")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "vmlDrawing",
                        "xl/drawings/v.vml",
                        "application/vnd.openxmlformats-officedocument.vmlDrawing",
                        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
                                + shape("note", "Note") + shape("kept", "Rect") + "</xml>")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "comments",
                        "xl/comments1.xml",
                        "spreadsheetml.comments",
                        "<comments" + SHEET
                                + "><authors><author>Taro</author></authors><commentList><comment ref=\"A1\""
                                + " authorId=\"0\"><text><t>remark</t></text></comment></commentList></comments>");
    }

    private static String shape(String id, String type) {
        return "<v:shape id=\"" + id + "\" style=\"width:9pt;height:9pt\"><x:ClientData ObjectType=\"" + type
                + "\"><x:Row>0</x:Row><x:Column>0</x:Column>" + "</x:ClientData></v:shape>";
    }

    @Test
    void commentsAreKeptUnlessThePolicyRemovesThem() {
        assertThat(Rebuilt.of(commented(), Map.of()).text()).contains("remark", "Taro", "commentReference");
        Map<String, String> remove = Map.of("office.comments", "remove");
        Rebuilt removed = Rebuilt.of(commented(), remove);
        assertThat(removed.text()).contains("stays").doesNotContain("remark", "Taro", "omment");
        settled(removed, remove);
    }

    @Test
    void theFramesOfSheetCommentsGoWithThem() {
        assertThat(Rebuilt.of(workbook(), Map.of()).text()).contains("remark", "Note", "id=\"note\"", "id=\"kept\"");
        Map<String, String> remove = Map.of("office.comments", "remove");
        Rebuilt removed = Rebuilt.of(workbook(), remove);
        assertThat(removed.text()).contains("id=\"kept\"").doesNotContain("remark", "Taro", "Note", "id=\"note\"");
        settled(removed, remove);
    }

    @Test
    void changesAreKeptUnlessThePolicyAcceptsThem() {
        Packages changed = Packages.document("<w:p><w:ins" + BY + "><w:r><w:t>came</w:t></w:r></w:ins><w:del" + BY
                + "><w:r><w:delText>went</w:delText></w:r></w:del></w:p>");
        assertThat(Rebuilt.of(changed, Map.of()).text()).contains("came", "went", "Taro");
        Map<String, String> accept = Map.of("office.tracked-changes", "accept");
        Rebuilt accepted = Rebuilt.of(changed, accept);
        assertThat(accepted.text()).contains("came").doesNotContain("went", "Taro", "w:ins");
        settled(accepted, accept);
    }

    @Test
    void changesOfStylesAreAcceptedToo() {
        Packages styled = Packages.document("<w:p/>")
                .part(
                        "word/document.xml",
                        "styles",
                        "word/styles.xml",
                        "wordprocessingml.styles",
                        "<w:styles" + Packages.W
                                + "><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"a\"/>"
                                + "<w:rPr><w:b/><w:rPrChange" + BY
                                + "><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr></w:style>"
                                + "</w:styles>");
        assertThat(Rebuilt.of(styled, Map.of()).text()).contains("Taro");
        Map<String, String> accept = Map.of("office.tracked-changes", "accept");
        Rebuilt accepted = Rebuilt.of(styled, accept);
        assertThat(accepted.text()).contains("<w:b/>").doesNotContain("Taro", "<w:i/>");
        settled(accepted, accept);
    }

    @Test
    void authorsAreNamedUnlessThePolicyMakesThemNobody() {
        Map<String, String> anonymize = Map.of("office.authors", "anonymize");
        Rebuilt anonymous = Rebuilt.of(commented(), anonymize);
        assertThat(anonymous.text()).contains("remark", "commentReference").doesNotContain("Taro", "\"TY\"");
        settled(anonymous, anonymize);
    }

    @Test
    void theTitleStaysUnlessThePolicyRemovesIt() {
        assertThat(Rebuilt.of(titled(), Map.of()).text()).contains("Heading");
        Map<String, String> remove = Map.of("document.title", "remove");
        Rebuilt removed = Rebuilt.of(titled(), remove);
        assertThat(removed.text()).contains(">ja</dc:language>").doesNotContain("Heading", "title");
        settled(removed, remove);
    }
}
