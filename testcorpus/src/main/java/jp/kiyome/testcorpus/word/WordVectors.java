package jp.kiyome.testcorpus.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** Ways to attack with a document of Word 97 to 2003. Hosts are example.invalid, nothing is ever run. */
public final class WordVectors {

    private static final String SEEN = "住民の皆さまへ Seen text";
    private static final String RESULT = "結果 result";
    private static final String SECRET = "SECRETPATH";

    private WordVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        fields(all);
        storages(all);
        tables(all);
        rows(all);
        all.add(vector("doc-fast-save", file -> file.flag(4).betweenPieces(utf16("deleted " + SECRET)))
                .finds("doc.fast-save")
                .loses(SECRET));
        all.add(vector("doc-word6", file -> file.version(0x65)).ends(Ending.REFUSED));
        all.add(vector("doc-locked-xor-alone", file -> file.locked(WordLock.Xor.ofSecret()))
                .ends(Ending.LOCKED));
        all.add(vector("doc-locked-rc4-alone", file -> file.locked(new WordLock.Rc4("Secret")))
                .ends(Ending.LOCKED));
        return all;
    }

    public static List<Sample> benign() {
        return List.of(
                Sample.of("doc-benign", "doc", () -> WordFile.of(SEEN).toArray())
                        .keeps(SEEN),
                Sample.of("doc-benign-template", "dot", () -> WordFile.of(SEEN)
                                .flag(1)
                                .toArray())
                        .keeps(SEEN),
                Sample.of("doc-benign-notes", "doc", () -> WordFile.of("本文\u0002のあと\u0005です")
                                .footnote("脚注の文")
                                .header("ヘッダーの文")
                                .comment("コメントの文")
                                .toArray())
                        .keeps("脚注の文", "ヘッダーの文", "コメントの文"),
                Sample.of("doc-benign-fields", "doc", () -> WordFile.of(field(" PAGE ", "1") + "頁 "
                                        + field(
                                                " EQ \\* jc2 \\* \"Font:MS Mincho\" \\* hps10 \\o\\ad(\\s\\up 9(きよめ),清)",
                                                ""))
                                .toArray())
                        .keeps("頁"),
                Sample.of("doc-benign-row", "doc", () -> WordFile.of("表 table")
                                .paragraphs(WordProperties.all(
                                        WordProperties.row(WordProperties.cell()),
                                        WordProperties.insert(2, 1),
                                        WordProperties.borders80(0, 3, 0x00010104),
                                        WordProperties.borders(1, 3, WordProperties.line()),
                                        WordProperties.shading(0, 3, 0),
                                        WordProperties.range(0x5622, 2, 3),
                                        WordProperties.borders80(0, 2, 0xFFFFFFFFL)))
                                .toArray())
                        .keeps("表"),
                Sample.of("doc-benign-format", "doc", () -> WordFile.of("太字 bold and 赤 red")
                        .format(0, 2, new byte[] {0x35, 0x08, 1})
                        .format(4, 8, new byte[] {0x70, 0x68, (byte) 0xFF, 0, 0, 0})
                        .paragraphs(new byte[] {0x03, 0x24, 1})
                        .toArray()));
    }

    /** Fields in fields: in instructions, in results, and without an end. */
    public static List<Sample> worst() {
        int many = 200_000;
        return List.of(
                worst("instructions", "\u0013".repeat(many) + "\u0015".repeat(many)),
                worst("results", "\u0013 A \u0014".repeat(many) + "\u0015".repeat(many)),
                worst("unended", "\u0013".repeat(2 * many)),
                worst("ends", "\u0015".repeat(2 * many)),
                worst("form-data", "\u0013 FORMTEXT " + "\u0001".repeat(2 * many) + "\u0015"));
    }

    private static Sample worst(String name, String text) {
        return Sample.of("doc-worst-" + name, "doc", () -> WordFile.of(SEEN + text)
                .unmarked()
                .toArray());
    }

    /** Locked with the password "Secret": by XOR, and by RC4 with 40 bits. */
    public static List<Sample> locked() {
        return List.of(
                Sample.of("doc-locked-xor", "doc", () -> WordFile.of(SEEN)
                                .locked(WordLock.Xor.ofSecret())
                                .toArray())
                        .keeps(SEEN),
                Sample.of("doc-locked-rc4", "doc", () -> WordFile.of(SEEN)
                                .locked(new WordLock.Rc4("Secret"))
                                .toArray())
                        .keeps(SEEN));
    }

    private static String field(String instruction, String result) {
        return "\u0013" + instruction + (result.isEmpty() ? "" : "\u0014" + result) + "\u0015";
    }

    private static void fields(List<Vector> all) {
        String[][] cases = {
            {"dde", " DDEAUTO excel \"" + SECRET + "\" a ", "active.dde"},
            {"includetext", " INCLUDETEXT \"\\\\\\\\example.invalid\\\\" + SECRET + "\" ", "active.field"},
            {"includepicture", " INCLUDEPICTURE \"http://example.invalid/" + SECRET + "\" \\d ", "active.field"},
            {"link", " LINK Excel.Sheet.8 \"" + SECRET + ".xls\" \"a\" \\a ", "active.field"},
            {"macrobutton", " MACROBUTTON " + SECRET + " x ", "active.field"},
            {"mergefield", " MERGEFIELD " + SECRET + " ", "active.field"},
            {"hyperlink-file", " HYPERLINK \"file://example.invalid/" + SECRET + "\" ", "link.scheme"},
            {"hyperlink-script", " HYPERLINK \"javascript:" + SECRET + "\" ", "link.scheme"},
        };
        for (String[] each : cases) {
            String field = field(each[1], RESULT);
            all.add(pair("doc-field-" + each[0], WordFile.of(SEEN + field), WordFile.of(SEEN + RESULT), each[2]));
            all.add(pair(
                    "doc-header-field-" + each[0],
                    WordFile.of(SEEN).header(field),
                    WordFile.of(SEEN).header(RESULT),
                    each[2]));
            all.add(pair(
                    "doc-note-field-" + each[0],
                    WordFile.of(SEEN + "\u0002").footnote(field),
                    WordFile.of(SEEN + "\u0002").footnote(RESULT),
                    each[2]));
        }
    }

    private static Vector pair(String name, WordFile hostile, WordFile twin, String code) {
        return Vector.of(name, "doc", once(hostile), once(twin))
                .finds(code)
                .loses(SECRET)
                .keeps(SEEN, RESULT);
    }

    /** A builder gives its file once. */
    private static java.util.function.Supplier<byte[]> once(WordFile file) {
        byte[] bytes = file.toArray();
        return bytes::clone;
    }

    private static void storages(List<Vector> all) {
        String[][] cases = {
            {"Macros", "macro.vba"}, {"ObjectPool", "active.ole-object"}, {"MsoDataStore", "metadata.custom-xml"},
        };
        for (String[] each : cases) {
            all.add(vector("doc-storage-" + each[0], file -> file.storage(each[0]))
                    .finds(each[1]));
        }
        all.add(vector("doc-stream-unknown", file -> file.stream("Payload", utf16(SECRET)))
                .finds("ole.unknown-entry")
                .loses(SECRET));
    }

    private static void tables(List<Vector> all) {
        Object[][] cases = {
            {"glossary", 9, "structure.glossary"}, {"commands", 24, "active.custom-ui"}, {"macros", 26, "macro.vba"},
            {"printer", 27, "metadata.printer"}, {"template", 32, "metadata.path"}, {"autosave", 35, "metadata.path"},
            {"mail-merge", 44, "active.mail-merge"}, {"variables", 60, "doc.variables"}, {"routing", 70, "doc.routing"},
            {"saved-by", 71, "doc.saved-by"}, {"files", 72, "metadata.path"}, {"undo", 77, "metadata.editing-state"},
            {"controls", 85, "active.activex"},
        };
        for (Object[] each : cases) {
            byte[] strings = WordTables.strings("C:\\example\\" + SECRET);
            all.add(vector("doc-table-" + each[0], file -> file.part((Integer) each[1], strings))
                    .finds((String) each[2])
                    .loses(SECRET));
        }
    }

    /** Numbers of cells past the row, colours past the palette, bits that nobody gave a meaning: tables of Word were broken by such. */
    private static void rows(List<Vector> all) {
        byte[] row = WordProperties.row(WordProperties.cell());
        all.add(row("borders-past-the-row", row, WordProperties.borders80(0, 40, 0x00010104)));
        all.add(row("borders-turned", row, WordProperties.borders80(2, 1, 0x00010104)));
        all.add(row("borders-colour", row, WordProperties.borders80(0, 2, 0x00EE0104)));
        all.add(row("new-borders-past-the-row", row, WordProperties.borders(0, 255, WordProperties.line())));
        all.add(row("insert-too-many", row, WordProperties.insert(1, 200)));
        all.add(row("insert-far-away", row, WordProperties.insert(250, 1)));
        all.add(row("delete-past-the-row", row, WordProperties.range(0x5622, 0, 63)));
        all.add(row("merge-none", row, WordProperties.range(0x5624, 1, 1)));
        all.add(row("split-past-the-row", row, WordProperties.range(0x5625, 1, 90)));
        all.add(row("shading-past-the-row", row, WordProperties.shading(0, 64, 0)));
        all.add(row(
                "shading-after-delete",
                WordProperties.all(row, WordProperties.range(0x5622, 0, 1)),
                WordProperties.shading(0, 2, 0)));
        all.add(vector(
                        "doc-row-edges",
                        file -> file.paragraphs(new Bytes()
                                .u16(0xD608)
                                .u16(8)
                                .octets(2)
                                .u16(4000)
                                .u16(100)
                                .u16(3000)
                                .toArray()))
                .finds("doc.sprm-operand"));
        all.add(vector(
                        "doc-row-cell-colour",
                        file -> file.paragraphs(WordProperties.row(
                                WordProperties.cellOf("SECRETPATH-IN-TC".getBytes(StandardCharsets.US_ASCII)))))
                .finds("doc.sprm-operand")
                .loses("SECRETPATH-IN-TC"));
    }

    /** One property too many behind a row of two cells. */
    private static Vector row(String name, byte[] row, byte[] hostile) {
        return Vector.of(
                        "doc-row-" + name,
                        "doc",
                        once(WordFile.of(SEEN).paragraphs(WordProperties.all(row, hostile))),
                        once(WordFile.of(SEEN).paragraphs(row)))
                .finds("doc.sprm-operand")
                .keeps(SEEN);
    }

    private static Vector vector(String name, UnaryOperator<WordFile> attack) {
        return Vector.of(name, "doc", () -> attack.apply(WordFile.of(SEEN)).toArray(), () -> WordFile.of(SEEN)
                        .toArray())
                .keeps(SEEN);
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
