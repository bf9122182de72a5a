package jp.kiyome.testcorpus.ichitaro;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.ole.RawTree;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** Every hostile document of Ichitaro, and good ones. */
public final class JtdVectors {

    static final String SHOWN = "本日の議題を次のとおり定める。";
    private static final String SECRET = "\\\\host.example.invalid\\share\\secret-x7";

    private JtdVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        for (String name : List.of("Figure", "Frame", "FrameName", "LayoutBox", "JSFart")) {
            all.add(stream(name, "ichitaro.figure"));
        }
        all.add(stream("HyperLinkFrame", "ichitaro.link"));
        all.add(stream("RelatedDocuments", "ichitaro.metadata"));
        all.add(stream("\u0004JSRV_SummaryInformation", "ichitaro.metadata"));
        all.add(stream("Unheard", "ichitaro.stream"));
        all.add(stream("LineMark", "ichitaro.layout-cache"));
        all.add(storage("Embedding 1", "ichitaro.object"));
        all.add(storage("OleItem 2", "ichitaro.object"));
        all.add(storage("EmbedItems", "ichitaro.object"));
        all.add(storage("FigureData", "ichitaro.figure"));
        all.add(storage("Unheard", "ichitaro.stream"));
        all.addAll(parts());
        all.addAll(texts());
        all.addAll(JtdBroken.all());
        all.addAll(JtdBroken.beside());
        return List.copyOf(all);
    }

    public static List<Sample> benign() {
        Units table = new Units()
                .paragraph(0x24, 1, 1)
                .line("表題")
                .row("項目", "数量", "備考")
                .row("鉛筆", "12", "")
                .record(0x20, 0, 0x10, 2, 0, 1)
                .line(SHOWN)
                .control(0x0C)
                .text("𠮷野家\tTAB");
        Units ruby = new Units().text("これは").ruby("漢字", "かんじ").line("です。");
        Units empty = new Units();
        Units sheet = new Units().line("第二の用紙");
        return List.of(
                sample("jtd-plain", "jtd", () -> plain().toArray()),
                sample("jtd-table", "jtd", () -> Jtd.of(table).toArray()),
                sample("jtd-ruby", "jtd", () -> Jtd.of(ruby).toArray()),
                sample("jtd-empty", "jtd", () -> Jtd.of(empty).toArray()),
                sample("jtd-formats", "jtd", () -> formats().toArray()),
                sample("jtd-pieces", "jtd", () -> pieces().toArray()),
                sample("jtd-long", "jtd", () -> longText().toArray()),
                sample("jtd-notes", "jtd", () -> notes().toArray()),
                sample("jtt-plain", "jtt", () -> plain().template().toArray()),
                sample("jtd-sheets", "jtd", () -> plain().storage(JtdSheets.of(Jtd.of(sheet), ""))
                        .toArray()),
                sample("jtdc-plain", "jtdc", () -> compressed(plain().toArray())));
    }

    static Jtd plain() {
        return Jtd.of(new Units()
                .line(SHOWN)
                .paragraph(0x26, 5, 0, 4, 0, 2, 0)
                .line("以上")
                .control(0));
    }

    private static Jtd formats() {
        Units text = new Units().text("太字と普通").control(0x0A);
        byte[] events = new Bytes()
                .octets(0xFE, 1, 2, 0, 1, 2, 2, 1, 0xA7, 20, 4, 0x84, 0, 0, 2, 0xFF, 0)
                .octets(0)
                .bigEndian32(1)
                .octets(0xFE, 1, 2, 0xFF, 0xFF, 2, 2, 0, 0, 20, 4, 0, 0, 0, 0, 0xFF, 0)
                .octets(0)
                .bigEndian32(3)
                .octets(0xFF)
                .toArray();
        return Jtd.of(text).stream("DocumentText", Stores.of(Stores.text(text, events)));
    }

    private static Jtd pieces() {
        Units first = new Units().line("はじめ").control(0x1C, 1, 7, 0);
        Units second = new Units()
                .control(0, 3, 0x1D)
                .text("続き")
                .control(0x1E, 5, 0, 1, 0x1F)
                .line("。");
        return plain().stream("DocumentText", Stores.pieces(first, second));
    }

    private static Jtd longText() {
        Units units = new Units();
        for (int i = 0; i < 400; i++) {
            units.line(i + "行目。" + SHOWN);
        }
        return Jtd.of(units);
    }

    private static Jtd notes() {
        Units note = new Units()
                .record(0, 0, 0xF, 0, 0xD87, 0x30, 0xFFFF)
                .inline(0, 1, "1)")
                .line("脚注の文");
        return plain().stream("Footnote", Stores.of(Stores.text(note)));
    }

    static byte[] compressed(byte[] document) {
        return JtdCompressed.of(document, JtdCompressed.NAME, 0, 0);
    }

    private static Vector stream(String name, String code) {
        String title = "jtd-stream-" + name.replaceAll("[^A-Za-z_]", "");
        return Vector.of(title, "jtd", () -> plain().stream(name, secret()).toArray(), () -> plain().toArray())
                .finds(code)
                .loses(SECRET)
                .keeps(SHOWN);
    }

    private static Vector storage(String name, String code) {
        RawTree.Stream contents = new RawTree.Stream("Contents", secret());
        RawTree.Stream picture =
                new RawTree.Stream("\u0003EmbeddedPress", ("METAFILE" + SECRET).getBytes(StandardCharsets.US_ASCII));
        return Vector.of(
                        "jtd-storage-" + name.replace(' ', '-'),
                        "jtd",
                        () -> plain().storage(name, contents, picture).toArray(),
                        () -> plain().toArray())
                .finds(code)
                .loses(SECRET)
                .keeps(SHOWN);
    }

    private static List<Vector> parts() {
        byte[] macro = ("\1\0Sub Auto() " + SECRET).getBytes(StandardCharsets.US_ASCII);
        byte[] id = new Bytes()
                .bigEndian16(1)
                .bigEndian16(7)
                .bigEndian32(0)
                .bigEndian16(32)
                .raw(Arrays.copyOf(secret(), 32))
                .octets(1)
                .u32(0)
                .toArray();
        byte[] unknown = Jtd.record(0x2008, secret());
        Units box = new Units().line("枠の中の注意");
        return List.of(
                vector("macro", jtd -> jtd.macros(macro)).finds("ichitaro.macro"),
                vector("macro-one-byte", jtd -> jtd.macros(new byte[3])).finds("ichitaro.macro"),
                vector("document-id", jtd -> jtd.stream("ReferenceInfo", Stores.of(1, new byte[0], id)))
                        .finds("ichitaro.document-id"),
                vector("style-record", jtd -> jtd.stream("DocumentViewStyles", Jtd.viewStyles(unknown)))
                        .finds("ichitaro.style-record")
                        .loses(SECRET),
                vector("summary", jtd -> jtd.stream("\u0005SummaryInformation", author()))
                        .finds("ichitaro.metadata")
                        .loses("secret-author"),
                vector("list-wrong", jtd -> jtd.listMore(7)).finds("ichitaro.stream-list"),
                keeping(
                        vector("frame-text", jtd -> jtd.stream("LayoutBoxText", Stores.of(Stores.text(box))))
                                .finds("ichitaro.frame-text"),
                        "枠の中の注意"),
                vector("sheet-path", jtd -> jtd.storage(JtdSheets.of(plain(), SECRET)))
                        .finds("ichitaro.path")
                        .loses(SECRET),
                vector(
                                "sheet-object",
                                jtd -> jtd.storage(JtdSheets.with(plain(), new RawTree.Stream("Data", secret()))))
                        .finds("ichitaro.object", "ichitaro.stream-list")
                        .loses(SECRET),
                compressedVector(
                                "member-name",
                                () -> JtdCompressed.of(plain().toArray(), "C:\\Users\\secret-author\\Temp\\x", 0, 0))
                        .finds("ichitaro.path")
                        .loses("secret-author"),
                compressedVector(
                                "inside",
                                () -> compressed(plain().stream("HyperLinkFrame", secret())
                                        .toArray()))
                        .finds("ichitaro.link")
                        .loses(SECRET));
    }

    private static List<Vector> texts() {
        return List.of(
                text("hidden-text", new Units().line(SHOWN).inline(1, 0, "secret-guide"))
                        .finds("ichitaro.hidden-text")
                        .loses("secret-guide"),
                keeping(
                        text("inline-kind", new Units().line(SHOWN).inline(0, 0x77, "残る文字"))
                                .finds("ichitaro.inline-record"),
                        "残る文字"),
                text("record-class", new Units().line(SHOWN).record(0x44, hidden()))
                        .finds("ichitaro.record")
                        .loses("secret-words"),
                text("paragraph-item", new Units().paragraph(item()).line(SHOWN))
                        .finds("ichitaro.paragraph-format")
                        .loses("secret-words"),
                text("control", new Units().line(SHOWN).control(0x05, 0x1D, 0xFFFF, 0xD800))
                        .finds("ichitaro.control"),
                formats(
                                "character-format",
                                new Bytes()
                                        .octets(0xFE, 77, 12)
                                        .ascii("secret-words")
                                        .octets(0xFF, 0)
                                        .toArray())
                        .finds("ichitaro.character-format")
                        .loses("secret-words"));
    }

    /** Text of the hostile file alone. */
    private static Vector keeping(Vector vector, String text) {
        return new Vector(vector.hostile().keeps(text), vector.twin());
    }

    private static int[] hidden() {
        return "secret-words".chars().toArray();
    }

    private static int[] item() {
        int[] words = hidden();
        int[] item = new int[words.length + 2];
        item[0] = 0x99;
        item[1] = words.length;
        System.arraycopy(words, 0, item, 2, words.length);
        return item;
    }

    private static Vector formats(String name, byte[] event) {
        Units text = new Units().text(SHOWN);
        byte[] events =
                new Bytes().raw(event).octets(0).bigEndian32(text.count() - 1L).toArray();
        return vector(name, jtd -> jtd.stream("DocumentText", Stores.of(Stores.text(text, events))));
    }

    private static Vector text(String name, Units units) {
        return Vector.of("jtd-" + name, "jtd", () -> Jtd.of(units).toArray(), () -> Jtd.of(new Units().line(SHOWN))
                .toArray());
    }

    static Vector vector(String name, UnaryOperator<Jtd> change) {
        return Vector.of("jtd-" + name, "jtd", () -> change.apply(plain()).toArray(), () -> plain().toArray());
    }

    static Vector compressedVector(String name, Supplier<byte[]> hostile) {
        return Vector.of("jtdc-" + name, "jtdc", hostile, () -> compressed(plain().toArray()));
    }

    static byte[] author() {
        byte[] good = Jtd.summary("議事録");
        byte[] more = "secret-author\0\0\0".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(good, good.length + more.length);
        System.arraycopy(more, 0, all, good.length, more.length);
        return all;
    }

    private static byte[] secret() {
        return SECRET.getBytes(StandardCharsets.US_ASCII);
    }

    static Sample sample(String name, String extension, Supplier<byte[]> bytes) {
        return Sample.of(name, extension, bytes);
    }
}
