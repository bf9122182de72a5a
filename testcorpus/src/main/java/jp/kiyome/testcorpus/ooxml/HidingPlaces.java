package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.picture;
import static jp.kiyome.testcorpus.ooxml.Docx.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.kiyome.testcorpus.picture.Bmp;
import jp.kiyome.testcorpus.picture.Gif;
import jp.kiyome.testcorpus.picture.Jpeg;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.picture.Tiff;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.Deflate;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** Every place in an Office Open XML file that no reader shows. */
public final class HidingPlaces {

    private static final String UNKNOWN_GUID = "{00000000-1111-2222-3333-444444444444}";

    private HidingPlaces() {}

    public static List<Placement> all() {
        List<Placement> all = new ArrayList<>();
        all.addAll(archive());
        all.addAll(packages());
        all.addAll(markup());
        all.addAll(words());
        all.addAll(sheets());
        all.addAll(slides());
        all.addAll(pictures());
        return List.copyOf(all);
    }

    private static Placement zip(String name, BiConsumer<RawZip, Token> hide) {
        return Placement.of("zip-" + name, "docx", token -> {
                    RawZip zip = Docx.saying("Hello").zip();
                    hide.accept(zip, token);
                    return zip.bytes();
                })
                .orRefused();
    }

    private static List<Placement> archive() {
        return List.of(
                zip("comment", (zip, token) -> zip.comment(token.bytes())),
                zip("prefix", (zip, token) -> zip.prefix(token.bytes(), true)),
                zip("prefix-not-counted", (zip, token) -> zip.prefix(token.bytes(), false)),
                zip("trailer", (zip, token) -> zip.trailer(token.bytes())),
                zip("gap", (zip, token) -> zip.entry(MAIN).gapBefore(token.bytes())),
                zip("gap-before-directory", (zip, token) -> zip.gapBeforeDirectory(token.bytes())),
                zip("slack", (zip, token) -> zip.entry(MAIN).slack(token.bytes())),
                zip("extra-field", (zip, token) -> zip.entry(MAIN).extra(0xCAFE, token.bytes())),
                zip("unicode-path-field", (zip, token) -> zip.entry(MAIN).extra(0x7075, token.bytes())),
                zip("member-comment", (zip, token) -> zip.entry(MAIN).comment(token.text())),
                zip(
                        "hidden-member",
                        (zip, token) -> zip.add(RawEntry.of("x", token.bytes()).hidden())),
                zip("unknown-member", (zip, token) -> zip.add(RawEntry.of("x.txt", token.bytes()))),
                zip("unknown-member-name", (zip, token) -> zip.add(RawEntry.of(token.text(), "x"))),
                zip(
                        "directory-name",
                        (zip, token) ->
                                zip.add(RawEntry.of(token.text() + "/", "").stored())));
    }

    private static Placement docx(String name, BiFunction<OoxmlPackage, Token, OoxmlPackage> hide) {
        return Placement.of("docx-" + name, "docx", token -> hide.apply(Docx.saying("Hello"), token)
                .bytes());
    }

    private static List<Placement> packages() {
        return List.of(
                docx(
                        "unreferenced-part",
                        (docx, token) ->
                                docx.part("word/x.xml", Types.WORD + "styles+xml", "<x>" + token.text() + "</x>")),
                docx("unknown-relationship", (docx, token) -> docx.relate(
                                MAIN, "rId9", "http://example.invalid/" + token.text(), "x.xml")
                        .part("word/x.xml", "application/" + token.text(), "<x>" + token.text() + "</x>")),
                docx("relationship-id", (docx, token) -> Docx.header(docx, Docx.paragraph("Top"))
                        .edit(MAIN, xml -> xml.replace("rIdHdr", token.text()))
                        .relate(MAIN, token.text(), Rel.office("header"), "header3.xml")),
                docx("part-name", (docx, token) -> docx.relate(
                                MAIN, "rId9", Rel.office("header"), token.text() + ".xml")
                        .part(
                                "word/" + token.text() + ".xml",
                                Types.WORD + "header+xml",
                                "<w:hdr" + Ns.IN_WORD + ">" + Docx.paragraph("Top") + "</w:hdr>")
                        .edit(
                                MAIN,
                                xml -> xml.replace(
                                        "<w:sectPr>",
                                        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId9\"/>"))),
                docx("default-type", (docx, token) -> docx.defaultType(token.text(), "application/" + token.text())),
                docx(
                        "override-of-nothing",
                        (docx, token) -> docx.contentTypesXml(
                                "<Override PartName=\"/" + token.text() + "\" ContentType=\"application/xml\"/>")),
                docx("custom-xml", (docx, token) -> docx.relate(
                                MAIN, "rId9", Rel.office("customXml"), "../customXml/item1.xml")
                        .member("customXml/item1.xml", DocxParts.text("<x>" + token.text() + "</x>"))),
                docx("custom-property", (docx, token) -> docx.relate(
                                "", "rId9", Rel.office("custom-properties"), "docProps/custom.xml")
                        .part(
                                "docProps/custom.xml",
                                Types.OFFICE + "custom-properties+xml",
                                "<x>" + token.text() + "</x>")),
                docx("thumbnail", (docx, token) -> docx.relate(
                                "", "rId9", Rel.PACKAGE + "metadata/thumbnail", "docProps/t.png")
                        .defaultType("png", "image/png")
                        .member(
                                "docProps/t.png",
                                new Png().text("Comment", token.text()).bytes())),
                docx("relationship-comment", (docx, token) -> docx.relateXml(MAIN, "<!--" + token.text() + "-->")),
                docx("content-types-comment", (docx, token) -> docx.contentTypesXml("<!--" + token.text() + "-->")));
    }

