package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.pdf.PdfBuilder;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Vector;

/** Code and objects in a text document: macros, controls, embedded and linked objects, add-ins. */
final class DocxObjects {

    private DocxObjects() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.addAll(macros());
        all.addAll(objects());
        all.addAll(addIns());
        return all;
    }

    private static List<Vector> macros() {
        return List.of(
                Vector.of(
                                "docm-vba",
                                "docm",
                                () -> vba(Docx.saying("Hello").retype(MAIN, Types.DOCM), "word/")
                                        .bytes(),
                                () -> Docx.saying("Hello")
                                        .retype(MAIN, Types.DOCM)
                                        .bytes())
                        .loses("marker")
                        .keeps("Hello"),
                Vector.of(
                                "docx-vba-in-a-macro-free-type",
                                "docx",
                                () -> vba(Docx.saying("Hello"), "word/").bytes(),
                                () -> Docx.saying("Hello").bytes())
                        .loses("marker")
                        .keeps("Hello"),
                Vector.of(
                                "docx-entry-macro",
                                "docx",
                                () -> Docx.of(
                                                p(
                                                        run("Hello "),
                                                        formField(
                                                                "<w:entryMacro w:val=\"marker\"/><w:exitMacro w:val=\"marker\"/>")))
                                        .bytes(),
                                () -> Docx.of(p(run("Hello "), formField(""))).bytes())
                        .loses("marker")
                        .keeps("Hello ", "typed"));
    }

    private static String formField(String macros) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"Text1\"/><w:enabled/>" + macros
                + "<w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space=\"preserve\"> FORMTEXT </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("typed")
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    /** A project part with its data and signatures beside it ([MS-OVBA] 2.2.1, [MS-DOCX] 2.1). Not a project that runs. */
    static OoxmlPackage vba(OoxmlPackage docx, String folder) {
        String project = folder + "vbaProject.bin";
        String main = folder.equals("word/") ? MAIN : folder.equals("xl/") ? Xlsx.BOOK : Pptx.MAIN;
        return docx.relate(main, "rIdVba", Rel.MS_2006 + "vbaProject", "vbaProject.bin")
                .relate(project, "rId1", Rel.MS_2006 + "wordVbaData", "vbaData.xml")
                .relate(project, "rId2", Rel.MS_2006 + "vbaProjectSignature", "vbaProjectSignature.bin")
                .part(project, Types.VBA, CompoundFile.with("VBA marker Auto_Open Document_Open Shell"))
                .part(folder + "vbaProjectSignature.bin", Types.VBA + "Signature", DocxParts.text("marker"))
                .part(
                        folder + "vbaData.xml",
                        "application/vnd.ms-word.vbaData+xml",
                        "<wne:vbaSuppData xmlns:wne=\"http://schemas.microsoft.com/office/word/2006/wordml\"><wne:mcds>"
                                + "<wne:mcd wne:macroName=\"marker\"/></wne:mcds></wne:vbaSuppData>");
    }

    private static Vector vector(String name, Supplier<OoxmlPackage> hostile) {
        return Vector.of("docx-" + name, "docx", () -> hostile.get().bytes(), () -> Docx.saying("Hello")
                        .bytes())
                .loses("marker")
                .keeps("Hello");
    }

    private static List<Vector> objects() {
        return List.of(
                vector("active-x", () -> Docx.of(
                                p(
                                        run("Hello"),
                                        "<w:r><w:object><v:shape id=\"c1\" style=\"width:72pt;height:24pt\"/>"
                                                + "<w:control r:id=\"rIdCtl\" w:name=\"marker\" w:shapeid=\"c1\"/></w:object></w:r>"))
                        .relate(MAIN, "rIdCtl", Rel.office("control"), "activeX/activeX1.xml")
                        .relate(
                                "word/activeX/activeX1.xml",
                                "rId1",
                                Rel.MS_2006 + "activeXControlBinary",
                                "activeX1.bin")
                        .part(
                                "word/activeX/activeX1.bin",
                                "application/vnd.ms-office.activeX",
                                CompoundFile.with("marker"))
                        .part(
                                "word/activeX/activeX1.xml",
                                "application/vnd.ms-office.activeX+xml",
                                "<ax:ocx xmlns:ax=\"http://schemas.microsoft.com/office/2006/activeX\" xmlns:r=\""
                                        + Ns.R
                                        + "\" ax:classid=\"{00000000-0000-0000-0000-000000000003}\" ax:persistence=\"persistStorage\""
                                        + " r:id=\"rId1\" ax:license=\"marker\"/>")),
                withPicture(
                        "ole-object",
                        "<o:OLEObject Type=\"Embed\" ProgID=\"Package\" ShapeID=\"o1\" DrawAspect=\"Icon\""
                                + " ObjectID=\"_1\" r:id=\"rIdOle\"/>",
                        docx -> docx.relate(MAIN, "rIdOle", Rel.office("oleObject"), "embeddings/oleObject1.bin")
                                .part(
                                        "word/embeddings/oleObject1.bin",
                                        Types.OFFICE + "oleObject",
                                        CompoundFile.with("\1Ole10Native marker.exe"))),
                withPicture(
                        "ole-link",
                        "<o:OLEObject Type=\"Link\" ProgID=\"Word.Document.12\" ShapeID=\"o1\" DrawAspect=\"Content\""
                                + " ObjectID=\"_1\" r:id=\"rIdOle\" UpdateMode=\"Always\"><o:LinkType>EnhancedMetaFile</o:LinkType>"
                                + "<o:LockedField>false</o:LockedField><o:FieldCodes>\\a marker</o:FieldCodes></o:OLEObject>",
                        docx -> docx.relateOut(
                                MAIN,
                                "rIdOle",
                                Rel.office("oleObject"),
                                "mhtml:http://example.invalid/marker!x-usc:y")),
                inside("embedded-pdf", DocxObjects::packaged),
                inside("acrobat-pdf", pdf -> acrobat(CompoundFile.acrobat(pdf, ""))),
                Vector.of(
                                "docx-acrobat-pdf-beside",
                                "docx",
                                () -> acrobat(CompoundFile.acrobat(longPdf(""), "\1Ole"))
                                        .bytes(),
                                () -> acrobat(CompoundFile.acrobat(longPdf(""), ""))
                                        .bytes())
                        .loses("\1Ole")
                        .keeps("Hello"),
                withPicture(
                        "ole-pdf",
                        "<o:OLEObject Type=\"Embed\" ProgID=\"AcroExch.Document.DC\" ShapeID=\"o1\" DrawAspect=\"Icon\""
                                + " ObjectID=\"_1\" r:id=\"rIdOle\"/>",
                        docx -> docx.relate(MAIN, "rIdOle", Rel.office("oleObject"), "embeddings/oleObject1.bin")
                                .part(
                                        "word/embeddings/oleObject1.bin",
                                        Types.OFFICE + "oleObject",
                                        CompoundFile.with(new String(pdf(), StandardCharsets.US_ASCII)))),
                embeddedPackage());
    }

    /** A PDF file with a script in it. */
    static byte[] pdf() {
        return PdfBuilder.onePage()
                .add(1, "/OpenAction<</S/JavaScript/JS(marker)>>")
                .plain();
    }

    /** As in {@link #pdf}, and long enough for a compound file of few parts. */
    private static byte[] longPdf(String more) {
        return PdfBuilder.onePage().add(1, more).stream(4, "", PdfBuilder.SHOWN.repeat(100))
                .plain();
    }

    /** A PDF file inside the document goes the whole way, and stays. */
    private static Vector inside(String name, Function<byte[], OoxmlPackage> file) {
        return Vector.of(
                        "docx-" + name,
                        "docx",
                        () -> file.apply(longPdf("/OpenAction<</S/JavaScript/JS(marker)>>"))
                                .bytes(),
                        () -> file.apply(longPdf("")).bytes())
                .loses("marker")
                .keeps("Hello");
    }

    private static final String ACROBAT =
            "<o:OLEObject Type=\"Embed\" ProgID=\"AcroExch.Document.DC\" ShapeID=\"o1\" DrawAspect=\"Icon\""
                    + " ObjectID=\"_1\" r:id=\"rIdOle\"/>";

    private static OoxmlPackage packaged(byte[] pdf) {
        return object(ACROBAT)
                .relate(MAIN, "rIdOle", Rel.office("package"), "embeddings/page.pdf")
                .part("word/embeddings/page.pdf", "application/pdf", pdf);
    }

    private static OoxmlPackage acrobat(byte[] object) {
        return object(ACROBAT)
                .relate(MAIN, "rIdOle", Rel.office("oleObject"), "embeddings/oleObject1.bin")
                .part("word/embeddings/oleObject1.bin", Types.OFFICE + "oleObject", object);
    }

    /** The object's picture stays. */
    private static Vector withPicture(String name, String object, UnaryOperator<OoxmlPackage> more) {
        return Vector.of(
                        "docx-" + name, "docx", () -> more.apply(object(object)).bytes(), () -> object("")
                                .bytes())
                .loses("marker")
                .keeps("Hello");
    }

    private static OoxmlPackage object(String ole) {
        String shape =
                "<v:shape id=\"o1\" style=\"width:72pt;height:72pt\"><v:imagedata r:id=\"rIdPic\" o:title=\"\"/></v:shape>";
        String inside = ole.isEmpty() ? "<w:pict>" + shape + "</w:pict>" : "<w:object>" + shape + ole + "</w:object>";
        return Docx.png(Docx.of(p(run("Hello"), "<w:r>" + inside + "</w:r>")), "rIdPic", Png.square());
    }

    /** A workbook inside a document, itself with a formula that calls out: it goes the whole way again. */
    private static Vector embeddedPackage() {
        return Vector.of(
                        "docx-embedded-workbook",
                        "docx",
                        () -> embedded(Xlsx.of(Xlsx.row(
                                                1,
                                                Xlsx.textFormula(
                                                        "A1",
                                                        "WEBSERVICE(\"http://example.invalid/marker\")",
                                                        "cached")))
                                        .bytes())
                                .bytes(),
                        () -> embedded(Xlsx.of(Xlsx.row(1, Xlsx.text("A1", "cached")))
                                        .bytes())
                                .bytes())
                .loses("marker", "WEBSERVICE")
                .keeps("Hello");
    }

    private static OoxmlPackage embedded(byte[] xlsx) {
        return object(
                        "<o:OLEObject Type=\"Embed\" ProgID=\"Excel.Sheet.12\" ShapeID=\"o1\" DrawAspect=\"Content\" ObjectID=\"_1\""
                                + " r:id=\"rIdOle\"/>")
                .relate(MAIN, "rIdOle", Rel.office("package"), "embeddings/Microsoft_Excel_Sheet1.xlsx")
                .part("word/embeddings/Microsoft_Excel_Sheet1.xlsx", Types.SHEET + "sheet", xlsx);
    }

    private static List<Vector> addIns() {
        return List.of(
                vector(
                        "custom-ui",
                        () -> Docx.saying("Hello")
                                .relate("", "rIdUi", Rel.MS_2006 + "ui/extensibility", "customUI/customUI.xml")
                                .member(
                                        "customUI/customUI.xml",
                                        DocxParts.text(
                                                "<customUI xmlns=\"http://schemas.microsoft.com/office/2006/01/customui\" onLoad=\"marker\"/>"))),
                vector(
                        "custom-ui-14",
                        () -> Docx.saying("Hello")
                                .relate("", "rIdUi", Rel.MS_2007 + "ui/extensibility", "customUI/customUI14.xml")
                                .member(
                                        "customUI/customUI14.xml",
                                        DocxParts.text(
                                                "<customUI xmlns=\"http://schemas.microsoft.com/office/2009/07/customui\" onLoad=\"marker\"/>"))),
                vector(
                        "web-extension",
                        () -> Docx.saying("Hello")
                                .relate(
                                        "",
                                        "rIdTask",
                                        Rel.MS_2011 + "webextensiontaskpanes",
                                        "word/webextensions/taskpanes.xml")
                                .relate(
                                        "word/webextensions/taskpanes.xml",
                                        "rId1",
                                        Rel.MS_2011 + "webextension",
                                        "webextension1.xml")
                                .part(
                                        "word/webextensions/taskpanes.xml",
                                        "application/vnd.ms-office.webextensiontaskpanes+xml",
                                        "<wetp:taskpanes xmlns:wetp=\"http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11\">"
                                                + "<wetp:taskpane visibility=\"1\"><wetp:webextensionref xmlns:r=\""
                                                + Ns.R + "\" r:id=\"rId1\"/>"
                                                + "</wetp:taskpane></wetp:taskpanes>")
                                .part(
                                        "word/webextensions/webextension1.xml",
                                        "application/vnd.ms-office.webextension+xml",
                                        "<we:webextension xmlns:we=\"http://schemas.microsoft.com/office/webextensions/webextension/2010/11\""
                                                + " id=\"marker\"><we:reference id=\"marker\" store=\"\\\\example.invalid\\marker\"/></we:webextension>")));
    }
}
