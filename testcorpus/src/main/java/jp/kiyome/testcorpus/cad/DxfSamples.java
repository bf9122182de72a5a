package jp.kiyome.testcorpus.cad;

import static jp.kiyome.testcorpus.cad.Dxf.block;
import static jp.kiyome.testcorpus.cad.Dxf.entity;

import java.util.List;
import java.util.function.Supplier;
import jp.kiyome.testcorpus.cad.Dxf.Parts;
import jp.kiyome.testcorpus.sample.Sample;

/** Drawings with nothing to find, of every version and form. */
@SuppressWarnings("StringConcatToTextBlock")
public final class DxfSamples {

    private DxfSamples() {}

    public static List<Sample> all() {
        Parts plain = Parts.plain();
        return List.of(
                sample(
                        "r12-minimal",
                        () -> Dxf.text(
                                Dxf.section("ENTITIES", "0 LINE\n8 0\n10 0.0\n20 0.0\n11 1.5\n21 -0.0\n") + "0 EOF\n",
                                "US-ASCII",
                                "\n")),
                sample(
                        "r12-polyline",
                        () -> Dxf.text(
                                Dxf.section(
                                                "ENTITIES",
                                                "0 POLYLINE\n8 道路\n66 1\n70 1\n10 0.0\n20 0.0\n30 0.0\n0 VERTEX\n8 道路\n10 1.0E20\n20 1.0E-20\n"
                                                        + "0 VERTEX\n8 道路\n10 0.1\n20 12345678.125\n0 SEQEND\n8 道路\n")
                                        + "0 EOF\n",
                                "windows-31j",
                                "\r\n")),
                sample(
                        "r12-binary",
                        () -> Dxf.binary(
                                Dxf.section("ENTITIES", "0 LINE\n8 0\n62 1\n10 0.0\n20 0.5\n11 1.5\n21 2.5\n")
                                        + "0 EOF\n",
                                "US-ASCII",
                                false)),
                sample("2000", () -> Dxf.text("AC1015", plain)),
                sample("2004", () -> Dxf.text("AC1018", plain)),
                sample("2007", () -> Dxf.text("AC1021", plain)),
                sample(
                        "2013",
                        () -> Dxf.text(
                                "AC1027",
                                plain.entities(
                                        entity(
                                                "MTEXT",
                                                "40",
                                                "AcDbMText",
                                                "10 0.0\n20 0.0\n30 0.0\n40 2.5\n71 1\n1 {\\fＭＳ ゴシック|b0|i0|c128|p49;縮尺 1:500\\P%%c100}\n")))),
                sample("2018", () -> Dxf.text("AC1032", plain)),
                sample("2018-binary", () -> Dxf.binary(plain.drawing("AC1032"), "UTF-8", true)),
                sample("2000-binary", () -> Dxf.binary(plain.drawing("AC1015"), "windows-31j", true)),
                sample("2000-lf", () -> Dxf.text(plain.drawing("AC1015"), "windows-31j", "\n")),
                sample(
                        "blocks",
                        () -> Dxf.of(plain.blocks(block(
                                        "A",
                                        "5",
                                        entity("CIRCLE", "53", "AcDbCircle", "10 0.0\n20 0.0\n30 0.0\n40 5.0\n")))
                                .entities(
                                        "0 INSERT\n5 40\n330 1F\n100 AcDbEntity\n8 0\n100 AcDbBlockReference\n66 1\n2 A\n10 3.0\n20 4.0\n30 0.0\n"
                                                + "0 ATTRIB\n5 41\n330 40\n100 AcDbEntity\n8 0\n100 AcDbText\n10 0.0\n20 0.0\n30 0.0\n40 1.0\n1 室名\n100 AcDbAttribute\n2 ROOM\n70 0\n"
                                                + "0 SEQEND\n5 42\n330 40\n100 AcDbEntity\n8 0\n"))),
                sample(
                        "curves",
                        () -> Dxf.of(
                                plain.entities(
                                        DxfVectors.polyline(2)
                                                + entity(
                                                        "SPLINE",
                                                        "43",
                                                        "AcDbSpline",
                                                        "70 8\n71 3\n72 8\n73 4\n74 0\n42 0.0000000001\n43 0.0000000001\n40 0.0\n40 0.0\n40 0.0\n40 0.0\n40 1.0\n40 1.0\n40 1.0\n40 1.0\n"
                                                                + "10 0.0\n20 0.0\n30 0.0\n10 1.0\n20 1.0\n30 0.0\n10 2.0\n20 1.0\n30 0.0\n10 3.0\n20 0.0\n30 0.0\n")
                                                + entity(
                                                        "ELLIPSE",
                                                        "44",
                                                        "AcDbEllipse",
                                                        "10 0.0\n20 0.0\n30 0.0\n11 1.0\n21 0.0\n31 0.0\n40 0.5\n41 0.0\n42 6.283185307179586\n")
                                                + entity(
                                                        "HATCH",
                                                        "45",
                                                        "AcDbHatch",
                                                        "10 0.0\n20 0.0\n30 0.0\n210 0.0\n220 0.0\n230 1.0\n2 SOLID\n70 1\n71 0\n91 1\n92 7\n72 0\n73 1\n93 3\n10 0.0\n20 0.0\n10 1.0\n20 0.0\n10 1.0\n20 1.0\n97 0\n75 0\n76 1\n98 1\n10 0.0\n20 0.0\n")))),
                sample("styles", () -> Dxf.of(plain.tables(DxfVectors.style("txt", "bigfont.shx")))),
                sample(
                        "layout",
                        () -> Dxf.of(plain.objects(
                                "root ACAD_LAYOUT 41\n0 DICTIONARY\n5 41\n330 C\n100 AcDbDictionary\n281 1\n3 Model\n350 42\n"
                                        + "0 LAYOUT\n5 42\n330 41\n100 AcDbPlotSettings\n1 \n2 none_device\n4 A3\n6 \n40 7.5\n70 1024\n7 monochrome.ctb\n"
                                        + "100 AcDbLayout\n1 Model\n70 1\n71 0\n10 0.0\n20 0.0\n330 1F\n"))),
                sample("hatch-with-source", () -> Dxf.of(plain.entities(DxfVectors.hatch("97 1\n330 30\n")))),
                sample(
                        "picture-beside",
                        () -> Dxf.of(plain.entities(DxfVectors.image()).objects(DxfVectors.definition("map.png")))));
    }

    private static Sample sample(String name, Supplier<byte[]> bytes) {
        return Sample.of("dxf-" + name, "dxf", bytes);
    }
}
