package jp.kiyome.testcorpus.cad;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** What attacks from a JWW drawing, and what hides in one. */
public final class JwwVectors {

    private static final String MARK = "vector-marker";
    private static final byte[] MARKED = MARK.getBytes(StandardCharsets.US_ASCII);
    private static final String SHOWN = "基準階平面図";
    private static final String SIZE = ",100,64.5,0,0,1,0,255,255,255";
    private static final int BOMB = 80 << 20;

    private JwwVectors() {}

    public static List<Vector> all() {
        return java.util.stream.Stream.of(leaks(), pictures(), refused())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Vector> leaks() {
        return List.of(
                mended("memo", d -> d.memo("made by " + MARK), "jww.memo"),
                mended("drawing-time", d -> d.drawingTime(2170), "jww.drawing-time"),
                mended("dummy", d -> d.dummy(MARKED), "jww.dummy"),
                mended("value", d -> d.grid(1e300), "jww.value"),
                mended("no-number", d -> d.grid(Double.NaN), "jww.value"),
                mended("states", d -> d.states(MARKED), "jww.value"),
                mended("behind", d -> d.behind(MARKED), "jww.trailing-data"),
                mended(
                        "printer",
                        d -> d.text("Printer_Name = \\\\example.invalid\\" + MARK, 0, -1000, "ＭＳ ゴシック"),
                        "jww.settings-text"),
                mended(
                        "setting-unknown",
                        d -> d.text("Hidden_Text = " + MARK, 0, -1000, "ＭＳ ゴシック"),
                        "jww.settings-text"),
                mended("block-unused", d -> d.definition(7, MARK, 0, JwwVectors::drawn), "jww.block-unused"),
                mended("block-missing", d -> d.block(4711), "jww.block-missing"),
                mended("null-object", JwwDrawing::nothing, "jww.null-object"),
                changed(
                                "block-time",
                                d -> d.block(7).definition(7, "部品", 1_787_103_057, JwwVectors::drawn),
                                d -> d.block(7).definition(7, "部品", 0, JwwVectors::drawn))
                        .finds("jww.block-time"),
                changed("font-path", d -> d.text("a", 1, 1, "\\\\example.invalid\\" + MARK), d -> d.text("a"))
                        .finds("jww.font")
                        .loses(MARK),
                changed("control-characters", d -> d.text("a\u0001b\u0007"), d -> d.text("ab"))
                        .finds("jww.text"));
    }

    private static List<Vector> pictures() {
        return List.of(
                external("unc", "^@BM\\\\example.invalid\\" + MARK + "\\x.bmp" + SIZE),
                external("drive", "^@BMC:\\" + MARK + "\\x.bmp" + SIZE),
                external("web", "^@BMhttp://example.invalid/" + MARK + "/x.bmp" + SIZE),
                external("beside", "^@BMx.bmp" + SIZE),
                external("lower-case", "^@bm\\\\example.invalid\\x.bmp" + SIZE),
                external("behind-text", "a^@BM\\\\example.invalid\\x.bmp" + SIZE),
                external("twice", "^@B^@BMM\\\\example.invalid\\x.bmp" + SIZE),
                external("missing", "^@BM%temp%x.bmp" + SIZE),
                external("temp-and-up", "^@BM%temp%..\\x.bmp" + SIZE),
                changed(
                                "external-in-block",
                                d -> d.block(7)
                                        .definition(7, "部品", 0, b -> b.text("^@BM\\\\example.invalid\\x.bmp" + SIZE)),
                                d -> d.block(7).definition(7, "部品", 0, b -> b.text("x.bmp")))
                        .finds("jww.external-picture")
                        .loses("example.invalid"),
                mended("picture-unused", d -> d.picture("y.bmp.gz", Packed.gzip(MARKED)), "jww.picture-unused"),
                changed(
                                "picture-name",
                                d -> placed(
                                        d,
                                        Packed.gzip(
                                                8,
                                                new Bytes()
                                                        .raw(MARKED)
                                                        .octets(0)
                                                        .toArray(),
                                                Packed.bmp())),
                                d -> placed(d, Packed.gzip(Packed.bmp())))
                        .finds("jww.picture-frame")
                        .loses(MARK),
                changed(
                                "picture-behind",
                                d -> placed(
                                        d,
                                        Packed.gzip(new Bytes()
                                                .raw(Packed.bmp())
                                                .raw(MARKED)
                                                .toArray())),
                                d -> placed(d, Packed.gzip(Packed.bmp())))
                        .finds("image.trailing-data")
                        .loses(MARK));
    }

    private static List<Vector> refused() {
        return List.of(
                refused(
                        "block-loop",
                        d -> d.block(1).definition(1, "a", 0, b -> b.block(2)).definition(2, "b", 0, b -> b.block(1))),
                refused("block-bomb", JwwVectors::bomb),
                refused("block-twice", d -> d.block(1)
                        .definition(1, "a", 0, JwwVectors::drawn)
                        .definition(1, "b", 0, JwwVectors::drawn)),
                refused("endless-text", JwwDrawing::endless),
                refused("count", d -> d.promise(9)),
                refused("class", d -> d.stranger("CDataOle")),
                refused("definition-among-objects", d -> d.stranger("CDataList")),
                refused("picture-bomb", d -> placed(d, Packed.gzip(new byte[BOMB]))),
                Vector.of("jww-version", "jww", () -> new JwwDrawing(12, false).bytes(), () -> plain(d -> d))
                        .ends(Ending.REFUSED));
    }

    public static List<Sample> benign() {
        return List.of(
                benign("230", 230, false),
                benign("300", 300, false),
                benign("351", 351, false),
                benign("420", 420, false),
                benign("600", 600, false),
                benign("700", 700, false),
                benign("700-utf16", 700, true),
                Sample.of("benign-jww-picture", "jww", () -> placed(
                                rich(new JwwDrawing(700, true)), Packed.gzip(Packed.bmp()))
                        .bytes()));
    }

    /** Places that no reader shows. */
    public static List<Placement> places() {
        return List.of(
                place("memo", (d, t) -> d.memo(t)),
                place("dummy", (d, t) -> d.dummy(t.getBytes(StandardCharsets.US_ASCII))),
                place("layer-states", (d, t) -> d.states(t.getBytes(StandardCharsets.US_ASCII))),
                place("setting", (d, t) -> d.text("Printer_Name = " + t, 0, -1000, "ＭＳ ゴシック")),
                place("font-path", (d, t) -> d.text("a", 1, 1, "c:\\" + t)),
                place("block-unused-name", (d, t) -> d.definition(7, t, 0, JwwVectors::drawn)),
                place("block-unused-text", (d, t) -> d.definition(7, "a", 0, b -> b.text(t))),
                place("picture-unused", (d, t) -> d.picture(t + ".bmp.gz", Packed.gzip(Packed.bmp()))),
                place("picture-path", (d, t) -> d.text("^@BMc:\\" + t + "\\x.bmp" + SIZE)),
                place(
                        "picture-gzip-name",
                        (d, t) -> placed(
                                d, Packed.gzip(8, new Bytes().ascii(t).octets(0).toArray(), Packed.bmp()))),
                place(
                        "picture-behind-gzip",
                        (d, t) -> placed(
                                d,
                                new Bytes()
                                        .raw(Packed.gzip(Packed.bmp()))
                                        .ascii(t)
                                        .toArray())),
                place("behind", (d, t) -> d.behind(t.getBytes(StandardCharsets.US_ASCII))));
    }

    private static Placement place(String name, java.util.function.BiFunction<JwwDrawing, String, JwwDrawing> hide) {
        return Placement.of("jww-" + name, "jww", token -> plain(d -> hide.apply(d, token.text())));
    }

    private static Sample benign(String name, int version, boolean wide) {
        return Sample.of("benign-jww-" + name, "jww", () -> rich(new JwwDrawing(version, wide))
                        .bytes())
                .keeps(SHOWN);
    }

    private static JwwDrawing rich(JwwDrawing drawing) {
        return drawn(drawing)
                .arc(3, 4, 5)
                .point(1, 1)
                .marker(2, 2)
                .solid()
                .coloured(0x123456)
                .dimension("3,640")
                .text("髙﨑①表ソ")
                .text("Printer_Orientation = 0", 0, -1000, "ＭＳ ゴシック")
                .block(3)
                .definition(3, "部品@@SfigorgFlag@@4", 0, b -> drawn(b).block(4))
                .definition(4, "中の部品", 0, b -> b.line(1, 2, 3, 4).block(5))
                .definition(5, "その中", 0, JwwVectors::drawn);
    }

    private static JwwDrawing drawn(JwwDrawing drawing) {
        return drawing.line(0, 0, 10, 5).text(SHOWN).line(-1.5, 2.25, 1e6, 0);
    }

    private static JwwDrawing placed(JwwDrawing drawing, byte[] picture) {
        return drawing.text("^@BM%temp%x.bmp" + SIZE).picture("x.bmp.gz", picture);
    }

    private static byte[] plain(UnaryOperator<JwwDrawing> more) {
        return more.apply(drawn(new JwwDrawing(700, true))).bytes();
    }

    private static Vector mended(String name, UnaryOperator<JwwDrawing> more, String code) {
        return Vector.of("jww-" + name, "jww", () -> plain(more), () -> plain(d -> d))
                .finds(code)
                .loses(MARK)
                .keeps(SHOWN);
    }

    private static Vector changed(String name, UnaryOperator<JwwDrawing> hostile, UnaryOperator<JwwDrawing> twin) {
        return Vector.of("jww-" + name, "jww", () -> plain(hostile), () -> plain(twin))
                .keeps(SHOWN);
    }

    private static Vector external(String name, String text) {
        return Vector.of(
                        "jww-external-" + name,
                        "jww",
                        () -> plain(d -> d.text(text)),
                        () -> plain(d -> d.text("x.bmp")))
                .finds("jww.external-picture")
                .loses("example.invalid", MARK, "^@B")
                .keeps(SHOWN, "x.bmp");
    }

    private static Vector refused(String name, UnaryOperator<JwwDrawing> hostile) {
        return Vector.of("jww-" + name, "jww", () -> plain(hostile), () -> plain(d -> d))
                .ends(Ending.REFUSED);
    }

    /** Ten blocks of ten blocks, eight deep. */
    private static JwwDrawing bomb(JwwDrawing drawing) {
        JwwDrawing bomb = drawing.block(0);
        for (int i = 0; i < 8; i++) {
            int next = i + 1;
            bomb.definition(i, "b" + i, 0, b -> {
                for (int k = 0; k < 10; k++) {
                    b.block(next);
                }
                return b;
            });
        }
        return bomb.definition(8, "last", 0, JwwVectors::drawn);
    }
}
