package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.field;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.run;
import static jp.kiyome.testcorpus.ooxml.Xlsx.row;
import static jp.kiyome.testcorpus.ooxml.Xlsx.text;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.sample.Vector;

/** Names of places and of fonts that are addresses, paths or items of DDE; their twins have names that real files have. */
final class LeadingNames {

    private static final String SHARE = "\\\\marker.example.invalid\\share\\x";

    private LeadingNames() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.addAll(places());
        all.addAll(fonts());
        all.addAll(sheets());
        return all;
    }

    private static List<Vector> places() {
        return List.of(
                docx(
                        "bookmark-unc",
                        "<w:bookmarkStart w:id=\"1\" w:name=\"" + SHARE + "\"/>" + run("Good")
                                + "<w:bookmarkEnd w:id=\"1\"/>",
                        "<w:bookmarkStart w:id=\"1\" w:name=\"_refused\"/>" + run("Good")
                                + "<w:bookmarkEnd w:id=\"1\"/>"),
                docx("anchor-unc", anchored(SHARE), "<w:hyperlink>" + run("Good") + "</w:hyperlink>"),
                docx("anchor-scheme", anchored("ms-msdt:/id marker"), "<w:hyperlink>" + run("Good") + "</w:hyperlink>"),
                docx("anchor-script", anchored("javascript:marker"), "<w:hyperlink>" + run("Good") + "</w:hyperlink>"),
                docx(
                        "field-place-script",
                        field("Good", " HYPERLINK \"https://www.example.com/\" \\l \"javascript:marker\" "),
                        run("Good")),
                docx(
                        "diagram-relation",
                        diagram("idsrc=\"http://marker.example.invalid/\" iddest=\"" + SHARE + "\" idcntr=\"#_s1\""),
                        diagram("idcntr=\"#_s1\"")));
    }

    private static List<Vector> fonts() {
        return List.of(
                docx("font-unc", styled("w:ascii", SHARE), "<w:r><w:rPr><w:rFonts/></w:rPr><w:t>Good</w:t></w:r>"),
                docx(
                        "font-address",
                        styled("w:eastAsia", "http://example.invalid/marker.ttf"),
                        "<w:r><w:rPr><w:rFonts/></w:rPr><w:t>Good</w:t></w:r>"),
                docx(
                        "symbol-font",
                        run("Good") + "<w:r><w:sym w:font=\"" + SHARE + "\" w:char=\"F021\"/></w:r>",
                        run("Good") + "<w:r><w:sym w:char=\"F021\"/></w:r>"));
    }

    private static List<Vector> sheets() {
        return List.of(
                xlsx("location-dde", link("cmd|'marker'!A0"), link("Sheet1!A1")),
                xlsx("location-script", link("javascript:marker"), link("Sheet1!A1")),
                xlsx("location-book", link("'[marker.xlsx]Sheet1'!A1"), link("Sheet1!A1")),
                xlsx("consolidation", consolidation(" name=\"" + SHARE + "\""), consolidation("")));
    }

    private static String anchored(String place) {
        return "<w:hyperlink w:anchor=\"" + place + "\">" + run("Good") + "</w:hyperlink>";
    }

    private static String styled(String attribute, String font) {
        return "<w:r><w:rPr><w:rFonts " + attribute + "=\"" + font + "\"/></w:rPr><w:t>Good</w:t></w:r>";
    }

    private static String diagram(String relation) {
        return run("Good") + "<w:r><w:pict><v:group style=\"width:1pt;height:1pt\"><o:diagram v:ext=\"edit\">"
                + "<o:relationtable v:ext=\"edit\"><o:rel v:ext=\"edit\" " + relation
                + "/></o:relationtable></o:diagram><v:rect style=\"width:1pt;height:1pt\"/></v:group></w:pict></w:r>";
    }

    private static String link(String location) {
        return "<hyperlinks><hyperlink ref=\"A1\" location=\"" + location + "\"/></hyperlinks>";
    }

    private static String consolidation(String name) {
        return "<dataConsolidate><dataRefs count=\"1\"><dataRef ref=\"A1:A2\" sheet=\"Sheet1\"" + name
                + "/></dataRefs></dataConsolidate>";
    }

    private static Vector docx(String name, String hostile, String twin) {
        return Vector.of("docx-" + name, "docx", () -> Docx.of(p(hostile)).bytes(), () -> Docx.of(p(twin))
                        .bytes())
                .loses("marker")
                .keeps("Good");
    }

    private static Vector xlsx(String name, String hostile, String twin) {
        return Vector.of(
                        "xlsx-" + name,
                        "xlsx",
                        () -> Xlsx.behindRows(plain(), hostile).bytes(),
                        () -> Xlsx.behindRows(plain(), twin).bytes())
                .loses("marker")
                .keeps("Good");
    }

    private static OoxmlPackage plain() {
        return Xlsx.of(row(1, text("A1", "Good")));
    }
}
