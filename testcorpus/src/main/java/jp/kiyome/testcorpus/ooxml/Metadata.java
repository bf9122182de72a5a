package jp.kiyome.testcorpus.ooxml;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Vector;

/** What a file tells about people, machines and its own history. */
final class Metadata {

    private static final String CORE = "<cp:coreProperties"
            + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
    private static final String AUTHOR_MARKER = "<dc:creator>marker author</dc:creator>"
            + "<cp:lastModifiedBy>marker editor</cp:lastModifiedBy><dc:description>marker</dc:description>"
            + "<cp:keywords>marker</cp:keywords><dcterms:created xsi:type=\"dcterms:W3CDTF\">2003-02-01T04:05:06Z</dcterms:created>";

    private Metadata() {}

    static List<Vector> all() {
        return List.of(
                core("docx", () -> Docx.saying("Hello")),
                core("xlsx", () -> Xlsx.of(Xlsx.row(1, Xlsx.text("A1", "Hello")))),
                core("pptx", () -> Pptx.saying("Hello")),
                vector("app-properties", Metadata::app),
                vector("custom-properties", docx -> docx.relate(
                                "", "rIdCus", Rel.office("custom-properties"), "docProps/custom.xml")
                        .part(
                                "docProps/custom.xml",
                                Types.OFFICE + "custom-properties+xml",
                                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
                                        + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
                                        + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"marker\">"
                                        + "<vt:lpwstr>marker</vt:lpwstr></property></Properties>")),
                vector("thumbnail", docx -> docx.defaultType("png", "image/png")
                        .relate("", "rIdThu", Rel.PACKAGE + "metadata/thumbnail", "docProps/thumbnail.png")
                        .member(
                                "docProps/thumbnail.png",
                                new Png().text("Comment", "marker").bytes())),
                vector("sensitivity-label", docx -> docx.relate(
                                "",
                                "rIdLab",
                                "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
                                "docMetadata/LabelInfo.xml")
                        .part(
                                "docMetadata/LabelInfo.xml",
                                "application/vnd.ms-office.classificationlabels+xml",
                                "<clbl:labelList xmlns:clbl=\"http://schemas.microsoft.com/office/2020/mipLabelMetadata\">"
                                        + "<clbl:label id=\"marker\" siteId=\"marker\"/></clbl:labelList>")),
                vector(
                        "people",
                        docx -> docx.relate(Docx.MAIN, "rIdPeo", Rel.MS_2011 + "people", "people.xml")
                                .part(
                                        "word/people.xml",
                                        Types.WORD + "people+xml",
                                        "<w15:people" + Ns.IN_WORD
                                                + "><w15:person w15:author=\"marker\"><w15:presenceInfo"
                                                + " w15:providerId=\"AD\" w15:userId=\"S::marker@example.invalid\"/></w15:person></w15:people>")),
                vector("signature", docx -> docx.relate(
                                "", "rIdSig", Rel.PACKAGE + "digital-signature/origin", "_xmlsignatures/origin.sigs")
                        .part(
                                "_xmlsignatures/origin.sigs",
                                "application/vnd.openxmlformats-package.digital-signature-origin",
                                new byte[0])
                        .relate(
                                "_xmlsignatures/origin.sigs",
                                "rId1",
                                Rel.PACKAGE + "digital-signature/signature",
                                "sig1.xml")
                        .part(
                                "_xmlsignatures/sig1.xml",
                                "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
                                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><marker/></Signature>")),
                vector(
                        "revision-ids",
                        docx -> docx.edit(
                                Docx.MAIN,
                                xml -> xml.replaceFirst(
                                        "<w:p>", "<w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00AB12CD\">"))));
    }

    /** The title stays; who wrote it, when and about what goes. */
    private static Vector core(String type, Supplier<OoxmlPackage> file) {
        return Vector.of(
                        type + "-core-properties",
                        type,
                        () -> core(file.get(), AUTHOR_MARKER).bytes(),
                        () -> core(file.get(), "").bytes())
                .loses("marker", "2003-02-01")
                .keeps("Hello");
    }

    private static OoxmlPackage core(OoxmlPackage file, String more) {
        return file.relate("", "rIdCore", Rel.PACKAGE + "metadata/core-properties", "docProps/core.xml")
                .part(
                        "docProps/core.xml",
                        "application/vnd.openxmlformats-package.core-properties+xml",
                        CORE + "<dc:title>A title</dc:title>" + more
                                + "<dc:language>ja-JP</dc:language></cp:coreProperties>");
    }

    private static OoxmlPackage app(OoxmlPackage docx) {
        return docx.relate("", "rIdApp", Rel.office("extended-properties"), "docProps/app.xml")
                .part(
                        "docProps/app.xml",
                        Types.OFFICE + "extended-properties+xml",
                        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                                + "<Template>marker.dotm</Template><Manager>marker</Manager><Company>marker</Company>"
                                + "<HyperlinkBase>\\\\example.invalid\\marker</HyperlinkBase><Application>marker</Application></Properties>");
    }

    private static Vector vector(String name, Function<OoxmlPackage, OoxmlPackage> more) {
        return Vector.of(
                        "docx-" + name,
                        "docx",
                        () -> more.apply(Docx.saying("Hello")).bytes(),
                        () -> Docx.saying("Hello").bytes())
                .loses("marker", "00AB12CD")
                .keeps("Hello");
    }
}
