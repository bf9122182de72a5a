package jp.kiyome.testcorpus.cad;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** What attacks from STEP files and SXF files with entities, and what hides in them. */
public final class StepVectors {

    private static final String MARK = "vector-marker";
    private static final String STEP = "AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }";
    private static final String DRAUGHTING = "ASSOCIATIVE_DRAUGHTING";
    private static final String SHOWN = "\\X2\\90E854C1\\X0\\";

    private StepVectors() {}

    public static List<Vector> all() {
        return List.of(
                mended("comment", "/* " + MARK + " */", "part21.comment"),
                mended(
                        "document-file",
                        "#900=DOCUMENT_FILE('" + MARK + "','',$,#901,'',$);\n#901=DOCUMENT_TYPE('" + MARK + "');\n"
                                + "#902=APPLIED_DOCUMENT_REFERENCE(#900,'',(#3));\n",
                        "part21.file-reference",
                        "part21.dependent"),
                mended(
                        "external-item",
                        "#900=EXTERNALLY_DEFINED_ITEM(IDENTIFIER('" + MARK
                                + "'),#901);\n#901=EXTERNAL_SOURCE(IDENTIFIER('" + MARK + "'));\n",
                        "part21.file-reference",
                        "part21.dependent"),
                mended("unknown-entity", "#900=SCRIPT_OF_OURS('" + MARK + "');\n", "part21.entity"),
                mended(
                        "own-entity",
                        "#900=!" + MARK.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "('x');\n",
                        "part21.entity"),
                changed(
                                "path",
                                "#900=DESCRIPTIVE_REPRESENTATION_ITEM('','C:\\\\" + MARK + "\\\\a.prt');\n",
                                "#900=DESCRIPTIVE_REPRESENTATION_ITEM('','a.prt');\n")
                        .finds("part21.path"),
                changed(
                                "unc",
                                "#900=DESCRIPTIVE_REPRESENTATION_ITEM('','\\\\\\\\example.invalid\\\\" + MARK
                                        + "\\\\a.prt');\n",
                                "#900=DESCRIPTIVE_REPRESENTATION_ITEM('','a.prt');\n")
                        .finds("part21.path"),
                header("author", "('" + MARK + "')", "part21.author"),
                Vector.of("step-behind", "stp", () -> bytes(step("") + MARK), () -> bytes(step("")))
                        .finds("part21.trailing-data")
                        .loses(MARK)
                        .keeps(SHOWN),
                Vector.of("step-reference-section", "stp", () -> bytes(sections()), () -> bytes(step("")))
                        .finds("part21.section")
                        .loses(MARK)
                        .keeps(SHOWN),
                Vector.of(
                                "step-population",
                                "stp",
                                () -> bytes(step("").replace(
                                                "ENDSEC;\nDATA",
                                                "FILE_POPULATION('" + MARK + "','x',$);\nENDSEC;\nDATA")),
                                () -> bytes(step("")))
                        .finds("part21.header")
                        .loses(MARK)
                        .keeps(SHOWN),
                Vector.of("p21-comment", "p21", () -> bytes(p21("/*" + MARK + "*/")), () -> bytes(p21("")))
                        .finds("part21.comment")
                        .loses(MARK)
                        .keeps(SHOWN),
                refused("reference", "#900=VECTOR('',#999,1.0);\n"),
                refused("unknown-needed", "#900=SCRIPT_OF_OURS('" + MARK + "');\n#901=VECTOR('',#900,1.0);\n"),
                refused("twice", "#1=CARTESIAN_POINT('',(0.,0.));\n"),
                refused("unclosed-comment", "/* "),
                refused("deep", "#900=VECTOR(" + "(".repeat(100_000) + ")".repeat(100_000) + ");\n"),
                refused("number", "#900=VECTOR('',#2,1.0.0);\n"),
                refused("binary", "#900=VECTOR('',#2,\"0FF\");\n"));
    }

    public static List<Sample> benign() {
        return List.of(
                Sample.of("benign-step", "stp", () -> bytes(step(""))).keeps(SHOWN),
                Sample.of("benign-p21", "p21", () -> bytes(p21(""))).keeps(SHOWN),
                Sample.of("benign-step-forms", "step", () -> bytes(step("""
                                #900=DESCRIPTIVE_REPRESENTATION_ITEM('it''s \\\\','\\X4\\00020BB7\\X0\\x');
                                #901=MEASURE_REPRESENTATION_ITEM('',LENGTH_MEASURE(-1.5E-3),#9);
                                #902=B_SPLINE_CURVE('',3,(#1,#1,#1,#1),.UNSPECIFIED.,.F.,.U.);
                                """))));
    }