    /** Puts text in place of text in the main part; {@code @} stands for the token. */
    private static Placement edit(String name, String before, String after) {
        return docx(
                "markup-" + name,
                (docx, token) -> docx.edit(MAIN, xml -> xml.replace(before, after.replace("@", token.text()))));
    }

    private static List<Placement> markup() {
        return List.of(
                edit("comment", "<w:body>", "<w:body><!-- @ -->"),
                edit("instruction", "<w:body>", "<w:body><?x @?>"),
                edit("instruction-target", "<w:body>", "<w:body><?@ x?>"),
                edit("behind-root", "</w:document>", "</w:document><!--@-->"),
                edit("unknown-element", "<w:p>", "<w:x>@</w:x><w:p>"),
                edit("unknown-element-name", "<w:p>", "<w:@/><w:p>"),
                edit("unknown-attribute", "<w:p>", "<w:p w:x=\"@\">"),
                edit("unknown-attribute-name", "<w:p>", "<w:p w:@=\"x\">"),
                edit("unknown-namespace", "<w:p>", "<x:x xmlns:x=\"urn:@\">@</x:x><w:p>"),
                edit("unused-namespace", "<w:body>", "<w:body xmlns:x=\"urn:@\">"),
                edit("prefix", "<w:body>", "<w:body xmlns:@=\"" + Ns.A + "\">"),
                edit("ignorable", "<w:body>", "<w:body xmlns:x=\"urn:x\" mc:Ignorable=\"x\" x:x=\"@\"><x:x>@</x:x>"),
                edit("xml-id", "<w:p>", "<w:p xml:id=\"@\">"),
                edit("xml-base", "<w:p>", "<w:p xml:base=\"http://example.com/@\">"),
                edit("between-elements", "<w:p>", "@<w:p>"),
                edit(
                        "fallback",
                        "<w:r>",
                        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"/><mc:Fallback><w:t>@</w:t></mc:Fallback>"
                                + "</mc:AlternateContent></w:r><w:r>"),
                edit(
                        "choice-unknown",
                        "<w:r>",
                        "<w:r><mc:AlternateContent xmlns:x=\"urn:x\"><mc:Choice Requires=\"x\"><w:t>@</w:t></mc:Choice>"
                                + "</mc:AlternateContent></w:r><w:r>"),
                edit("boolean-value", "<w:r>", "<w:r><w:rPr><w:b w:val=\"@\"/></w:rPr></w:r><w:r>"),
                edit("number-value", "<w:r>", "<w:r><w:rPr><w:sz w:val=\"@\"/></w:rPr></w:r><w:r>"),
                edit("enumerated-value", "<w:p>", "<w:p><w:pPr><w:jc w:val=\"@\"/></w:pPr>"));
    }

