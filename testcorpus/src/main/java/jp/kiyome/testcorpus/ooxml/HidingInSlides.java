package jp.kiyome.testcorpus.ooxml;

import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;

/** Places of PresentationML. */
final class HidingInSlides {

    private HidingInSlides() {}

    static List<Placement> all() {
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
                                        "<p:extLst><p:ext uri=\"" + HidingPlaces.UNKNOWN_GUID + "\"><x xmlns=\"urn:x\">"
                                                + token + "</x></p:ext></p:extLst></p:presentation>"))),
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

    private static Placement pptx(String name, BiFunction<OoxmlPackage, String, OoxmlPackage> hide) {
        return Placement.of("pptx-" + name, "pptx", token -> hide.apply(Pptx.saying("Hello"), token.text())
                .bytes());
    }
}
