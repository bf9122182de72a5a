package jp.kiyome.testcorpus.drawing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** What an SVG document can attack with. */
public final class SvgVectors {

    private static final String MARK = "vector-marker";
    private static final String AWAY = "http://example.invalid/" + MARK;

    private SvgVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>(active());
        all.addAll(references());
        all.addAll(documents());
        return List.copyOf(all);
    }

    private static Vector vector(String name, String hostile, String code) {
        return vector(name, Svg.XLINK, hostile, "", code);
    }

    private static Vector vector(String name, String attributes, String hostile, String twin, String... codes) {
        return Vector.of("svg-" + name, "svg", () -> Svg.of(attributes, hostile), () -> Svg.with(twin))
                .finds(codes)
                .loses(MARK);
    }

    private static List<Vector> active() {
        String html =
                Base64.getEncoder().encodeToString(("<script>" + MARK + "</script>").getBytes(StandardCharsets.UTF_8));
        return List.of(
                vector("script", "<script>" + MARK + "</script>", "svg.script"),
                vector("script-elsewhere", "<script xlink:href=\"" + AWAY + "\"/>", "svg.script"),
                vector("event-on-root", " onload=\"" + MARK + "()\"", "", "", "svg.script"),
                vector("handler", "<handler type=\"text/ecmascript\">" + MARK + "</handler>", "svg.script"),
                vector("foreign-object", "<foreignObject><p>" + MARK + "</p></foreignObject>", "svg.foreign"),
                vector("iframe", "<iframe src=\"" + AWAY + "\"/>", "svg.foreign"),
                vector("set-href", "<set attributeName=\"href\" to=\"javascript:" + MARK + "\"/>", "svg.animation"),
                vector("animate-href", "<animate attributeName=\"href\" values=\"" + AWAY + "\"/>", "svg.animation"),
                vector(
                        "xhtml-script",
                        "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">" + MARK + "</h:script>",
                        "structure.unknown-element"),
                vector(
                        "image-of-html",
                        Svg.XLINK,
                        "<image width=\"1\" height=\"1\" xlink:href=\"data:text/html;base64," + html + "\"/>",
                        "<image width=\"1\" height=\"1\"/>",
                        "svg.picture"),
                vector("css-expression", "<g style=\"width:expression(" + MARK + ")\"/>", "svg.external"));
    }

    private static List<Vector> references() {
        return List.of(
                vector(
                        "link-javascript",
                        Svg.XLINK,
                        "<a xlink:href=\"javascript:" + MARK + "\"><g/></a>",
                        "<a><g/></a>",
                        "svg.link"),
                vector("link-web", Svg.XLINK, "<a href=\"" + AWAY + "\"><g/></a>", "<a><g/></a>", "svg.link"),
                vector(
                        "image-elsewhere",
                        Svg.XLINK,
                        "<image width=\"1\" height=\"1\" xlink:href=\"" + AWAY + "\"/>",
                        "<image width=\"1\" height=\"1\"/>",
                        "svg.external"),
                vector("use-elsewhere", Svg.XLINK, "<use xlink:href=\"" + AWAY + "#a\"/>", "<use/>", "svg.external"),
                vector("use-file", Svg.XLINK, "<use xlink:href=\"file:///" + MARK + "#a\"/>", "<use/>", "svg.external"),
                vector("fill-elsewhere", Svg.XLINK, "<g fill=\"url(" + AWAY + "#a)\"/>", "<g/>", "svg.external"),
                vector("filter-image", "<filter><feImage xlink:href=\"" + AWAY + "\"/></filter>", "svg.external"),
                vector("style-import", "<style>@import url(" + AWAY + ");</style>", "svg.external"),
                vector("style-font", "<style>@font-face{font-family:f;src:url(" + AWAY + ")}</style>", "svg.external"),
                vector("style-url", "<style>rect{fill:url(" + AWAY + ")}</style>", "svg.external"),
                vector("style-escape", "<g style=\"fill:u\\72l(" + AWAY + ")\"/>", "svg.value"),
                vector("xml-base", " xml:base=\"" + AWAY + "\"", "", "", "svg.external"),
                vector(
                        "tref",
                        Svg.XLINK,
                        "<text><tref xlink:href=\"" + AWAY + "#a\"/></text>",
                        "<text/>",
                        "svg.external"),
                vector("cursor", "<cursor xlink:href=\"" + AWAY + "\"/>", "svg.external"));
    }

    private static List<Vector> documents() {
        String root = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\"/>";
        return List.of(
                refused("entity", "<!DOCTYPE svg [<!ENTITY e \"" + MARK + "\">]>" + root),
                refused("external-entity", "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///" + MARK + "\">]>" + root),
                refused("undeclared-entity", root.replace("/>", ">&" + MARK + ";</svg>")),
                new Vector(
                                Sample.of(
                                        "svg-doctype",
                                        "svg",
                                        () -> Svg.document("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"" + AWAY
                                                + "\">" + root)),
                                Sample.of("svg-doctype-twin", "svg", () -> Svg.document(root)))
                        .finds("svg.doctype")
                        .loses(MARK),
                new Vector(
                                Sample.of(
                                        "svg-stylesheet-instruction",
                                        "svg",
                                        () -> Svg.document("<?xml-stylesheet href=\"" + AWAY + "\"?>" + root)),
                                Sample.of("svg-stylesheet-instruction-twin", "svg", () -> Svg.document(root)))
                        .finds("xml.processing-instruction")
                        .loses(MARK),
                refused("use-laughs", root.replace("/>", ">" + laughs() + "</svg>")),
                vector(
                        "use-circle",
                        "",
                        "<g id=\"i1\"><use href=\"#i1\"/><desc>" + MARK + "</desc></g>",
                        "<g/>",
                        "svg.circle",
                        "svg.metadata",
                        "svg.names"),
                refused(
                        "pattern-circle",
                        root.replace(
                                "/>",
                                "><pattern id=\"a\"><rect fill=\"url(#a)\"/><desc>" + MARK
                                        + "</desc></pattern></svg>")));
    }

    /** Ten uses of ten uses of ten uses: a hundred million rectangles in a few lines. */
    private static String laughs() {
        StringBuilder lines = new StringBuilder("<g id=\"l0\"><rect/><desc>" + MARK + "</desc></g>");
        for (int level = 1; level < 9; level++) {
            lines.append("<g id=\"l").append(level).append("\">");
            lines.repeat("<use href=\"#l" + (level - 1) + "\"/>", 10).append("</g>");
        }
        return lines.toString();
    }

    private static Vector refused(String name, String markup) {
        return Vector.of("svg-" + name, "svg", () -> Svg.document(markup), () -> Svg.with("<g/>"))
                .ends(Ending.REFUSED)
                .loses(MARK);
    }

    /** Documents with nothing to find that use much. */
    public static List<Sample> benign() {
        return List.of(
                Sample.of(
                        "benign-drawing",
                        "svg",
                        () -> Svg.with(
                                "<style type=\"text/css\">.c1{fill:#ff0000}rect.c2&gt;g,#i1{stroke-width:2px}</style>"
                                        + "<defs><linearGradient id=\"i2\"><stop offset=\"0\" stop-color=\"#000000\"/></linearGradient>"
                                        + "</defs><g id=\"i1\" class=\"c1\" transform=\"translate(5,-2.5) rotate(30)\">"
                                        + "<path d=\"M1 2l3 4a5 5 0 0 1 10 10z\" fill=\"url(#i2)\"/></g>"
                                        + "<use href=\"#i1\" x=\"50\"/><circle cx=\"5\" cy=\"5\" r=\"4\" class=\"c2\"/>")),
                Sample.of(
                        "benign-text",
                        "svg",
                        () -> Svg.with("<title>市役所</title><text x=\"1\" y=\"20\" font-family=\"sans-serif\">お知らせ<tspan"
                                + " dy=\"12\">第二号</tspan></text>")));
    }
}
