package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.run;

import java.util.List;
import java.util.function.Function;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Places of WordprocessingML and VML. */
final class HidingInWords {

    private HidingInWords() {}

    static List<Placement> all() {
        return List.of(
                HidingInPackage.docx(
                        "rsid",
                        (docx, token) ->
                                docx.edit(MAIN, xml -> xml.replace("<w:p>", "<w:p w:rsidR=\"" + token.half() + "\">"))),
                HidingInPackage.docx(
                        "paragraph-id",
                        (docx, token) -> docx.edit(
                                MAIN, xml -> xml.replace("<w:p>", "<w:p w14:paraId=\"" + token.half() + "\">"))),
                HidingInPackage.docx(
                        "settings-rsid",
                        (docx, token) ->
                                Docx.settings(docx, "<w:rsids><w:rsid w:val=\"" + token.half() + "\"/></w:rsids>")),
                HidingInPackage.docx(
                        "settings-variable",
                        (docx, token) -> Docx.settings(
                                docx,
                                "<w:docVars><w:docVar w:name=\"x\" w:val=\"" + token.text() + "\"/></w:docVars>")),
                HidingInPackage.docx(
                        "settings-document-id",
                        (docx, token) -> Docx.settings(
                                docx,
                                "<w14:docId w14:val=\"" + token.half() + "\"/><w15:docId w15:val=\"" + token.guid()
                                        + "\"/>")),
                HidingInPackage.docx(
                        "settings-compatibility",
                        (docx, token) -> Docx.settings(
                                docx,
                                "<w:compat><w:compatSetting w:name=\"" + token.text()
                                        + "\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/></w:compat>")),
                HidingInPackage.docx("application", (docx, token) -> docx.relate(
                                "", "rId9", Rel.office("extended-properties"), "docProps/app.xml")
                        .part(
                                "docProps/app.xml",
                                Types.OFFICE + "extended-properties+xml",
                                "<Properties xmlns=\"" + Ns.R.replace("relationships", "extended-properties")
                                        + "\"><Company>" + token.text() + "</Company></Properties>")),
                shape("gfxdata", token -> "o:gfxdata=\"" + token.base64() + "\""),
                shape("id", token -> "o:spid=\"" + token.text() + "\""),
                shape("equation", token -> "equationxml=\"" + token.text() + "\""),
                shape("style", token -> "alt=\"\" o:hr=\"" + token.text() + "\""),
                Placement.of("docx-glossary", "docx", token -> Docx.saying("Hello")
                        .relate(MAIN, "rId9", Rel.office("glossaryDocument"), "glossary/document.xml")
                        .part(
                                "word/glossary/document.xml",
                                Types.WORD + "document.glossary+xml",
                                "<x>" + token.text() + "</x>")
                        .bytes()));
    }

    private static Placement shape(String name, Function<Token, String> attribute) {
        return Placement.of("docx-shape-" + name, "docx", token -> Docx.of(p(
                        run("Hello"),
                        "<w:r><w:pict><v:rect id=\"r1\" " + attribute.apply(token)
                                + " style=\"width:10pt;height:10pt\"/></w:pict></w:r>"))
                .bytes());
    }
}
