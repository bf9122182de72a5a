package jp.kiyome.office.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordNotesTest {

    private static final String FROM = "word/document.xml";
    private static final String MICROSOFT = "http://schemas.microsoft.com/office/";

    private static Packages with(Packages file, String part, String content) {
        return file.part(
                FROM,
                part,
                "word/" + part + ".xml",
                "wordprocessingml." + part,
                "<w:" + part + Packages.W + ">" + content + "</w:" + part + ">");
    }

    private static String run(String content) {
        return "<w:r>" + content + "</w:r>";
    }

    private static String p(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private static String text(String text) {
        return p(run("<w:t>" + text + "</w:t>"));
    }

    private static String note(String element, String attributes, String content) {
        return "<w:" + element + " " + attributes + ">" + content + "</w:" + element + ">";
    }

    private static String reference(String kind, String id) {
        return run("<w:" + kind + "Reference w:id=\"" + id + "\"/>");
    }

    private static Rebuilt settled(Packages file, Map<String, String> options) {
        Rebuilt rebuilt = Rebuilt.of(file, options);
        Rebuilt again = Rebuilt.of(rebuilt.output(), options);
        assertThat(again.output()).isEqualTo(rebuilt.output());
        assertThat(again.codes()).isEmpty();
        return rebuilt;
    }

    private static Rebuilt settled(Packages file) {
        return settled(file, Map.of());
    }

    @Test
    void notesThatNothingRefersToGo() {
        Packages file = Packages.document(p(reference("footnote", "02") + reference("endnote", "3")));
        with(file, "comments", note("comment", "w:id=\"2\"", text("secret")));
        with(
                file,
                "endnotes",
                note("endnote", "w:id=\"2\"", text("secret")) + note("endnote", "w:id=\"3\"", text("shown 3")));
        with(
                file,
                "footnotes",
                note("footnote", "w:type=\"separator\" w:id=\"-1\"", p(run("<w:separator/>")))
                        + note("footnote", "w:id=\"2\"", text("shown 2"))
                        + note("footnote", "w:id=\"3\"", text("secret"))
                        + note("footnote", "w:type=\"normal\" w:id=\"4\"", text("secret")));
        Rebuilt rebuilt = settled(file);
        assertThat(rebuilt.text()).contains("shown 2", "shown 3", "w:separator").doesNotContain("secret");
        assertThat(rebuilt.codes().stream().filter("content.unreferenced-note"::equals))
                .hasSize(3);
    }

    @Test
    void commentsInNotesAreReferredToWhateverTheOrder() {
        Packages file = Packages.document(p(reference("footnote", "2")));
        with(
                file,
                "comments",
                note("comment", "w:id=\"7\"", text("shown")) + note("comment", "w:id=\"8\"", text("secret")));
        with(
                file,
                "footnotes",
                note("footnote", "w:id=\"2\"", p(reference("comment", "7")))
                        + note("footnote", "w:id=\"3\"", p(reference("comment", "8"))));
        assertThat(settled(file).text()).contains("shown").doesNotContain("secret");
    }

    @Test
    void aNoteDoesNotReferToItself() {
        Packages file = Packages.document(p(""));
        with(file, "footnotes", note("footnote", "w:id=\"2\"", text("secret") + p(reference("footnote", "2"))));
        with(file, "comments", note("comment", "w:id=\"2\"", text("secret") + p(reference("footnote", "2"))));
        assertThat(settled(file).text()).doesNotContain("secret");
    }

    @Test
    void headersReferToComments() {
        Packages file =
                Packages.document(p("") + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r2\"/></w:sectPr>");
        file.part(
                FROM,
                "header",
                "word/h.xml",
                "wordprocessingml.header",
                "<w:hdr" + Packages.W + ">" + p(reference("comment", "7")) + "</w:hdr>");
        with(file, "comments", note("comment", "w:id=\"7\"", text("shown")));
        assertThat(settled(file).text()).contains("shown");
    }

    @Test
    void fieldsOfNotesThatGoAreNotFieldsOfOthers() {
        String begin = run("<w:fldChar w:fldCharType=\"begin\"/>");
        String rest = run("<w:instrText> PAGE </w:instrText>") + run("<w:fldChar w:fldCharType=\"end\"/>");
        Packages file = Packages.document(p(reference("footnote", "2")));
        with(file, "footnotes", note("footnote", "w:id=\"1\"", p(begin)) + note("footnote", "w:id=\"2\"", p(rest)));
        settled(file);
    }

    @Test
    void notesReferredToByDeletedTextGoWithIt() {
        Packages file =
                Packages.document(p("<w:del w:id=\"1\" w:author=\"a\">" + reference("footnote", "2") + "</w:del>"));
        with(file, "footnotes", note("footnote", "w:id=\"2\"", text("secret")));
        assertThat(settled(file).text()).contains("secret");
        assertThat(settled(file, Map.of("office.tracked-changes", "accept")).text())
                .doesNotContain("secret");
    }

    @Test
    void whatIsSaidOfCommentsThatGoGoesToo() {
        String w15 = " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"";
        String cid = " xmlns:w16cid=\"http://schemas.microsoft.com/office/word/2016/wordml/cid\"";
        String cex = " xmlns:w16cex=\"http://schemas.microsoft.com/office/word/2018/wordml/cex\"";
        Packages file = Packages.document(p(reference("comment", "1")));
        file.part(
                FROM,
                MICROSOFT + "2018/08/relationships/commentsExtensible",
                "word/cex.xml",
                "wordprocessingml.commentsExtensible",
                "<w16cex:commentsExtensible" + cex + "><w16cex:commentExtensible w16cex:durableId=\"0000000A\"/>"
                        + "<w16cex:commentExtensible w16cex:durableId=\"0000000B\"/></w16cex:commentsExtensible>");
        file.part(
                FROM,
                MICROSOFT + "2016/09/relationships/commentsIds",
                "word/cid.xml",
                "wordprocessingml.commentsIds",
                "<w16cid:commentsIds" + cid
                        + "><w16cid:commentId w16cid:paraId=\"00000001\" w16cid:durableId=\"0000000A\"/>"
                        + "<w16cid:commentId w16cid:paraId=\"00000002\" w16cid:durableId=\"0000000B\"/></w16cid:commentsIds>");
        file.part(
                FROM,
                MICROSOFT + "2011/relationships/commentsExtended",
                "word/ex.xml",
                "wordprocessingml.commentsExtended",
                "<w15:commentsEx" + w15 + "><w15:commentEx w15:paraId=\"00000001\" w15:paraIdParent=\"00000002\"/>"
                        + "<w15:commentEx w15:paraId=\"00000002\"/></w15:commentsEx>");
        with(
                file,
                "comments",
                note("comment", "w:id=\"1\"", "<w:p w14:paraId=\"00000001\"/>")
                        + note("comment", "w:id=\"2\"", "<w:p w14:paraId=\"00000002\"/>"));
        assertThat(settled(file).text())
                .contains("w15:paraId=\"00000001\"", "w16cid:paraId=\"00000001\"", "w16cex:durableId=\"0000000A\"")
                .doesNotContain("00000002", "0000000B");
    }
}
