package jp.kiyome.testcorpus.cad;

import static jp.kiyome.testcorpus.cad.Dxf.entity;

import java.util.List;
import java.util.function.Function;
import jp.kiyome.testcorpus.cad.Dxf.Parts;
import jp.kiyome.testcorpus.sample.Placement;

/** Places in drawings that no reader shows. */
@SuppressWarnings("StringConcatToTextBlock")
public final class DxfPlaces {

    private static final String POINT = "10 1.0\n20 1.0\n30 0.0\n";

    private DxfPlaces() {}

    public static List<Placement> all() {
        return List.of(
                place("comment", t -> Parts.plain().entities("999 " + t + "\n")),
                place("header-variable", t -> Parts.plain().header("9 $" + t + "\n70 1\n")),
                place("saved-by", t -> Parts.plain().header("9 $LASTSAVEDBY\n1 " + t + "\n")),
                place("identifier", t -> Parts.plain().header("9 $VERSIONGUID\n2 " + t + "\n")),
                place("class-name", t -> Parts.plain().classes("0 CLASS\n1 " + t + "\n2 X\n3 X\n90 0\n280 0\n281 0\n")),
                place("class-application", t -> Parts.plain()
                                .classes("0 CLASS\n1 LAYOUT\n2 AcDbLayout\n3 " + t + "\n90 0\n280 0\n281 0\n"))
                        .untold("every class that is listed gets the name of its application from the list"),
                place("table", t -> Parts.plain().tables("0 TABLE\n2 " + t + "\n5 3\n70 0\n0 ENDTAB\n")),
                place("application", t -> Parts.plain()
                        .tables("0 TABLE\n2 APPID\n5 3\n330 0\n100 AcDbSymbolTable\n70 1\n"
                                + "0 APPID\n5 11\n330 3\n100 AcDbSymbolTableRecord\n100 AcDbRegAppTableRecord\n2 " + t
                                + "\n70 0\n0 ENDTAB\n")),
                place("marker", t -> Parts.plain().entities(entity("POINT", "40", "AcDb" + t, POINT))),
                place("entity", t -> Parts.plain().entities(entity("X" + t, "40", "X", POINT))),
                place("unknown-code", t -> Parts.plain()
                        .entities(entity("POINT", "40", "AcDbPoint", POINT + "300 " + t + "\n"))),
                place("binary-chunk", t -> Parts.plain()
                        .entities(entity("POINT", "40", "AcDbPoint", POINT + "310 " + t + "\n"))),
                place("group", t -> Parts.plain()
                        .entities(entity("POINT", "40", "AcDbPoint", POINT + "102 {" + t + "\n102 }\n"))),
                place("xdata", t -> Parts.plain()
                        .entities(entity("POINT", "40", "AcDbPoint", POINT + "1001 ACAD\n1000 " + t + "\n"))),
                place("xdata-application", t -> Parts.plain()
                        .entities(entity("POINT", "40", "AcDbPoint", POINT + "1001 " + t + "\n1070 1\n"))),
                place("xdata-binary", t -> Parts.plain()
                        .entities(entity("POINT", "40", "AcDbPoint", POINT + "1001 ACAD\n1004 " + t + "\n"))),
                place("dictionary-key", t -> Parts.plain().objects("root " + t + " D\n")),
                place("xrecord", t -> Parts.plain()
                        .objects("root A 41\n0 XRECORD\n5 41\n330 C\n100 AcDbXrecord\n1 " + t + "\n")),
                place("object", t -> Parts.plain().objects("0 X" + t + "\n5 41\n330 C\n")),
                place("unreached-object", t -> Parts.plain()
                        .objects("0 GROUP\n5 41\n330 D\n100 AcDbGroup\n300 " + t + "\n70 0\n71 1\n")),
                place("section", t -> Parts.plain().more(Dxf.section(t, "1 " + t + "\n"))),
                place("thumbnail", t -> Parts.plain().more(Dxf.section("THUMBNAILIMAGE", "90 8\n310 " + t + "\n"))),
                place("number-digits", t -> Parts.plain()
                        .entities(entity("CIRCLE", "40", "AcDbCircle", POINT + "40 " + t + "\n"))),
                Placement.of(
                        "dxf-behind",
                        "dxf",
                        t -> Dxf.text(Parts.plain().drawing("AC1015") + "1 " + t.text() + "\n", "windows-31j", "\r\n")),
                Placement.of(
                        "dxf-binary-behind",
                        "dxf",
                        t -> Dxf.binary(
                                Parts.plain().drawing("AC1015") + "1 " + t.text() + "\n", "windows-31j", true)));
    }

    private static Placement place(String name, Function<String, Parts> parts) {
        return Placement.of("dxf-" + name, "dxf", t -> Dxf.of(parts.apply(t.text())));
    }
}