    /** Places that no reader shows. */
    public static List<Placement> places() {
        return List.of(
                Placement.of("step-comment", "stp", t -> bytes(step("/*" + t.text() + "*/"))),
                Placement.of(
                        "step-comment-in-list",
                        "stp",
                        t -> bytes(step("#900=VECTOR('',#2,/*" + t.text() + "*/1.0);\n"))),
                Placement.of("step-author", "stp", t -> bytes(step("").replace("('')", "('" + t.text() + "')"))),
                Placement.of(
                        "step-authorisation",
                        "stp",
                        t -> bytes(step("").replace("'','','');", "'','','" + t.text() + "');"))),
                Placement.of(
                        "step-program",
                        "stp",
                        t -> bytes(step("").replace("'','','');", "'" + t.text() + "','','');"))),
                Placement.of("step-time", "stp", t -> bytes(step("").replace("2026-04-01T09:00:00", t.text()))),
                Placement.of(
                        "step-unknown",
                        "stp",
                        t -> bytes(step(
                                "#900=" + t.text().toUpperCase(java.util.Locale.ROOT) + "('" + t.text() + "');\n"))),
                Placement.of(
                        "step-file", "stp", t -> bytes(step("#900=DOCUMENT_FILE('" + t.text() + "','',$,$,'',$);\n"))),
                Placement.of(
                        "step-path",
                        "stp",
                        t -> bytes(step("#900=DESCRIPTIVE_REPRESENTATION_ITEM('','C:\\\\" + t.text() + "\\\\a');\n"))),
                Placement.of("step-behind", "stp", t -> bytes(step("") + t.text())),
                Placement.of("p21-comment", "p21", t -> bytes(p21("/*" + t.text() + "*/"))));
    }

    private static Vector mended(String name, String more, String... codes) {
        return Vector.of("step-" + name, "stp", () -> bytes(step(more)), () -> bytes(step("")))
                .finds(codes)
                .loses(MARK)
                .keeps(SHOWN);
    }

    private static Vector changed(String name, String hostile, String twin) {
        return Vector.of("step-" + name, "stp", () -> bytes(step(hostile)), () -> bytes(step(twin)))
                .loses(MARK)
                .keeps(SHOWN);
    }

    private static Vector header(String name, String value, String code) {
        return Vector.of("step-" + name, "stp", () -> bytes(step("").replace("('')", value)), () -> bytes(step("")))
                .finds(code)
                .loses(MARK)
                .keeps(SHOWN);
    }

    private static Vector refused(String name, String more) {
        return Vector.of("step-" + name, "stp", () -> bytes(step(more)), () -> bytes(step("")))
                .ends(Ending.REFUSED);
    }

    private static String sections() {
        return step("").replace(
                        "DATA;",
                        "ANCHOR;\n<" + MARK + ">=#1;\nENDSEC;\nREFERENCE;\n#99=<http://example.invalid/" + MARK
                                + ">;\nENDSEC;\nDATA;");
    }

    static String step(String more) {
        return file(
                STEP,
                "'x'",
                "#1=CARTESIAN_POINT('',(0.0,1.5,-2.0));\n#2=DIRECTION('',(0.0,0.0,1.0));\n#3=PRODUCT('" + SHOWN
                        + "','',$,());\n#4=AXIS2_PLACEMENT_3D('',#1,#2,$);\n#5=CIRCLE('',#4,25.0);\n"
                        + "#9=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));\n" + more);
    }

    static String p21(String more) {
        return file(
                DRAUGHTING,
                "'SCADEC level2 AP202_mode'",
                "#10=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));\n#20=DRAUGHTING_PRE_DEFINED_COLOUR('red');\n"
                        + "#30=EXTERNAL_SOURCE(IDENTIFIER('scadec'));\n#40=EXTERNALLY_DEFINED_TEXT_FONT(IDENTIFIER('"
                        + SHOWN + "'),#30);\n#50=CARTESIAN_POINT(' ',(10.000000,-30.000000));\n" + more);
    }

    private static String file(String schema, String description, String data) {
        return "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((" + description
                + "),'2;1');\nFILE_NAME('a','2026-04-01T09:00:00',(''),(''),'','','');\nFILE_SCHEMA(('" + schema
                + "'));\nENDSEC;\nDATA;\n" + data + "ENDSEC;\nEND-ISO-10303-21;\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
