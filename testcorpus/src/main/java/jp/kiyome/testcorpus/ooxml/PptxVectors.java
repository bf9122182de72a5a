package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Pptx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Pptx.SLIDE1;
import static jp.kiyome.testcorpus.ooxml.Pptx.box;
import static jp.kiyome.testcorpus.ooxml.Pptx.linkedText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Vector;

/** Clicks, timing, media and memories of presentations. */
final class PptxVectors {

    private PptxVectors() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        actions().forEach((name, action) -> all.add(action(name, action)));
        all.addAll(clicks());
        all.addAll(media());
        all.addAll(parts());
        return all;
    }

    private static Vector vector(String name, UnaryOperator<OoxmlPackage> more) {
        return Vector.of(
                        "pptx-" + name,
                        "pptx",
                        () -> more.apply(Pptx.saying("Hello")).bytes(),
                        () -> Pptx.saying("Hello").bytes())
                .loses("marker")
                .keeps("Hello", "Second slide");
    }

    private static Map<String, String> actions() {
        Map<String, String> actions = new LinkedHashMap<>();
        actions.put("program", "ppaction://program");
        actions.put("macro", "ppaction://macro?name=marker");
        actions.put("ole", "ppaction://ole?verb=0");
        actions.put("file", "ppaction://hlinkfile");
        actions.put("presentation", "ppaction://hlinkpres?slideindex=1&slidetitle=marker");
        actions.put("custom-show", "ppaction://customshow?id=0&return=true&marker");
        actions.put("upper-case", "PPACTION://PROGRAM");
        actions.put("media", "ppaction://media");
        actions.put("unknown", "ppaction://marker");
        return actions;
    }

    /** An action on a shape, with the target that some of them need, beside a jump to the next slide that stays. */
    private static Vector action(String name, String action) {
        return Vector.of(
                        "pptx-action-" + name,
                        "pptx",
                        () -> jump("<a:hlinkClick r:id=\"rIdOut\" action=\"" + Xml.escaped(action) + "\"/>")
                                .relateOut(SLIDE1, "rIdOut", Rel.office("hyperlink"), "file:///c:/marker.exe")
                                .bytes(),
                        () -> jump("").bytes())
                .loses("marker", action)
                .keeps("Hello", "Next");
    }

    private static OoxmlPackage jump(String click) {
        return Pptx.of(
                box(2, "Hello", click),
                box(3, "Next", "<a:hlinkClick r:id=\"\" action=\"ppaction://hlinkshowjump?jump=nextslide\"/>"));
    }

    private static List<Vector> clicks() {
        return List.of(
                Vector.of(
                                "pptx-mouse-over",
                                "pptx",
                                () -> Pptx.of(box(
                                                2,
                                                "Hello",
                                                "<a:hlinkHover r:id=\"rIdOut\" action=\"ppaction://program\"/>"))
                                        .relateOut(SLIDE1, "rIdOut", Rel.office("hyperlink"), "file:///c:/marker.exe")
                                        .bytes(),
                                () -> Pptx.saying("Hello").bytes())
                        .loses("marker", "ppaction://program")
                        .keeps("Hello"),
                Vector.of(
                                "pptx-mouse-over-text",
                                "pptx",
                                () -> Pptx.of(linkedText(2, "Hello", "<a:hlinkMouseOver r:id=\"rIdOut\"/>"))
                                        .relateOut(
                                                SLIDE1,
                                                "rIdOut",
                                                Rel.office("hyperlink"),
                                                "\\\\example.invalid\\marker")
                                        .bytes(),
                                () -> Pptx.saying("Hello").bytes())
                        .loses("marker")
                        .keeps("Hello"),
                Vector.of(
                                "pptx-hyperlink-file",
                                "pptx",
                                () -> Pptx.of(linkedText(2, "Hello", "<a:hlinkClick r:id=\"rIdOut\"/>"))
                                        .relateOut(SLIDE1, "rIdOut", Rel.office("hyperlink"), "file:///c:/marker.exe")
                                        .bytes(),
                                () -> Pptx.saying("Hello").bytes())
                        .loses("marker")
                        .keeps("Hello"),
                Vector.of(
                                "pptx-click-sound",
                                "pptx",
                                () -> Pptx.of(box(
                                                2,
                                                "Hello",
                                                "<a:hlinkClick r:id=\"\" action=\"ppaction://noaction\">"
                                                        + "<a:snd r:embed=\"rIdOut\" name=\"marker\"/></a:hlinkClick>"))
                                        .relateOut(SLIDE1, "rIdOut", Rel.office("audio"), "file:///c:/marker.wav")
                                        .bytes(),
                                () -> Pptx.saying("Hello").bytes())
                        .loses("marker")
                        .keeps("Hello"));
    }

    private static List<Vector> media() {
        return List.of(
                vector("linked-audio", pptx -> Pptx.shape(pptx, pictureWith("<a:audioFile r:link=\"rIdOut\"/>"))
                        .relateOut(SLIDE1, "rIdOut", Rel.office("audio"), "http://example.invalid/marker.mp3")
                        .defaultType("png", "image/png")
                        .relate(SLIDE1, "rIdPic", Rel.office("image"), "../media/image1.png")
                        .member("ppt/media/image1.png", Png.square())),
                vector("linked-video", pptx -> Pptx.shape(pptx, pictureWith("<a:videoFile r:link=\"rIdOut\"/>"))
                        .relateOut(SLIDE1, "rIdOut", Rel.office("video"), "\\\\example.invalid\\marker.mp4")
                        .defaultType("png", "image/png")
                        .relate(SLIDE1, "rIdPic", Rel.office("image"), "../media/image1.png")
                        .member("ppt/media/image1.png", Png.square())),
                vector(
                        "timing-command",
                        pptx -> Pptx.behindSlide(
                                pptx,
                                timing(
                                        "<p:cmd type=\"verb\" cmd=\"marker\"><p:cBhvr>"
                                                + "<p:cTn id=\"3\" dur=\"1\"/><p:tgtEl><p:spTgt spid=\"2\"/></p:tgtEl></p:cBhvr></p:cmd>"))),
                vector("transition-sound", pptx -> Pptx.behindSlide(
                                pptx,
                                "<p:transition><p:fade/><p:sndAc><p:stSnd><p:snd r:embed=\"rIdSnd\" name=\"marker\"/></p:stSnd></p:sndAc>"
                                        + "</p:transition>")
                        .relateOut(SLIDE1, "rIdSnd", Rel.office("audio"), "file:///c:/marker.wav")));
    }

    private static String pictureWith(String media) {
        return "<p:pic><p:nvPicPr><p:cNvPr id=\"9\" name=\"Media\"/><p:cNvPicPr/><p:nvPr>" + media
                + "</p:nvPr></p:nvPicPr>"
                + "<p:blipFill><a:blip r:embed=\"rIdPic\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>"
                + "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"914400\" cy=\"914400\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
                + "</a:prstGeom></p:spPr></p:pic>";
    }

    private static String timing(String node) {
        return "<p:timing><p:tnLst><p:par><p:cTn id=\"1\" dur=\"indefinite\" restart=\"never\" nodeType=\"tmRoot\"><p:childTnLst>"
                + node + "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>";
    }

    private static List<Vector> parts() {
        return List.of(
                vector("vba", pptx -> DocxObjects.vba(pptx, "ppt/")),
                vector("ole-object", pptx -> Pptx.shape(
                                pptx,
                                graphicFrame("<p:oleObj name=\"marker\" r:id=\"rIdOle\" progId=\"Package\""
                                        + " imgW=\"914400\" imgH=\"914400\"><p:embed/></p:oleObj>"))
                        .relate(SLIDE1, "rIdOle", Rel.office("oleObject"), "../embeddings/oleObject1.bin")
                        .part(
                                "ppt/embeddings/oleObject1.bin",
                                Types.OFFICE + "oleObject",
                                CompoundFile.with("marker"))),
                vector("ole-link", pptx -> Pptx.shape(
                                pptx,
                                graphicFrame(
                                        "<p:oleObj name=\"x\" r:id=\"rIdOle\" progId=\"Word.Document\""
                                                + " imgW=\"914400\" imgH=\"914400\"><p:link updateAutomatic=\"1\"/></p:oleObj>"))
                        .relateOut(SLIDE1, "rIdOle", Rel.office("oleObject"), "file:///\\\\example.invalid\\marker!x")),
                vector("active-x", pptx -> pptx.edit(
                                SLIDE1,
                                xml -> xml.replace(
                                        "</p:spTree>",
                                        "</p:spTree><p:controls><p:control name=\"marker\" r:id=\"rIdCtl\" imgW=\"1\" imgH=\"1\"/></p:controls>"))
                        .relate(SLIDE1, "rIdCtl", Rel.office("control"), "../activeX/activeX1.xml")
                        .part(
                                "ppt/activeX/activeX1.xml",
                                "application/vnd.ms-office.activeX+xml",
                                "<ax:ocx xmlns:ax=\"http://schemas.microsoft.com/office/2006/activeX\" ax:classid=\"{00000000-0000-0000-"
                                        + "0000-000000000003}\" ax:license=\"marker\"/>")),
                vector("slide-update", pptx -> pptx.relateOut(
                                SLIDE1, "rIdUpd", Rel.office("slideUpdateUrl"), "http://example.invalid/marker")
                        .relate(
                                SLIDE1,
                                "rIdInf",
                                Rel.office("slideUpdateInfo"),
                                "../slideUpdateInfo/slideUpdateInfo1.xml")
                        .part(
                                "ppt/slideUpdateInfo/slideUpdateInfo1.xml",
                                Types.SLIDE + "slideUpdateInfo+xml",
                                "<p:sldSyncPr" + Ns.IN_SLIDE + " serverSldId=\"marker\"/>")),
                vector("tags", pptx -> pptx.edit(
                                MAIN,
                                xml -> xml.replace(
                                        "</p:presentation>",
                                        "<p:custDataLst><p:tags r:id=\"rIdTag\"/></p:custDataLst></p:presentation>"))
                        .relate(MAIN, "rIdTag", Rel.office("tags"), "tags/tag1.xml")
                        .part(
                                "ppt/tags/tag1.xml",
                                Types.SLIDE + "tags+xml",
                                "<p:tagLst" + Ns.IN_SLIDE + "><p:tag name=\"marker\" val=\"marker\"/></p:tagLst>")),
                vector("embedded-font", pptx -> pptx.edit(
                                MAIN,
                                xml -> xml.replace(
                                        "</p:presentation>",
                                        "<p:embeddedFontLst><p:embeddedFont><p:font typeface=\"Arial\"/><p:regular r:id=\"rIdFnt\"/></p:embeddedFont>"
                                                + "</p:embeddedFontLst></p:presentation>"))
                        .relate(MAIN, "rIdFnt", Rel.office("font"), "fonts/font1.fntdata")
                        .part("ppt/fonts/font1.fntdata", "application/x-fontdata", DocxParts.text("marker"))),
                vector("html-publish", pptx -> pptx.relate(MAIN, "rIdPro", Rel.office("presProps"), "presProps.xml")
                        .relateOut("ppt/presProps.xml", "rId1", Rel.office("htmlPubSaveAs"), "file:///c:/marker.htm")
                        .part(
                                "ppt/presProps.xml",
                                Types.SLIDE + "presProps+xml",
                                "<p:presentationPr" + Ns.IN_SLIDE
                                        + "><p:htmlPubPr r:id=\"rId1\" title=\"marker\"/></p:presentationPr>")),
                vector("unlisted-slide", pptx -> pptx.relate(MAIN, "rIdOld", Rel.office("slide"), "slides/slide9.xml")
                        .part(
                                "ppt/slides/slide9.xml",
                                Types.SLIDE + "slide+xml",
                                "<p:sld" + Ns.IN_SLIDE + "><p:cSld name=\"marker\"><p:spTree/></p:cSld></p:sld>")));
    }

    private static String graphicFrame(String ole) {
        return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"8\" name=\"Object\"/><p:cNvGraphicFramePr/><p:nvPr/>"
                + "</p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"914400\" cy=\"914400\"/></p:xfrm><a:graphic>"
                + "<a:graphicData uri=\"http://schemas.openxmlformats.org/presentationml/2006/ole\">" + ole
                + "</a:graphicData></a:graphic></p:graphicFrame>";
    }
}
