package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.hyperlink;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.picture;
import static jp.kiyome.testcorpus.ooxml.Docx.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** What a text document loads from outside when it is opened, and what it opens on a click. */
final class DocxLinks {

    /** Relationship types that make Office fetch something, as oleobj of oletools lists them; without the hyperlink. */
    static final List<String> FETCHED = List.of(
            "attachedTemplate",
            "externalLink",
            "externalLinkPath",
            "externalReference",
            "frame",
            "officeDocument",
            "oleObject",
            "package",
            "slideUpdateUrl",
            "slideMaster",
            "slide",
            "slideUpdateInfo",
            "subDocument",
            "worksheet");

    private static final String GOOD = "https://www.example.com/a?b=c";

    private DocxLinks() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        for (String type : FETCHED) {
            all.add(fetched(type + "-unc", type, "\\\\example.invalid\\share\\marker"));
            all.add(fetched(type + "-http", type, "http://example.invalid/marker"));
        }
        targetTricks().forEach((name, target) -> all.add(fetched(name, "attachedTemplate", target)));
        all.addAll(targetModes());
        badLinks().forEach((name, target) -> all.add(clicked(name, target)));
        all.addAll(pictures());
        return all;
    }

    /** The relationship alone does it: no element need point at it. */
    private static Vector fetched(String name, String type, String target) {
        return Vector.of(
                        "docx-external-" + name,
                        "docx",
                        () -> Docx.saying("Hello")
                                .relateOut(Docx.MAIN, "rId9", Rel.office(type), target)
                                .bytes(),
                        () -> Docx.saying("Hello").bytes())
                .loses("example.invalid", "marker")
                .keeps("Hello");
    }

    private static Map<String, String> targetTricks() {
        Map<String, String> tricks = new LinkedHashMap<>();
        tricks.put("template-blanks", "   http://example.invalid/marker.dotm");
        tricks.put("template-percent", "http://example.invalid/%20marker%2Edotm");
        tricks.put("template-file", "file:///\\\\example.invalid\\marker.dotm");
        tricks.put("template-mhtml", "mhtml:http://example.invalid/marker!x-usc:http://example.invalid/y");
        tricks.put("template-usc", "x-usc:http://example.invalid/marker");
        tricks.put("template-slashes", "//example.invalid/marker.dotm");
        tricks.put("template-host-port", "\\\\example.invalid@8080\\marker\\x.dotm");
        return tricks;
    }

    /** The mode's value is {@code External}, to the letter; readers differ about anything else. */
    private static List<Vector> targetModes() {
        List<Vector> all = new ArrayList<>();
        for (String mode : List.of("external", "EXTERNAL", " External ", "Other")) {
            all.add(Vector.of(
                            "docx-target-mode-" + mode.strip().replace("External", "blanks"),
                            "docx",
                            () -> Docx.saying("Hello")
                                    .relateXml(
                                            Docx.MAIN,
                                            "<Relationship Id=\"rId9\" Type=\"" + Rel.office("attachedTemplate")
                                                    + "\" Target=\"http://example.invalid/marker\" TargetMode=\"" + mode
                                                    + "\"/>")
                                    .bytes(),
                            () -> Docx.saying("Hello").bytes())
                    .ends(Ending.REBUILT_OR_REFUSED)
                    .loses("example.invalid")
                    .keeps("Hello"));
        }
        return all;
    }

    private static Map<String, String> badLinks() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("file", "file:///c:/marker/x.exe");
        bad.put("unc", "\\\\marker.invalid\\share\\x.exe");
        bad.put("no-scheme", "//marker.invalid/x");
        bad.put("relative", "marker/x.exe");
        bad.put("javascript", "javascript:marker()");
        bad.put("javascript-case", "JaVaScRiPt:marker()");
        bad.put("javascript-tab", "java\tscript:marker()");
        bad.put("javascript-newline", "java\nscript:marker()");
        bad.put("javascript-blank", " javascript:marker()");
        bad.put("javascript-percent", "java%73cript:marker()");
        bad.put("vbscript", "vbscript:marker()");
        bad.put("data", "data:text/html;base64,bWFya2Vy");
        bad.put("ms-word", "ms-word:ofe|u|http://marker.invalid/x.docm");
        bad.put("ms-msdt", "ms-msdt:/id marker");
        bad.put("search-ms", "search-ms:query=marker&crumb=location:\\\\marker.invalid");
        bad.put("mk", "mk:@MSITStore:marker.chm::/x.htm");
        bad.put("its", "its:marker.chm::/x.htm");
        bad.put("mhtml", "mhtml:http://marker.invalid/x!y");
        bad.put("res", "res://marker.dll/x");
        bad.put("shell", "shell:marker");
        bad.put("ldap", "ldap://marker.invalid/");
        bad.put("tel", "tel:+81-3-marker");
        bad.put("about", "about:marker");
        bad.put("user-info", "http://www.example.com:marker@marker.invalid/");
        bad.put("user-info-percent", "http://www.example.com%40marker.invalid/");
        bad.put("backslash", "http://www.example.com\\@marker.invalid/");
        bad.put("no-host", "http:///marker");
        bad.put("opaque", "http:marker");
        bad.put("control", "http://www.example.com/%00marker");
        bad.put("host-lookalike", "http://www.example.com\u2215.marker.invalid/");
        bad.put("host-bidi", "http://www.\u202Emarker.invalid/");
        return bad;
    }

    private static Vector clicked(String name, String target) {
        return Vector.of("docx-hyperlink-" + name, "docx", () -> links(target).bytes(), () -> links(GOOD)
                        .bytes())
                .loses("marker", "bWFya2Vy")
                .keeps("Good link", "Other link");
    }

    private static OoxmlPackage links(String target) {
        return Docx.of(p(hyperlink("rId7", "Good link"), run(" and "), hyperlink("rId8", "Other link")))
                .relateOut(Docx.MAIN, "rId7", Rel.office("hyperlink"), "http://www.example.org/")
                .relateOut(Docx.MAIN, "rId8", Rel.office("hyperlink"), target);
    }

    private static List<Vector> pictures() {
        return List.of(
                Vector.of(
                                "docx-picture-linked-beside-embedded",
                                "docx",
                                () -> Docx.png(
                                                Docx.of(p(
                                                        run("Look: "),
                                                        picture("r:embed=\"rIdPic\" r:link=\"rIdOut\""))),
                                                "rIdPic",
                                                Png.square())
                                        .relateOut(
                                                Docx.MAIN,
                                                "rIdOut",
                                                Rel.office("image"),
                                                "http://example.invalid/marker.png")
                                        .bytes(),
                                () -> Docx.png(
                                                Docx.of(p(run("Look: "), picture("r:embed=\"rIdPic\""))),
                                                "rIdPic",
                                                Png.square())
                                        .bytes())
                        .loses("example.invalid")
                        .keeps("Look: "),
                Vector.of(
                                "docx-picture-linked-only",
                                "docx",
                                () -> Docx.of(p(run("Look: "), picture("r:link=\"rIdOut\"")))
                                        .relateOut(
                                                Docx.MAIN,
                                                "rIdOut",
                                                Rel.office("image"),
                                                "\\\\example.invalid\\marker.png")
                                        .bytes(),
                                () -> Docx.of(p(run("Look: "))).bytes())
                        .loses("example.invalid")
                        .keeps("Look: "),
                vmlPicture("src", "src=\"http://example.invalid/marker.png\""),
                vmlPicture("href", "o:href=\"http://example.invalid/marker.png\""),
                vmlPicture("relation", "r:href=\"rIdOut\""),
                Vector.of(
                                "docx-vml-fill-href",
                                "docx",
                                () -> Docx.of(vml("<v:fill type=\"frame\" o:href=\"http://example.invalid/marker\"/>"))
                                        .bytes(),
                                () -> Docx.of(vml("")).bytes())
                        .loses("example.invalid")
                        .keeps("Look: "));
    }

    private static Vector vmlPicture(String name, String attribute) {
        return Vector.of(
                        "docx-vml-imagedata-" + name,
                        "docx",
                        () -> Docx.of(vml("<v:imagedata " + attribute + "/>"))
                                .relateOut(
                                        Docx.MAIN, "rIdOut", Rel.office("image"), "http://example.invalid/marker.png")
                                .bytes(),
                        () -> Docx.of(vml("")).bytes())
                .loses("example.invalid")
                .keeps("Look: ");
    }

    private static String vml(String inner) {
        return p(
                run("Look: "),
                "<w:r><w:pict><v:rect id=\"r1\" style=\"width:72pt;height:36pt\" fillcolor=\"#ff0000\">" + inner
                        + "</v:rect></w:pict></w:r>");
    }
}