    private static List<Placement> words() {
        return List.of(
                docx(
                        "rsid",
                        (docx, token) ->
                                docx.edit(MAIN, xml -> xml.replace("<w:p>", "<w:p w:rsidR=\"" + token.half() + "\">"))),
                docx(
                        "paragraph-id",
                        (docx, token) -> docx.edit(
                                MAIN, xml -> xml.replace("<w:p>", "<w:p w14:paraId=\"" + token.half() + "\">"))),
                docx(
                        "settings-rsid",
                        (docx, token) ->
                                Docx.settings(docx, "<w:rsids><w:rsid w:val=\"" + token.half() + "\"/></w:rsids>")),
                docx(
                        "settings-variable",
                        (docx, token) -> Docx.settings(
                                docx,
                                "<w:docVars><w:docVar w:name=\"x\" w:val=\"" + token.text() + "\"/></w:docVars>")),
                docx(
                        "settings-document-id",
                        (docx, token) -> Docx.settings(
                                docx,
                                "<w14:docId w14:val=\"" + token.half() + "\"/><w15:docId w15:val=\"" + token.guid()
                                        + "\"/>")),
                docx(
                        "settings-compatibility",
                        (docx, token) -> Docx.settings(
                                docx,
                                "<w:compat><w:compatSetting w:name=\"" + token.text()
                                        + "\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"1\"/></w:compat>")),
                docx("application", (docx, token) -> docx.relate(
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

    private static Placement xlsx(String name, BiFunction<OoxmlPackage, String, OoxmlPackage> hide) {
        return Placement.of(
                "xlsx-" + name, "xlsx", token -> hide.apply(Xlsx.of(Xlsx.row(1, Xlsx.text("A1", "Sum"))), token.text())
                        .bytes());
    }

    private static List<Placement> sheets() {
        return List.of(
                xlsx(
                        "hidden-macro-name",
                        (xlsx, token) -> Xlsx.names(
                                xlsx,
                                "<definedName name=\"_" + token
                                        + "\" hidden=\"1\" xlm=\"1\">Sheet1!$A$1</definedName>")),
                xlsx(
                        "name-comment",
                        (xlsx, token) -> Xlsx.names(
                                xlsx,
                                "<definedName name=\"Rate\" description=\"" + token + "\" statusBar=\"" + token
                                        + "\">1</definedName>")),
                xlsx(
                        "code-name",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.BOOK,
                                xml -> xml.replace("<sheets>", "<workbookPr codeName=\"" + token + "\"/><sheets>"))),
                xlsx(
                        "file-version",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.BOOK,
                                xml -> xml.replace(
                                        "<sheets>",
                                        "<fileVersion appName=\"" + token + "\" rupBuild=\"" + token
                                                + "\"/><sheets>"))),
                xlsx(
                        "revision-id",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1,
                                xml -> xml.replace(
                                        "<sheetData>",
                                        "<sheetData xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\" xr:uid=\"{00000000-0000-"
                                                + "4000-8000-" + token.substring(0, 12) + "}\">"))),
                xlsx(
                        "unknown-extension",
                        (xlsx, token) -> Xlsx.behindRows(
                                xlsx, "<extLst><ext uri=\"" + UNKNOWN_GUID + "\"><x>" + token + "</x></ext></extLst>")),
                xlsx(
                        "extension-uri",
                        (xlsx, token) -> Xlsx.behindRows(xlsx, "<extLst><ext uri=\"" + token + "\"/></extLst>")),
                xlsx("unused-string", (xlsx, token) -> Xlsx.strings(xlsx, "<si><t>" + token + "</t></si>")),
                xlsx(
                        "unused-string-phonetic",
                        (xlsx, token) ->
                                Xlsx.strings(xlsx, "<si><rPh sb=\"0\" eb=\"1\"><t>" + token + "</t></rPh></si>")),
                xlsx("calculation-chain", (xlsx, token) -> xlsx.relate(
                                Xlsx.BOOK, "rId9", Rel.office("calcChain"), "calcChain.xml")
                        .part(
                                "xl/calcChain.xml",
                                Types.SHEET + "calcChain+xml",
                                "<calcChain" + Ns.IN_SHEET + "><c r=\"" + token + "\"/></calcChain>")),
                xlsx(
                        "cell-metadata",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1, xml -> xml.replace("<c r=\"A1\"", "<c r=\"A1\" vm=\"" + token + "\""))),
                xlsx(
                        "formula-attribute",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1,
                                xml -> xml.replace(
                                        "</row>",
                                        "<c r=\"B1\"><f si=\"" + token + "\" ref=\"" + token
                                                + "\">1+1</f><v>2</v></c></row>"))),
                xlsx(
                        "formula-comment",
                        (xlsx, token) -> xlsx.edit(
                                Xlsx.SHEET1,
                                xml -> xml.replace(
                                        "</row>",
                                        "<c r=\"B1\"><f>1+1+N(\"\")<!--" + token + "--></f><v>2</v></c></row>"))));
    }

    private static Placement pptx(String name, BiFunction<OoxmlPackage, String, OoxmlPackage> hide) {
        return Placement.of("pptx-" + name, "pptx", token -> hide.apply(Pptx.saying("Hello"), token.text())
                .bytes());
    }

    private static List<Placement> slides() {
        return List.of(
                pptx("tag", (pptx, token) -> pptx.relate(Pptx.MAIN, "rId9", Rel.office("tags"), "tags/tag1.xml")
                        .part(
                                "ppt/tags/tag1.xml",
                                Types.SLIDE + "tags+xml",
                                "<p:tagLst" + Ns.IN_SLIDE + "><p:tag name=\"x\" val=\"" + token + "\"/></p:tagLst>")),
                pptx("unlisted-slide", (pptx, token) -> pptx.relate(
                                Pptx.MAIN, "rId9", Rel.office("slide"), "slides/slide9.xml")
                        .part(
                                "ppt/slides/slide9.xml",
                                Types.SLIDE + "slide+xml",
                                "<p:sld" + Ns.IN_SLIDE + "><p:cSld><p:spTree>" + Pptx.box(2, token)
                                        + "</p:spTree></p:cSld></p:sld>")),
                pptx(
                        "unknown-extension",
                        (pptx, token) -> pptx.edit(
                                Pptx.MAIN,
                                xml -> xml.replace(
                                        "</p:presentation>",
                                        "<p:extLst><p:ext uri=\"" + UNKNOWN_GUID + "\"><x xmlns=\"urn:x\">" + token
                                                + "</x></p:ext></p:extLst></p:presentation>"))),
                pptx("custom-data", (pptx, token) -> pptx.edit(
                                Pptx.SLIDE1,
                                xml -> xml.replace(
                                        "<p:nvPr/></p:nvSpPr>",
                                        "<p:nvPr><p:custDataLst><p:custData r:id=\"rId9\"/></p:custDataLst></p:nvPr></p:nvSpPr>"))
                        .relate(Pptx.SLIDE1, "rId9", Rel.office("customXml"), "../../customXml/item1.xml")
                        .member("customXml/item1.xml", DocxParts.text("<x>" + token + "</x>"))),
                pptx(
                        "text-between",
                        (pptx, token) -> pptx.edit(Pptx.SLIDE1, xml -> xml.replace("<p:cSld>", token + "<p:cSld>"))),
                pptx(
                        "smart-tag-id",
                        (pptx, token) -> pptx.edit(
                                Pptx.SLIDE1,
                                xml -> xml.replace(
                                        "lang=\"en-US\"", "lang=\"en-US\" smtId=\"7\" bmk=\"" + token + "\""))));
    }

    private static Placement image(String name, String extension, Function<Token, byte[]> picture) {
        String type = extension.equals("jpg") ? "jpeg" : extension;
        return Placement.of("picture-" + name, "docx", token -> Docx.of(p(run("Look: "), picture("r:embed=\"rId9\"")))
                .defaultType(extension, "image/" + type)
                .relate(MAIN, "rId9", Rel.office("image"), "media/image1." + extension)
                .member("word/media/image1." + extension, picture.apply(token))
                .bytes());
    }

    private static List<Placement> pictures() {
        return List.of(
                image("png-text", "png", token -> new Png()
                        .text("Comment", token.text())
                        .bytes()),
                image("png-compressed-text", "png", token -> new Png()
                        .chunk("zTXt", joined("k\0\0", Deflate.zlib(token.bytes())))
                        .bytes()),
                image("png-unicode-text", "png", token -> new Png()
                        .chunk("iTXt", joined("k\0\0\0\0\0", token.bytes()))
                        .bytes()),
                image("png-exif", "png", token -> new Png()
                        .chunk("eXIf", joined("II*\0", token.bytes()))
                        .bytes()),
                image("png-profile", "png", token -> new Png()
                        .chunk("iCCP", joined("k\0\0", Deflate.zlib(token.bytes())))
                        .bytes()),
                image("png-unknown-chunk", "png", token -> new Png()
                        .chunk("kyOm", token.bytes())
                        .bytes()),
                image("png-slack", "png", token -> new Png()
                        .slackInStream(token.bytes())
                        .bytes()),
                image("png-trailer", "png", token -> new Png()
                        .trailer(token.bytes())
                        .bytes()),
                image("jpeg-comment", "jpg", token -> new Jpeg()
                        .segment(0xFE, token.bytes())
                        .bytes()),
                image("jpeg-exif", "jpg", token -> new Jpeg()
                        .segment(0xE1, joined("Exif\0\0II*\0", token.bytes()))
                        .bytes()),
                image("jpeg-xmp", "jpg", token -> new Jpeg()
                        .segment(0xE1, joined("http://ns.adobe.com/xap/1.0/\0", token.bytes()))
                        .bytes()),
                image("jpeg-photoshop", "jpg", token -> new Jpeg()
                        .segment(0xED, joined("Photoshop 3.0\0", token.bytes()))
                        .bytes()),
                image("jpeg-profile", "jpg", token -> new Jpeg()
                        .segment(0xE2, joined("ICC_PROFILE\0\1\1", token.bytes()))
                        .bytes()),
                image("jpeg-unknown-segment", "jpg", token -> new Jpeg()
                        .segment(0xE9, token.bytes())
                        .bytes()),
                image("jpeg-trailer", "jpg", token -> new Jpeg()
                        .trailer(token.bytes())
                        .bytes()),
                image("gif", "gif", token -> Gif.with(token.bytes())),
                image("bmp", "bmp", token -> Bmp.with(token.bytes())),
                image("tiff", "tiff", token -> Tiff.with(token.bytes())));
    }

    private static byte[] joined(String before, byte[] bytes) {
        return new Bytes().ascii(before).raw(bytes).toArray();
    }
}
