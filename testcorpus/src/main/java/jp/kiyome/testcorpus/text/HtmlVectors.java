package jp.kiyome.testcorpus.text;

import static jp.kiyome.testcorpus.text.Texts.MARK;
import static jp.kiyome.testcorpus.text.Texts.SHOWN;
import static jp.kiyome.testcorpus.text.Texts.utf8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** What HTML can attack with. */
final class HtmlVectors {

    private static final String AWAY = "http://example.invalid/" + MARK;

    private HtmlVectors() {}

    static byte[] page(String head, String body) {
        return utf8("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"UTF-8\">\n<title>題</title>\n" + head
                + "</head>\n<body><p>" + SHOWN + "</p>" + body + "</body>\n</html>\n");
    }

    private static Vector body(String name, String hostile, String twin, String... codes) {
        return Vector.of("html-" + name, "html", () -> page("", hostile), () -> page("", twin))
                .finds(codes)
                .loses(MARK);
    }

    private static Vector head(String name, String hostile, String... codes) {
        return Vector.of("html-" + name, "html", () -> page(hostile, ""), () -> page("", ""))
                .finds(codes)
                .loses(MARK);
    }

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>(active());
        all.addAll(loads());
        all.addAll(links());
        all.addAll(confusions());
        all.addAll(charsets());
        return List.copyOf(all);
    }

    private static List<Vector> active() {
        return List.of(
                body("script", "<script>" + MARK + "()</script>", "", "html.script"),
                head("script-in-head", "<script src=\"" + AWAY + "\"></script>", "html.script"),
                body("smuggling", "<script>var b=new Blob([atob('" + MARK + "')])</script>", "", "html.script"),
                body("event", "<p onclick=\"" + MARK + "()\">x</p>", "<p>x</p>", "html.event"),
                body("event-on-body", "</p><body onload=\"" + MARK + "()\">", "<p></p>", "html.event"),
                body("event-unquoted", "<b onmouseover=" + MARK + "()>x</b>", "<b>x</b>", "html.event"),
                body("form", "<form action=\"" + AWAY + "\"><input name=a>x</form>", "x", "html.form"),
                body("button", "<button formaction=\"" + AWAY + "\">x</button>", "x", "html.form"),
                body("iframe", "<iframe src=\"" + AWAY + "\"></iframe>", "", "html.frame"),
                body("iframe-document", "<iframe srcdoc=\"&lt;script&gt;" + MARK + "\"></iframe>", "", "html.frame"),
                body("object", "<object data=\"" + AWAY + "\"></object>", "", "html.object"),
                body("embed", "<embed src=\"" + AWAY + "\">", "", "html.object"),
                body("applet", "<applet code=\"" + MARK + "\"></applet>", "", "html.object"),
                body(
                        "video",
                        "<video poster=\"" + AWAY + "\"><source src=\"" + AWAY + "\"></video>",
                        "",
                        "html.object"),
                body("svg", "<svg onload=\"" + MARK + "()\"><script>" + MARK + "</script></svg>", "", "html.foreign"),
                body("math", "<math href=\"javascript:" + MARK + "\"><mi>x</mi></math>", "", "html.foreign"),
                body("template", "<template><script>" + MARK + "</script></template>", "", "html.script"),
                body("island", "<xml id=\"a\"><x>" + MARK + "</x></xml>", "", "html.foreign"),
                head("refresh", "<meta http-equiv=\"refresh\" content=\"0;url=" + AWAY + "\">", "html.refresh"),
                head("cookie", "<meta http-equiv=\"set-cookie\" content=\"" + MARK + "\">", "html.meta"),
                head("base", "<base href=\"" + AWAY + "/\">", "html.base"),
                body("conditional", "<!--[if IE]><script>" + MARK + "</script><![endif]-->", "", "html.conditional"),
                body("comment", "<!-- " + MARK + " -->", "", "html.comment"));
    }

    private static List<Vector> loads() {
        return List.of(
                head("sheet", "<link rel=\"stylesheet\" href=\"" + AWAY + "\">", "html.external"),
                head(
                        "prefetch",
                        "<link rel=\"dns-prefetch\" href=\"//" + MARK + ".example.invalid\">",
                        "html.external"),
                head("import", "<style>@import url(" + AWAY + ");</style>", "html.style-external"),
                head("font", "<style>@font-face{font-family:x;src:url(" + AWAY + ")}</style>", "html.style-external"),
                head("rule", "<style>p{background:url(" + AWAY + ")}</style>", "html.style-external"),
                head("rule-escaped", "<style>p{background:u\\72l(" + AWAY + ")}</style>", "html.style-external"),
                body("style-url", "<p style=\"background:url(" + AWAY + ")\">x</p>", "<p>x</p>", "html.style-external"),
                body(
                        "style-expression",
                        "<p style=\"width:expression(" + MARK + ")\">x</p>",
                        "<p>x</p>",
                        "html.style-external"),
                body(
                        "style-behavior",
                        "<p style=\"behavior:url(" + AWAY + ")\">x</p>",
                        "<p>x</p>",
                        "html.style-external"),
                body(
                        "style-variable",
                        "<p style=\"color:var(--" + MARK + ")\">x</p>",
                        "<p>x</p>",
                        "html.style-external"),
                body(
                        "picture-elsewhere",
                        "<img src=\"" + AWAY + "\" alt=\"x\">",
                        "<img alt=\"x\">",
                        "html.external-picture"),
                body("tracker", "<img src=\"" + AWAY + "\" width=1 height=1>", "", "html.external-picture"),
                body("picture-share", "<img src=\"\\\\example.invalid\\" + MARK + "\">", "", "html.external-picture"),
                body("picture-set", "<img srcset=\"" + AWAY + " 2x\" alt=\"x\">", "<img alt=\"x\">", "html.external"),
                body(
                                "picture-page",
                                "<img src=\"data:text/html;base64,dmVjdG9y\" alt=\"x\">",
                                "<img alt=\"x\">",
                                "html.picture")
                        .loses("dmVjdG9y"),
                body(
                                "picture-drawing",
                                "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"x\">",
                                "<img alt=\"x\">",
                                "html.picture")
                        .loses("PHN2Zy8"),
                body(
                        "background",
                        "<table background=\"" + AWAY + "\"><tbody><tr><td>x</td></tr></tbody></table>",
                        "<table><tbody><tr><td>x</td></tr></tbody></table>",
                        "html.external"),
                body("ping", "<a href=\"#x\" ping=\"" + AWAY + "\">x</a>", "<a href=\"#x\">x</a>", "html.external"),
                body(
                        "cite",
                        "<blockquote cite=\"" + AWAY + "\">x</blockquote>",
                        "<blockquote>x</blockquote>",
                        "html.external"));
    }

    private static Vector link(String name, String target) {
        return body("link-" + name, "<a href=\"" + target + "\">x</a>", "<a>x</a>", "html.link");
    }

    private static List<Vector> links() {
        return List.of(
                link("script", "javascript:" + MARK),
                link("script-tab", "java&#9;script:" + MARK),
                link("script-newline", "java&NewLine;script:" + MARK),
                link("script-control", "&#1;javascript:" + MARK),
                link("script-entity", "javascript&colon;" + MARK),
                link("script-case", "JaVaScRiPt:" + MARK),
                link("vbscript", "vbscript:" + MARK),
                link("data", "data:text/html," + MARK),
                link("file", "file:///" + MARK),
                link("share", "\\\\example.invalid\\" + MARK),
                link("no-scheme", "//example.invalid/" + MARK),
                link("relative", MARK + ".exe"),
                link("search", "search-ms:query=" + MARK),
                link("office", "ms-word:ofe|u|" + AWAY),
                link("user", "http://" + MARK + "@example.invalid/"));
    }

    /** Where browsers and parsers have read different trees. */
    private static List<Vector> confusions() {
        return List.of(
                confusion("noscript", "<noscript><p title=\"</noscript><img src=x onerror=" + MARK + "()>\">"),
                confusion("style-in-svg", "<svg></p><style><a id=\"</style><img src=1 onerror=" + MARK + "()>\">"),
                confusion(
                        "style-in-math",
                        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror="
                                + MARK + "()&gt;\">"),
                confusion(
                        "form-in-math",
                        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=" + MARK + "()>"),
                confusion(
                        "title-in-svg", "<svg><title><style><img src=x onerror=" + MARK + "()></style></title></svg>"),
                confusion("plaintext", "<plaintext><script>" + MARK + "</script>"),
                confusion("listing", "<listing>&lt;img onerror=" + MARK + "()&gt;</listing>"),
                confusion("xmp", "<xmp><p title=\"</xmp><img src=x onerror=" + MARK + "()>\">"),
                confusion("comment-short", "<!--><img src=x onerror=" + MARK + "()>-->"),
                confusion("comment-bang", "<!-- --!><img src=x onerror=" + MARK + "()> -->"),
                confusion("bogus-comment", "<?x ><img src=x onerror=" + MARK + "()>?>"),
                confusion("cdata", "<svg><![CDATA[><img src=x onerror=" + MARK + "()>]]></svg>"),
                confusion("attribute-slash", "<img/src=x/onerror=" + MARK + "()>"),
                confusion("backtick", "<p title=\"``onmouseover=" + MARK + "()\">x</p>"),
                confusion("nested-links", "<a href=\"#a\"><table><td><a href=\"javascript:" + MARK + "\">x</table>"));
    }

    private static Vector confusion(String name, String hostile) {
        return Vector.of("html-confusion-" + name, "html", () -> page("", hostile), () -> page("", ""))
                .ends(Ending.REBUILT_OR_REFUSED)
                .loses("onerror=" + MARK, "javascript:" + MARK, "<script");
    }

    private static List<Vector> charsets() {
        byte[] twin = page("", "");
        byte[] utf7 = ("<html><head><meta charset=\"UTF-7\"></head><body>+ADw-script+AD4-" + MARK
                        + "+ADw-/script+AD4-</body></html>")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] escapes =
                "<html><head><meta charset=\"ISO-2022-JP\"></head><body><p title=\"\u001B$B\"><b title=\"\u001B(B onmouseover=x \">a</b></body></html>"
                        .getBytes(StandardCharsets.US_ASCII);
        return List.of(
                Vector.of("html-charset-utf7", "html", () -> utf7, () -> twin)
                        .ends(Ending.REBUILT_OR_REFUSED)
                        .loses("UTF-7", "<script"),
                Vector.of("html-charset-escapes", "html", () -> escapes, () -> twin)
                        .ends(Ending.REBUILT_OR_REFUSED)
                        .loses("\u001B"));
    }
}
