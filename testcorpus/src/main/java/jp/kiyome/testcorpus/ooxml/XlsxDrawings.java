package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Xlsx.SHEET1;
import static jp.kiyome.testcorpus.ooxml.Xlsx.number;
import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Vector;

/** What lies over the cells of a worksheet: shapes, charts, objects (ECMA-376-1 §20.5, §21.2). */
final class XlsxDrawings {

    private static final String DRAWING = "xl/drawings/drawing1.xml";
    private static final String VML = "xl/drawings/vmlDrawing1.vml";
    private static final String IN_DRAWING =
            " xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"" + Ns.A
                    + "\" xmlns:r=\"" + Ns.R + "\"";
    private static final String CORNERS = corner("from", 1) + corner("to", 4);

    private XlsxDrawings() {}

    static List<Vector> all() {
        return List.of(
                vector("shape-macro", () -> shape(" macro=\"[0]!marker\""), () -> shape("")),
                vector("vml-shape-macro", () -> legacy("<x:FmlaMacro>[0]!marker</x:FmlaMacro>"), () -> legacy("")),
                vector(
                        "chart-formula-of-another-book",
                        () -> chart("'[marker.xlsx]Sheet1'!$B$1"),
                        () -> chart("Sheet1!$B$1")),
                // What shows the object is a VML shape of its own, which stays.
                vector("ole-object", () -> object(CompoundFile.with("marker")), () -> legacy("")),
                vector(
                        "ole-pdf",
                        () -> object(CompoundFile.with(new String(DocxObjects.pdf(), StandardCharsets.US_ASCII))),
                        () -> legacy("")));
    }

    private static Vector vector(String name, Supplier<OoxmlPackage> hostile, Supplier<OoxmlPackage> twin) {
        return Vector.of("xlsx-" + name, "xlsx", () -> hostile.get().bytes(), () -> twin.get()
                        .bytes())
                .loses("marker")
                .keeps("Sum");
    }

    private static OoxmlPackage plain() {
        return Xlsx.of(row(1, text("A1", "Sum"), number("B1", "42")));
    }

    private static String corner(String name, int at) {
        return "<xdr:" + name + "><xdr:col>" + at + "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" + at
                + "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:" + name + ">";
    }

    private static OoxmlPackage drawing(String content) {
        return Xlsx.behindRows(plain(), "<drawing r:id=\"rIdDra\"/>")
                .relate(SHEET1, "rIdDra", Rel.office("drawing"), "../drawings/drawing1.xml")
                .part(
                        DRAWING,
                        Types.OFFICE + "drawing+xml",
                        "<xdr:wsDr" + IN_DRAWING + "><xdr:twoCellAnchor>" + CORNERS + content
                                + "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>");
    }

    private static OoxmlPackage shape(String macro) {
        return drawing("<xdr:sp" + macro
                + "><xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"Box\"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom"
                + " prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>");
    }

    private static OoxmlPackage chart(String formula) {
        return drawing("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"2\" name=\"Chart\"/>"
                        + "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\""
                        + " cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"" + Ns.C + "\"><c:chart xmlns:c=\""
                        + Ns.C + "\" r:id=\"rId1\"/></a:graphicData></a:graphic></xdr:graphicFrame>")
                .relate(DRAWING, "rId1", Rel.office("chart"), "../charts/chart1.xml")
                .part("xl/charts/chart1.xml", Types.OFFICE + "drawingml.chart+xml", chartXml(formula));
    }

    private static String chartXml(String formula) {
        return "<c:chartSpace xmlns:c=\"" + Ns.C
                + "\"><c:chart><c:plotArea><c:barChart><c:barDir val=\"col\"/><c:ser><c:idx val=\"0\"/>"
                + "<c:order val=\"0\"/><c:val><c:numRef><c:f>" + formula
                + "</c:f><c:numCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>42</c:v></c:pt></c:numCache></c:numRef></c:val>"
                + "</c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:catAx><c:axId val=\"1\"/><c:scaling/>"
                + "<c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling/>"
                + "<c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea></c:chart></c:chartSpace>";
    }

    /** A picture in VML, as Excel shows objects by. */
    private static OoxmlPackage legacy(String clientData) {
        return Xlsx.behindRows(plain(), "<legacyDrawing r:id=\"rIdVml\"/>")
                .relate(SHEET1, "rIdVml", Rel.office("vmlDrawing"), "../drawings/vmlDrawing1.vml")
                .part(
                        VML,
                        Types.OFFICE + "vmlDrawing",
                        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                                + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape id=\"_x0000_s1025\""
                                + " style=\"position:absolute;width:96pt;height:72pt\"><v:imagedata o:relid=\"rId1\"/>"
                                + "<x:ClientData ObjectType=\"Pict\"><x:Anchor>1, 0, 1, 0, 4, 0, 4, 0</x:Anchor>"
                                + clientData + "</x:ClientData></v:shape></xml>")
                .defaultType("png", "image/png")
                .relate(VML, "rId1", Rel.office("image"), "../media/image1.png")
                .member("xl/media/image1.png", Png.square());
    }

    /** An embedded object, as Excel 2010 and later write it. */
    private static OoxmlPackage object(byte[] embedded) {
        String anchor = "<anchor moveWithCells=\"1\">"
                + CORNERS.replace("xdr:from>", "from>").replace("xdr:to>", "to>") + "</anchor>";
        return Xlsx.behindRows(
                        legacy(""),
                        "<oleObjects xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\">"
                                + "<mc:AlternateContent xmlns:mc=\"" + Ns.MC + "\"><mc:Choice Requires=\"x14\""
                                + " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><oleObject"
                                + " progId=\"Package\" shapeId=\"1025\" r:id=\"rIdOle\"><objectPr defaultSize=\"0\" r:id=\"rIdPic\">"
                                + anchor
                                + "</objectPr></oleObject></mc:Choice><mc:Fallback><oleObject progId=\"Package\""
                                + " shapeId=\"1025\" r:id=\"rIdOle\"/></mc:Fallback></mc:AlternateContent></oleObjects>")
                .relate(SHEET1, "rIdPic", Rel.office("image"), "../media/image1.png")
                .relate(SHEET1, "rIdOle", Rel.office("oleObject"), "../embeddings/oleObject1.bin")
                .defaultType("bin", Types.OFFICE + "oleObject")
                .member("xl/embeddings/oleObject1.bin", embedded);
    }
}
