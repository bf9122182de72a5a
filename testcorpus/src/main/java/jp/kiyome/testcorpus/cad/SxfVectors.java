package jp.kiyome.testcorpus.cad;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** What attacks from a drawing of SXF written as features, and what hides in one. */
public final class SxfVectors {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String MARK = "vector-marker";
    private static final String SHOWN = "平面図 表ソ能";
    private static final String LAST = "drawing_sheet_feature(\\'図面\\','3','1','420','297')";
    private static final String LAYER = "layer_feature(\\'通り芯\\','1')";
    private static final String LINE = "line_feature('1','1','1','1','0.000000','0.000000','10.5','-3.25')";
    private static final String EXTENSION = "'1','0','0','1','1','2','2'";
    private static final String ARROW = "'8','0','1.0','1.0','1.0'";
    private static final String TEXT = "'1','1',\\'1,234\\','0','0','3.5','10','0','0','0','1','1'";

    private SxfVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>(features());
        all.addAll(attributes());
        return List.copyOf(all);
    }

    private static List<Vector> attributes() {
        return List.of(
                Vector.of(
                                "saf-external-dtd",
                                "saf",
                                () -> saf(
                                        "<!DOCTYPE SxfAttributeXML SYSTEM \"http://example.invalid/" + MARK + ".dtd\">",
                                        "a.tif"),
                                () -> saf("", "a.tif"))
                        .finds("saf.prolog")
                        .loses(MARK),
                Vector.of(
                                "saf-picture-path",
                                "saf",
                                () -> saf("", "\\\\example.invalid\\" + MARK + "\\a.tif"),
                                () -> saf("", "a.tif"))
                        .finds("sxf.path")
                        .loses(MARK, "example.invalid"),
                Vector.of(
                                "saf-unknown",
                                "saf",
                                () -> saf("", "a.tif</Attr><Script>" + MARK + "</Script><Attr name=\"b\">"),
                                () -> saf("", "a.tif"))
                        .finds("structure.unknown-element")
                        .loses(MARK),
                Vector.of(
                                "saf-entity",
                                "saf",
                                () -> saf(
                                        "<!DOCTYPE SxfAttributeXML [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                                        "&x;"),
                                () -> saf("", "a.tif"))
                        .ends(Ending.REFUSED),
                Vector.of("saf-entity-unnamed", "saf", () -> saf("", "&x;"), () -> saf("", "a.tif"))
                        .ends(Ending.REFUSED));
    }

    private static byte[] saf(String prolog, String value) {
        String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + prolog
                + "<SxfAttributeXML version=\"3.1\" date=\"2026-04-01\" sxfFile=\"a.sfc\" application=\"x\">\n<AttributeSet name=\"共通\" version=\"1\" designedBy=\"x\">1</AttributeSet>\n"
                + "<Figure id=\"1\" name=\"壁\">\n<AttrSetRef id=\"1\">\n<AttrGroup name=\"g\"><Attr name=\"画像\" type=\"STR\">"
                + value
                + "</Attr></AttrGroup>\n</AttrSetRef>\n</Figure>\n</SxfAttributeXML>\n";
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<Vector> features() {
        return List.of(
                mended("comment", "\n/* " + MARK + " */\n", "sxf.comment"),
                mended("comment-like-a-feature", "\n/*SXF9\n#9 = " + MARK + "()\nSXF9*/\n", "sxf.comment"),
                mended("unknown-feature", feature(900, "macro_feature(\\'" + MARK + "\\')"), "sxf.unknown-feature"),
                Vector.of("sfc-behind", "sfc", () -> bytes(file("") + MARK), () -> bytes(file("")))
                        .finds("sxf.trailing-data")
                        .loses(MARK)
                        .keeps(SHOWN),
                Vector.of(
                                "sfc-author",
                                "sfc",
                                () -> bytes(file("").replace("(''),\n", "('" + MARK + "'),\n")),
                                () -> bytes(file("")))
                        .finds("part21.author")
                        .loses(MARK)
                        .keeps(SHOWN),
                figure("atrf-path", "$$ATRF$$1$$\\\\\\\\example.invalid\\\\" + MARK + "\\\\a.saf", "$$ATRF$$1$$a.saf")
                        .finds("sxf.path")
                        .loses("example.invalid", MARK),
                figure("picture-path", "$$ATRU$$1$$画像$$画像$$C:\\\\" + MARK + "\\\\a.tif", "$$ATRU$$1$$画像$$画像$$a.tif")
                        .finds("sxf.path")
                        .loses(MARK),
                refused("layer-undefined", feature(900, "line_feature('9','1','1','1','0','0','1','1')")),
                refused(
                        "font-undefined",
                        feature(900, "text_string_feature('1','1','7',\\'a\\','0','0','1','1','0','0','0','1','1')")),
                refused(
                        "layers",
                        IntStream.range(0, 257)
                                .mapToObj(i -> feature(1000 + i, LAYER))
                                .collect(Collectors.joining())),
                refused("two-sheets", feature(900, LAST)),
                refused("huge-number", feature(900, "circle_feature('1','1','1','1','0','0','1e15')")),
                refused("lists", feature(900, "polyline_feature('1','1','1','1','3','(0,1)','(0,1)')")),
                refused("one-point", feature(900, "polyline_feature('1','1','1','1','1','(0)','(0)')")),
                refused(
                        "figure-loop",
                        feature(900, locate("b"))
                                + feature(901, org("a"))
                                + feature(902, locate("a"))
                                + feature(903, org("b"))),
                refused("figure-bomb", bomb()),
                refused("figure-undefined", feature(900, locate("nobody"))),
                refused("unclosed", "\n/*SXF\n#900 = " + LINE + "\n"),
                refused("parameters", feature(900, "line_feature('1','1','1','1')")));
    }

    public static List<Sample> benign() {
        return List.of(
                Sample.of("benign-sfc", "sfc", () -> bytes(file(everything()))).keeps(SHOWN),
                Sample.of("benign-sfc-3", "sfc", () -> bytes(file("").replace("SXF", "SXF3.1")))
                        .keeps(SHOWN),
                Sample.of(
                        "benign-sfc-figures",
                        "sfc",
                        () -> bytes(file(feature(900, LINE)
                                + feature(901, org("部品"))
                                + feature(902, locate("部品"))
                                + feature(903, org("組"))
                                + feature(904, locate("組"))))));
    }

    /** Places that no reader shows. */
    public static List<Placement> places() {
        return List.of(
                Placement.of("saf-comment", "saf", t -> saf("<!-- " + t.text() + " -->", "a.tif")),
                Placement.of("saf-unknown", "saf", t -> saf("", "a</Attr><X>" + t.text() + "</X><Attr name=\"b\">")),
                Placement.of("sfc-comment", "sfc", t -> bytes(file("\n/* " + t.text() + " */\n"))),
                Placement.of(
                        "sfc-unknown-feature",
                        "sfc",
                        t -> bytes(file(feature(900, "x_feature(\\'" + t.text() + "\\')")))),
                Placement.of("sfc-behind", "sfc", t -> bytes(file("") + t.text())),
                Placement.of("sfc-author", "sfc", t -> bytes(file("").replace("(''),\n", "('" + t.text() + "'),\n"))),
                Placement.of(
                        "sfc-program", "sfc", t -> bytes(file("").replace("'','','');", "'','" + t.text() + "','');"))),
                Placement.of(
                        "sfc-path",
                        "sfc",
                        t -> bytes(file(
                                feature(900, LINE) + feature(901, org("$$ATRF$$1$$c:\\\\" + t.text() + "\\\\a.saf"))))),
                Placement.of(
                                "sfc-number",
                                "sfc",
                                t -> bytes(file(feature(900, "width_feature('0.5" + t.text() + "')"))))
                        .orRefused());
    }

    private static Vector mended(String name, String more, String code) {
        return Vector.of("sfc-" + name, "sfc", () -> bytes(file(more)), () -> bytes(file("")))
                .finds(code)
                .loses(MARK)
                .keeps(SHOWN);
    }

    private static Vector figure(String name, String hostile, String twin) {
        return Vector.of(
                        "sfc-" + name,
                        "sfc",
                        () -> bytes(file(feature(900, LINE) + feature(901, org(hostile)))),
                        () -> bytes(file(feature(900, LINE) + feature(901, org(twin)))))
                .keeps(SHOWN);
    }

    private static Vector refused(String name, String more) {
        return Vector.of("sfc-" + name, "sfc", () -> bytes(file(more)), () -> bytes(file("")))
                .ends(Ending.REFUSED);
    }

    private static String org(String name) {
        return "sfig_org_feature(\\'" + name + "\\','3')";
    }

    private static String locate(String name) {
        return "sfig_locate_feature('1',\\'" + name + "\\','0.0','0.0','0.0','1.0','1.0')";
    }

    /** Ten figures of ten figures, eight deep. */
    private static String bomb() {
        StringBuilder bomb = new StringBuilder(feature(900, LINE) + feature(901, org("f0")));
        int id = 902;
        for (int deep = 1; deep < 9; deep++) {
            for (int i = 0; i < 10; i++) {
                bomb.append(feature(id++, locate("f" + (deep - 1))));
            }
            bomb.append(feature(id++, org("f" + deep)));
        }
        return bomb.append(feature(id, locate("f8"))).toString();
    }

    private static String feature(int id, String what) {
        return "\n/*SXF\n#" + id + " = " + what + "\nSXF*/\n";
    }

    private static String everything() {
        List<String> all = new ArrayList<>(List.of(
                "drawing_attribute_feature(\\'事業\\',\\'工事\\',\\'\\',\\'図\\',\\'1$$2\\',\\'平面\\',\\'1:100\\','2026','4','1',\\'会社\\',\\'市\\')",
                "user_defined_colour_feature('1','2','3')",
                "user_defined_font_feature(\\'点線\\','2','(0.3,0.6)')",
                "point_marker_feature('1','1','1.5','2.5','7','0.0','1.0')",
                "polyline_feature('1','1','1','1','2','(0.0,1.0)','(0.0,-1.0)')",
                "circle_feature('1','1','1','1','0.0','0.0','5.0')",
                "arc_feature('1','1','1','1','0.0','0.0','5.0','0','10.5','350.25')",
                "ellipse_feature('1','1','1','1','0.0','0.0','5.0','2.0','45.0')",
                "ellipse_arc_feature('1','1','1','1','0.0','0.0','5.0','2.0','0','45.0','0.0','90.0')",
                "spline_feature('1','1','1','1','1','4','(0,1,2,3)','(0,1,2,3)')",
                "clothoid_feature('1','1','1','1','0','0','10','0','0','0','5')",
                "externally_defined_symbol_feature('1','0','1',\\'North\\','0','0','0','1')",
                "linear_dim_feature('1','1','1','1','0','0','9','0'," + EXTENSION + "," + EXTENSION + "," + ARROW + ","
                        + ARROW + "," + TEXT + ")",
                "angular_dim_feature('1','1','1','1','0','0','9','0','90'," + EXTENSION + "," + EXTENSION + "," + ARROW
                        + "," + ARROW + "," + TEXT + ")",
                "curve_dim_feature('1','1','1','1','0','0','9','0','90'," + EXTENSION + "," + EXTENSION + "," + ARROW
                        + "," + ARROW + "," + TEXT + ")",
                "radius_dim_feature('1','1','1','1','0','0','9','0'," + ARROW + "," + TEXT + ")",
                "diameter_dim_feature('1','1','1','1','0','0','9','0'," + ARROW + "," + ARROW + "," + TEXT + ")",
                "label_feature('1','1','1','1','2','(0,1)','(0,1)','8','1'," + TEXT + ")",
                "balloon_feature('1','1','1','1','2','(0,1)','(0,1)','5','5','2','8','1'," + TEXT + ")",
                "composite_curve_org_feature('1','1','1','0')",
                "externally_defined_hatch_feature('1',\\'Area_control\\','1','1','(2)')",
                "fill_area_style_colour_feature('1','1','1','0','()')",
                "fill_area_style_hatching_feature('1','2','(1,1,1,0,0,5,45)','(1,1,1,0,0,5,135)','1','0','()')",
                "fill_area_style_tiles_feature('1',\\'Tile\\','1','0','0','1','0','1','90','1','1','0','1','0','()')"));
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            features.append(feature(300 + 10 * i, all.get(i)));
        }
        return features.toString();
    }

    static String file(String more) {
        return "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('SCADEC level2 feature_mode'),'2;1');\n"
                + "FILE_NAME('a.sfc','2026-4-1T9:00:00',\n(''),\n(''),\n'','','');\nFILE_SCHEMA(('ASSOCIATIVE_DRAUGHTING'));\nENDSEC;\nDATA;\n"
                + feature(10, "pre_defined_colour_feature(\\'black\\')")
                + feature(20, "pre_defined_font_feature(\\'continuous\\')")
                + feature(30, "width_feature('0.130000')")
                + feature(40, "text_font_feature(\\'ＭＳ ゴシック\\')")
                + feature(50, LINE)
                + feature(
                        60,
                        "text_string_feature('1','1','1',\\'" + SHOWN
                                + "\\','0.0','0.0','3.5','20.0','0.0','0.0','0.0','1','1')")
                + more
                + feature(5000, LAST)
                + feature(5010, LAYER)
                + "ENDSEC;\nEND-ISO-10303-21;\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(CP932);
    }
}
