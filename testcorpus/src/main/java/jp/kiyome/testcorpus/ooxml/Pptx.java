package jp.kiyome.testcorpus.ooxml;

/** PresentationML presentations (ECMA-376 part 1, section 19). */
public final class Pptx {

    static final String MAIN = "ppt/presentation.xml";
    static final String SLIDE1 = "ppt/slides/slide1.xml";
    static final String SLIDE2 = "ppt/slides/slide2.xml";

    private static final String MASTER = "ppt/slideMasters/slideMaster1.xml";
    private static final String LAYOUT = "ppt/slideLayouts/slideLayout1.xml";
    private static final String GROUP =
            "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";

    private Pptx() {}

    /** A presentation whose first slide holds these shapes; a second one stands behind it. */
    static OoxmlPackage of(String... shapes) {
        OoxmlPackage pptx = new OoxmlPackage()
                .relate("", "rId1", Rel.office("officeDocument"), MAIN)
                .part(MAIN, Types.SLIDE + "presentation.main+xml", presentation());
        pptx.relate(MAIN, "rId1", Rel.office("slideMaster"), "slideMasters/slideMaster1.xml")
                .relate(MAIN, "rId2", Rel.office("slide"), "slides/slide1.xml")
                .relate(MAIN, "rId3", Rel.office("slide"), "slides/slide2.xml");
        slide(pptx, SLIDE1, String.join("", shapes));
        slide(pptx, SLIDE2, box(2, "Second slide"));
        return master(pptx);
    }

    static OoxmlPackage saying(String text) {
        return of(box(2, text));
    }

    private static String presentation() {
        return "<p:presentation" + Ns.IN_SLIDE + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                + "</p:sldMasterIdLst><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/><p:sldId id=\"257\" r:id=\"rId3\"/>"
                + "</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>";
    }

    private static void slide(OoxmlPackage pptx, String name, String shapes) {
        pptx.part(
                        name,
                        Types.SLIDE + "slide+xml",
                        "<p:sld" + Ns.IN_SLIDE + "><p:cSld><p:spTree>" + GROUP + shapes + "</p:spTree></p:cSld>"
                                + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>")
                .relate(name, "rId1", Rel.office("slideLayout"), "../slideLayouts/slideLayout1.xml");
    }

    private static OoxmlPackage master(OoxmlPackage pptx) {
        return pptx.part(
                        LAYOUT,
                        Types.SLIDE + "slideLayout+xml",
                        "<p:sldLayout" + Ns.IN_SLIDE + " type=\"blank\"><p:cSld name=\"Blank\"><p:spTree>" + GROUP
                                + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>")
                .relate(LAYOUT, "rId1", Rel.office("slideMaster"), "../slideMasters/slideMaster1.xml")
                .part(
                        MASTER,
                        Types.SLIDE + "slideMaster+xml",
                        "<p:sldMaster" + Ns.IN_SLIDE + "><p:cSld><p:spTree>" + GROUP + "</p:spTree></p:cSld>"
                                + "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\""
                                + " accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\""
                                + " folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/>"
                                + "</p:sldLayoutIdLst></p:sldMaster>")
                .relate(MASTER, "rId1", Rel.office("slideLayout"), "../slideLayouts/slideLayout1.xml")
                .relate(MASTER, "rId2", Rel.office("theme"), "../theme/theme1.xml")
                .part("ppt/theme/theme1.xml", Types.OFFICE + "theme+xml", Theme.XML);
    }

    static String box(int id, String text) {
        return box(id, text, "");
    }

    /** A text box; {@code click} stands inside its non-visual properties. */
    static String box(int id, String text, String click) {
        return shape(id, click, "<a:r><a:rPr lang=\"en-US\"/><a:t>" + Xml.escaped(text) + "</a:t></a:r>");
    }

    /** A text box whose run has a click of its own. */
    static String linkedText(int id, String text, String click) {
        return shape(
                id, "", "<a:r><a:rPr lang=\"en-US\">" + click + "</a:rPr><a:t>" + Xml.escaped(text) + "</a:t></a:r>");
    }

    private static String shape(int id, String click, String runs) {
        String properties = click.isEmpty() ? "/>" : ">" + click + "</p:cNvPr>";
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"Box " + id + "\"" + properties
                + "<p:cNvSpPr txBox=\"1\"/>"
                + "<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"" + id * 457200 + "\" y=\"" + id * 457200 + "\"/>"
                + "<a:ext cx=\"3657600\" cy=\"457200\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
                + "<p:txBody><a:bodyPr/><a:lstStyle/><a:p>" + runs + "</a:p></p:txBody></p:sp>";
    }

    /** Adds shapes to the first slide. */
    static OoxmlPackage shape(OoxmlPackage pptx, String shapes) {
        return pptx.edit(SLIDE1, xml -> xml.replace("</p:spTree>", shapes + "</p:spTree>"));
    }

    /** Adds what comes behind the colour map of the first slide: transition and timing. */
    static OoxmlPackage behindSlide(OoxmlPackage pptx, String xml) {
        return pptx.edit(SLIDE1, text -> text.replace("</p:sld>", xml + "</p:sld>"));
    }
}
