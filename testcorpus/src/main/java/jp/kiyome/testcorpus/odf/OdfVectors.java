package jp.kiyome.testcorpus.odf;

import static jp.kiyome.testcorpus.odf.Odf.SHOWN;
import static jp.kiyome.testcorpus.odf.Odf.shown;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.image.ImageVectors;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Hostile OpenDocument files with their clean twins, and good ones. Hosts are of example.invalid; nothing in them works. */
public final class OdfVectors {

    private static final String SCRIPT =
            "vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document";

    private OdfVectors() {}

    public static List<Vector> all() {
        return Stream.of(macros(), links(), sheets(), objects(), flat(), structure())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Vector> macros() {
        return List.of(
                text(
                                "odt-event-listener",
                                "<office:scripts><office:event-listeners><script:event-listener script:language=\"ooo:script\" script:event-name=\"dom:load\" xlink:href=\""
                                        + SCRIPT + "\"/></office:event-listeners></office:scripts>",
                                "",
                                "macro.script")
                        .loses("Standard.Module1"),
                Vector.of(
                                "odt-basic",
                                "odt",
                                () -> Odf.text(shown())
                                        .part("Basic/Standard/Module1.xml", "<m>Sub Main: Shell(\"calc\"): End Sub</m>")
                                        .part("Basic/script-lc.xml", "<m/>")
                                        .part("Scripts/python/a.xml", "<m>import os</m>")
                                        .bytes(),
                                () -> Odf.text(shown()).bytes())
                        .finds("macro.script")
                        .loses("Shell(")
                        .keeps(SHOWN),
                text(
                                "odt-link-macro",
                                "",
                                "<text:p><text:a xlink:type=\"simple\" xlink:href=\"" + SCRIPT
                                        + "\">押す</text:a></text:p>",
                                "link.scheme")
                        .loses("vnd.sun.star.script"),
                text(
                                "odt-execute-macro",
                                "",
                                "<text:p><text:execute-macro text:name=\"Standard.M.X\">実行</text:execute-macro></text:p>",
                                "macro.reference",
                                "structure.wrapper")
                        .loses("Standard.M.X"),
                text("odt-control", "", "<text:p><draw:control draw:control=\"c1\"/></text:p>", "active.form-control"));
    }

    private static List<Vector> links() {
        return List.of(
                text(
                                "odt-picture-outside",
                                "",
                                "<text:p><draw:frame><draw:image xlink:href=\"http://example.invalid/a.png\"/></draw:frame></text:p>",
                                "link.image")
                        .loses("example.invalid"),
                text(
                                "odt-picture-share",
                                "",
                                "<text:p><draw:frame><draw:image xlink:href=\"file://///example.invalid/s/a.png\"/></draw:frame></text:p>",
                                "link.image")
                        .loses("example.invalid"),
                text(
                                "odt-section-source",
                                "",
                                "<text:section text:name=\"s\"><text:section-source xlink:href=\"http://example.invalid/a.odt\"/><text:p>節</text:p></text:section>",
                                "link.external")
                        .loses("example.invalid"),
                text(
                                "odt-dde",
                                "",
                                "<text:dde-connection-decls><text:dde-connection-decl office:name=\"d\" office:dde-application=\"soffice\" office:dde-topic=\"cmd\" office:dde-item=\"x\"/></text:dde-connection-decls>",
                                "active.dde")
                        .loses("soffice"),
                text(
                                "odt-floating-frame",
                                "",
                                "<text:p><draw:frame><draw:floating-frame xlink:href=\"http://example.invalid/\"/></draw:frame></text:p>",
                                "odf.floating-frame")
                        .loses("example.invalid"),
                text(
                                "odt-plugin",
                                "",
                                "<text:p><draw:frame><draw:plugin xlink:href=\"http://example.invalid/a.swf\"/></draw:frame></text:p>",
                                "active.media")
                        .loses("example.invalid"),
                text(
                                "odt-link-file",
                                "",
                                "<text:p><text:a xlink:href=\"file:///c:/windows/system32/calc.exe\">計算</text:a></text:p>",
                                "link.scheme")
                        .loses("calc.exe"));
    }

    private static List<Vector> sheets() {
        return List.of(
                cell("ods-dde", "of:=DDE(&quot;cmd&quot;;&quot;/c calc&quot;;&quot;x&quot;)", "active.formula")
                        .loses("/c calc"),
                cell("ods-webservice", "of:=WEBSERVICE(&quot;http://example.invalid/&quot;)", "active.formula")
                        .loses("example.invalid"),
                cell("ods-other-book", "of:=['file:///s/secret.ods'#$Sheet1.A1]", "active.external-book")
                        .loses("secret.ods"),
                cell(
                                "ods-indirect-book",
                                "of:=INDIRECT(&quot;'file:///s/secret.ods'#$Sheet1.A1&quot;)",
                                "active.external-book")
                        .loses("secret.ods"),
                cell(
                                "ods-hyperlink-script",
                                "of:=HYPERLINK(&quot;macro:///Standard.M.X&quot;;&quot;a&quot;)",
                                "link.scheme")
                        .loses("Standard.M.X"),
                cell("ods-hyperlink-built", "of:=HYPERLINK([.B1]&amp;&quot;x&quot;)", "link.scheme"),
                cell("ods-user-function", "of:=EVILFUNCTION(1)", "active.formula")
                        .loses("EVILFUNCTION"),
                Vector.of(
                                "ods-table-source",
                                "ods",
                                () -> Odf.sheet(table(
                                                "<table:table-source xlink:href=\"http://example.invalid/a.csv\"/>",
                                                ""))
                                        .bytes(),
                                () -> Odf.sheet(table("", "")).bytes())
                        .finds("link.external")
                        .loses("example.invalid"));
    }

    private static List<Vector> objects() {
        String ole =
                "<text:p><draw:frame><draw:object-ole xlink:href=\"./Object 1\"/><draw:image xlink:href=\"./ObjectReplacements/Object 1\"/></draw:frame></text:p>";
        String inner = "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>";
        return List.of(
                Vector.of(
                                "odt-ole",
                                "odt",
                                () -> Odf.text(ole + shown())
                                        .member(
                                                "Object 1",
                                                "application/vnd.sun.star.oleobject",
                                                Odf.utf8("d0cf payload"))
                                        .member("ObjectReplacements/Object 1", "", ImageVectors.plainPng())
                                        .bytes(),
                                () -> Odf.text(shown()).bytes())
                        .finds("active.ole-object")
                        .loses("payload")
                        .keeps(SHOWN),
                Vector.of(
                                "odt-object-macro",
                                "odt",
                                () -> withObject(
                                        inner, "<text:p><text:a xlink:href=\"" + SCRIPT + "\">中</text:a></text:p>"),
                                () -> withObject(inner, "<text:p><text:a>中</text:a></text:p>"))
                        .finds("link.scheme")
                        .loses("vnd.sun.star.script")
                        .keeps(SHOWN));
    }

    private static byte[] withObject(String frame, String body) {
        return Odf.text(frame + shown())
                .entry("Object 1/", "application/vnd.oasis.opendocument.text")
                .part("Object 1/content.xml", Odf.content("<office:text>" + body + "</office:text>"))
                .bytes();
    }

    private static List<Vector> flat() {
        return List.of(
                Vector.of(
                                "fodt-script",
                                "fodt",
                                () -> Odf.flat(
                                        "<office:scripts><office:script script:language=\"ooo:Basic\"><a>Shell(\"calc\")</a></office:script></office:scripts>",
                                        shown()),
                                () -> Odf.flat("", shown()))
                        .finds("macro.script")
                        .loses("Shell(")
                        .keeps(SHOWN),
                Vector.of(
                                "fodt-picture-outside",
                                "fodt",
                                () -> Odf.flat(
                                        "",
                                        "<text:p><draw:frame><draw:image xlink:href=\"http://example.invalid/a.png\"/></draw:frame></text:p>"
                                                + shown()),
                                () -> Odf.flat("", shown()))
                        .finds("link.image")
                        .loses("example.invalid")
                        .keeps(SHOWN));
    }

    private static List<Vector> structure() {
        return List.of(
                Vector.of(
                                "odt-entity",
                                "odt",
                                () -> Odf.text("")
                                        .unlisted(
                                                "content.xml",
                                                Odf.utf8("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                                        + Odf.content("<office:text/>")))
                                        .bytes(),
                                () -> Odf.text(shown()).bytes())
                        .ends(Ending.REFUSED),
                Vector.of(
                                "odt-no-content",
                                "odt",
                                () -> {
                                    Odf file = Odf.text("");
                                    return file.unlisted("content.xml", Odf.utf8(""))
                                            .bytes();
                                },
                                () -> Odf.text(shown()).bytes())
                        .ends(Ending.REFUSED),
                Vector.of(
                                "odt-object-in-itself",
                                "odt",
                                () -> withObject(
                                        "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>",
                                        "<text:p><draw:frame><draw:object xlink:href=\"../Object 1\"/></draw:frame></text:p>"),
                                () -> Odf.text(shown()).bytes())
                        .finds("active.ole-link")
                        .keeps(SHOWN));
    }

    private static Vector text(String name, String before, String body, String... codes) {
        return Vector.of(name, "odt", () -> scripted(before, body + shown()), () -> scripted("", shown()))
                .finds(codes)
                .keeps(SHOWN);
    }

    private static byte[] scripted(String before, String body) {
        return Odf.text("")
                .unlisted(
                        "content.xml",
                        Odf.utf8(Odf.content("<office:text>" + body + "</office:text>")
                                .replace("<office:body>", before + "<office:body>")))
                .bytes();
    }

    private static Vector cell(String name, String formula, String code) {
        return Vector.of(
                        name,
                        "ods",
                        () -> Odf.sheet(table("", " table:formula=\"" + formula + "\""))
                                .bytes(),
                        () -> Odf.sheet(table("", " table:formula=\"of:=SUM([.B1:.B2])\""))
                                .bytes())
                .finds(code)
                .keeps("42");
    }

    private static String table(String before, String attributes) {
        return "<table:table table:name=\"表1\">" + before
                + "<table:table-column/><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"42\""
                + attributes + "><text:p>42</text:p></table:table-cell></table:table-row></table:table>";
    }

    public static List<Sample> benign() {
        return List.of(
                Odf.sample(
                        "odt-plain",
                        "odt",
                        Odf.text(
                                        "<text:h text:outline-level=\"1\">見出し</text:h>" + shown()
                                                + "<text:p>ルビ<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ</text:ruby-text></text:ruby> <text:a xlink:type=\"simple\" xlink:href=\"https://example.invalid/\">リンク</text:a><text:page-number>1</text:page-number></text:p>"
                                                + "<text:list><text:list-item><text:p>項目</text:p></text:list-item></text:list><text:p><office:annotation><dc:creator>山田</dc:creator><dc:date>2026-04-01T09:00:00</dc:date><text:p>コメント</text:p></office:annotation></text:p>")
                                .part(
                                        "styles.xml",
                                        Odf.root(
                                                "document-styles",
                                                "<office:styles><style:style style:name=\"S\" style:family=\"paragraph\"><style:text-properties fo:color=\"#ff0000\" fo:font-size=\"12pt\"/></style:style></office:styles>"))
                                .part(
                                        "meta.xml",
                                        Odf.root(
                                                "document-meta",
                                                "<office:meta><dc:title>題名</dc:title><dc:language>ja-JP</dc:language></office:meta>"))),
                Odf.sample(
                        "ods-plain",
                        "ods",
                        Odf.sheet(
                                table("", " table:formula=\"of:=IF([.B1]&gt;0;SUM([$'表 2'.A1:.B3]);&quot;#&quot;)\"")
                                        + "<table:named-expressions><table:named-range table:name=\"範囲\" table:base-cell-address=\"$表1.$A$1\" table:cell-range-address=\"$表1.$A$1:.$B$2\"/></table:named-expressions>")),
                Odf.sample(
                        "odp-plain",
                        "odp",
                        Odf.slides(
                                "<draw:page draw:name=\"1枚目\"><draw:frame svg:x=\"1cm\" svg:y=\"2cm\" svg:width=\"10cm\" svg:height=\"3cm\"><draw:text-box>"
                                        + shown()
                                        + "</draw:text-box></draw:frame><draw:custom-shape svg:width=\"2cm\" svg:height=\"2cm\"><draw:enhanced-geometry svg:viewBox=\"0 0 21600 21600\" draw:type=\"rectangle\" draw:enhanced-path=\"M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N\"/></draw:custom-shape></draw:page>")),
                Sample.of(
                        "odt-object",
                        "odt",
                        () -> withObject(
                                "<text:p><draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>",
                                "<text:p>中の文書</text:p>")),
                Odf.sample(
                                "odt-picture",
                                "odt",
                                Odf.text(
                                                "<text:p><draw:frame svg:width=\"1cm\" svg:height=\"1cm\"><draw:image xlink:href=\"Pictures/a.png\" xlink:type=\"simple\"/></draw:frame></text:p>")
                                        .member("Pictures/a.png", "image/png", ImageVectors.plainPng()))
                        .pictures(1),
                Sample.of("fodt-text", "fodt", () -> Odf.flat("", shown())),
                Sample.of(
                                "fodt-plain",
                                "fodt",
                                () -> Odf.flat(
                                        "", shown() + "<text:p>" + Odf.picture(ImageVectors.plainPng()) + "</text:p>"))
                        .pictures(1));
    }

    /** Many elements beside each other, many in each other, long formulas, and much that is repeated. */
    public static List<Sample> worst() {
        return List.of(
                Sample.of(
                        "fodt-worst-spans",
                        "fodt",
                        () -> Odf.flat("", "<text:p>" + "<text:span>a</text:span>".repeat(150_000) + "</text:p>")),
                Sample.of(
                        "fodt-worst-sections",
                        "fodt",
                        () -> Odf.flat("", ("<text:section>".repeat(200) + "</text:section>".repeat(200)).repeat(500))),
                Odf.sample("odt-worst-paragraphs", "odt", Odf.text(Odf.shown().repeat(100_000))),
                Odf.sample(
                        "ods-worst-formulas",
                        "ods",
                        Odf.sheet(table(
                                "", " table:formula=\"of:=" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "\""))));
    }
}
