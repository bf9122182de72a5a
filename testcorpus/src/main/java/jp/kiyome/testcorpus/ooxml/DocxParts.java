package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Vector;

/** Parts, settings and elements of a text document that bring in other content or hide it. */
final class DocxParts {

    private DocxParts() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.addAll(imports());
        all.addAll(settings());
        all.addAll(sideParts());
        all.addAll(branches());
        all.addAll(controls());
        return all;
    }

    /** A hostile document against the same one that just says Hello. */
    private static Vector vector(String name, Supplier<OoxmlPackage> hostile) {
        return Vector.of("docx-" + name, "docx", () -> hostile.get().bytes(), () -> Docx.saying("Hello")
                        .bytes())
                .loses("marker")
                .keeps("Hello");
    }

    private static List<Vector> imports() {
        List<Vector> all = new ArrayList<>();
        for (String type : List.of("text/html", "message/rfc822", "application/rtf", "text/plain", Types.DOCM)) {
            String name = type.substring(type.indexOf('/') + 1).split("\\.", 3)[0];
            all.add(vector("alt-chunk-" + name, () -> Docx.of(Docx.paragraph("Hello"), "<w:altChunk r:id=\"rIdAlt\"/>")
                    .relate(MAIN, "rIdAlt", Rel.office("aFChunk"), "afchunk.dat")
                    .part("word/afchunk.dat", type, text("<html><script>marker</script></html>"))));
        }
        all.add(vector("sub-document", () -> Docx.of(Docx.paragraph("Hello"), "<w:p><w:subDoc r:id=\"rIdSub\"/></w:p>")
                .relateOut(MAIN, "rIdSub", Rel.office("subDocument"), "file:///c:/marker.docx")));
        return all;
    }

    private static List<Vector> settings() {
        UnaryOperator<OoxmlPackage> template = docx -> docx.relateOut(
                Docx.SETTINGS, "rId1", Rel.office("attachedTemplate"), "http://example.invalid/marker.dotm");
        UnaryOperator<OoxmlPackage> mail =
                docx -> docx.relateOut(Docx.SETTINGS, "rId1", Rel.office("mailMergeSource"), "file:///c:/marker.mdb")
                        .relateOut(Docx.SETTINGS, "rId2", Rel.office("mailMergeHeaderSource"), "file:///c:/marker.hdr")
                        .relate(Docx.SETTINGS, "rId3", Rel.office("recipientData"), "recipientData.xml")
                        .part(
                                "word/recipientData.xml",
                                Types.WORD + "mailMergeRecipientData+xml",
                                "<w:recipients" + Ns.IN_WORD + "/>");
        return List.of(
                setting("attached-template", "<w:attachedTemplate r:id=\"rId1\"/>", template),
                setting(
                        "mail-merge",
                        "<w:mailMerge><w:mainDocumentType w:val=\"formLetters\"/><w:dataType w:val=\"odbc\"/>"
                                + "<w:connectString w:val=\"DSN=marker\"/><w:query w:val=\"select marker\"/>"
                                + "<w:dataSource r:id=\"rId1\"/><w:headerSource r:id=\"rId2\"/><w:odso>"
                                + "<w:recipientData r:id=\"rId3\"/></w:odso></w:mailMerge>",
                        mail),
                setting(
                        "document-variables",
                        "<w:docVars><w:docVar w:name=\"marker\" w:val=\"marker\"/></w:docVars>",
                        UnaryOperator.identity()),
                setting(
                        "attached-schema",
                        "<w:attachedSchema w:val=\"http://example.invalid/marker\"/>",
                        UnaryOperator.identity()),
                setting(
                        "save-through-xslt",
                        "<w:saveThroughXslt r:id=\"rId1\" w:solutionID=\"marker\"/>",
                        docx -> docx.relateOut(
                                Docx.SETTINGS, "rId1", Rel.office("transform"), "http://example.invalid/marker.xsl")),
                setting(
                        "revision-ids",
                        "<w:rsids><w:rsidRoot w:val=\"00AB12CD\"/><w:rsid w:val=\"00AB12CD\"/></w:rsids>",
                        UnaryOperator.identity()));
    }

    private static Vector setting(String name, String xml, UnaryOperator<OoxmlPackage> more) {
        return Vector.of(
                        "docx-settings-" + name,
                        "docx",
                        () -> more.apply(Docx.settings(Docx.saying("Hello"), xml))
                                .bytes(),
                        () -> Docx.settings(Docx.saying("Hello"), "<w:evenAndOddHeaders/>")
                                .bytes())
                .loses("marker", "00AB12CD")
                .keeps("Hello");
    }

    private static List<Vector> sideParts() {
        return List.of(
                vector("frameset", () -> Docx.saying("Hello")
                        .relate(MAIN, "rIdWeb", Rel.office("webSettings"), "webSettings.xml")
                        .relateOut("word/webSettings.xml", "rId1", Rel.office("frame"), "http://example.invalid/marker")
                        .part(
                                "word/webSettings.xml",
                                Types.WORD + "webSettings+xml",
                                "<w:webSettings" + Ns.IN_WORD
                                        + "><w:frameset><w:frame><w:sourceFileName r:id=\"rId1\"/>"
                                        + "</w:frame></w:frameset></w:webSettings>")),
                vector("glossary", () -> Docx.saying("Hello")
                        .relate(MAIN, "rIdGlo", Rel.office("glossaryDocument"), "glossary/document.xml")
                        .part(
                                "word/glossary/document.xml",
                                Types.WORD + "document.glossary+xml",
                                "<w:glossaryDocument" + Ns.IN_WORD + "><w:docParts><w:docPart><w:docPartBody>"
                                        + Docx.paragraph("marker")
                                        + "</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>")),
                vector(
                        "embedded-font",
                        () -> Docx.saying("Hello")
                                .relate(MAIN, "rIdFon", Rel.office("fontTable"), "fontTable.xml")
                                .relate("word/fontTable.xml", "rId1", Rel.office("font"), "fonts/font1.odttf")
                                .part("word/fonts/font1.odttf", Types.OFFICE + "obfuscatedFont", text("marker"))
                                .part(
                                        "word/fontTable.xml",
                                        Types.WORD + "fontTable+xml",
                                        "<w:fonts" + Ns.IN_WORD
                                                + "><w:font w:name=\"Arial\"><w:embedRegular r:id=\"rId1\""
                                                + " w:fontKey=\"{00000000-0000-0000-0000-000000000001}\"/></w:font></w:fonts>")),
                vector("key-map", () -> Docx.saying("Hello")
                        .relate(MAIN, "rIdKey", Rel.MS_2006 + "keyMapCustomizations", "customizations.xml")
                        .part(
                                "word/customizations.xml",
                                "application/vnd.ms-word.keyMapCustomizations+xml",
                                "<wne:tcg xmlns:wne=\"http://schemas.microsoft.com/office/word/2006/wordml\"><wne:keymaps>"
                                        + "<wne:keymap wne:kcmPrimary=\"0041\"><wne:macro wne:macroName=\"marker\"/></wne:keymap>"
                                        + "</wne:keymaps></wne:tcg>")),
                vector("printer-settings", () -> Docx.saying("Hello")
                        .relate(MAIN, "rIdPrn", Rel.office("printerSettings"), "printerSettings1.bin")
                        .part("word/printerSettings1.bin", Types.WORD + "printerSettings", text("marker"))),
                vector("custom-xml", () -> Docx.saying("Hello")
                        .relate(MAIN, "rIdCus", Rel.office("customXml"), "../customXml/item1.xml")
                        .member("customXml/item1.xml", text("<marker>marker</marker>"))),
                vector("unknown-relationship", () -> Docx.saying("Hello")
                        .relate(MAIN, "rIdUnk", "http://example.invalid/marker", "unknown.bin")
                        .part("word/unknown.bin", "application/x-marker", text("marker"))),
                vector("relationship-to-nothing", () -> Docx.saying("Hello")
                        .relate(MAIN, "rIdNot", Rel.office("image"), "media/marker.png")));
    }

    private static List<Vector> branches() {
        return List.of(
                Vector.of(
                                "docx-branches-differ",
                                "docx",
                                () -> Docx.of(DocxFields.textBox(Docx.paragraph("shown"), Docx.paragraph("marker")))
                                        .bytes(),
                                () -> Docx.of(DocxFields.textBox(Docx.paragraph("shown"), ""))
                                        .bytes())
                        .loses("marker")
                        .keeps("shown"),
                vector(
                        "choice-nobody-knows",
                        () -> Docx.of(p(
                                run("Hello"),
                                "<w:r><mc:AlternateContent xmlns:zz=\"http://example.invalid/zz\"><mc:Choice Requires=\"zz\"><zz:marker/>"
                                        + "</mc:Choice></mc:AlternateContent></w:r>"))),
                vector(
                        "ignorable-namespace",
                        () -> Docx.of(p(run("Hello")))
                                .edit(
                                        MAIN,
                                        xml -> xml.replace(
                                                "<w:body>",
                                                "<w:body xmlns:zz=\"http://example.invalid/zz\" mc:Ignorable=\"zz\" zz:marker=\"marker\">"))),
                vector(
                        "process-content",
                        () -> Docx.of(
                                p(
                                        run("Hello"),
                                        "<zz:marker xmlns:zz=\"http://example.invalid/zz\" mc:Ignorable=\"zz\" mc:ProcessContent=\"zz:marker\"/>"))));
    }

    private static List<Vector> controls() {
        return List.of(
                vector(
                        "data-binding",
                        () -> Docx.of("<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/marker\" w:storeItemID=\"{00000000-"
                                + "0000-0000-0000-000000000002}\"/></w:sdtPr><w:sdtContent>" + Docx.paragraph("Hello")
                                + "</w:sdtContent></w:sdt>")),
                vector(
                        "web-video",
                        () -> Docx.of(p(
                                run("Hello"),
                                "<w:r><w:drawing><wp:inline><wp:extent cx=\"9525\" cy=\"9525\"/>"
                                        + "<wp:docPr id=\"1\" name=\"V\"><a:extLst><a:ext uri=\"{C809E66F-F1BF-436E-B5F7-EEA9579F0CBA}\">"
                                        + "<wp15:webVideoPr xmlns:wp15=\"http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing\""
                                        + " embeddedHtml=\"&lt;iframe src=&quot;http://example.invalid/marker&quot;&gt;\" h=\"1\" w=\"1\"/>"
                                        + "</a:ext></a:extLst></wp:docPr></wp:inline></w:drawing></w:r>"))),
                vector(
                        "shape-macro",
                        () -> Docx.of(p(
                                run("Hello"),
                                "<w:r><w:pict><v:rect id=\"r1\" o:button=\"t\""
                                        + " o:onclick=\"marker\" href=\"http://u@example.invalid/marker\" o:gfxdata=\"bWFya2Vy\""
                                        + " style=\"width:10pt;height:10pt\"/></w:pict></w:r>"))),
                vector(
                        "smart-tag",
                        () -> Docx.of(p("<w:smartTag w:uri=\"http://example.invalid/marker\" w:element=\"marker\">"
                                + run("Hello") + "</w:smartTag>"))),
                vector(
                        "custom-xml-element",
                        () -> Docx.of(p("<w:customXml w:uri=\"http://example.invalid/marker\""
                                + " w:element=\"marker\">" + run("Hello") + "</w:customXml>"))));
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
