package jp.kiyome.testcorpus.xls;

import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places of workbooks that no reader shows. */
public final class XlsPlaces {

    private XlsPlaces() {}

    private static Placement place(String name, BiFunction<Xls, byte[], Xls> change) {
        return Placement.of("xls-" + name, "xls", (Token token) -> change.apply(Xls.usual(), token.bytes())
                .file());
    }

    public static List<Placement> all() {
        return List.of(
                place("unknown-record", (xls, t) -> xls.global(Biff.record(0x3FFF, t))),
                place("unknown-record-of-sheet", (xls, t) -> xls.behind(Biff.record(0x08FF, t))),
                place("continue-of-nothing", (xls, t) -> xls.behind(Biff.record(0x003C, t))),
                place(
                        "record-tail",
                        (xls, t) -> xls.global(
                                Biff.record(0x0022, new Bytes().u16(0).raw(t)))),
                place(
                        "record-tail-of-cell",
                        (xls, t) -> xls.cell(Biff.record(
                                0x0201, new Bytes().raw(Biff.words(9, 0, 15)).raw(t)))),
                place(
                        "record-with-bad-value",
                        (xls, t) -> xls.behind(
                                Biff.record(0x0063, new Bytes().u16(7).raw(t)))),
                place("formula-tail", (xls, t) -> xls.cell(withTail(t))),
                place("between-sheets", Xls::loose),
                place("end-of-file-record", (xls, t) -> xls.global(Biff.record(0x0161, t))),
                place("index", (xls, t) -> xls.cell(Biff.record(0x020B, t))),
                place("interface", (xls, t) -> xls.global(Biff.record(0x00E1, t))),
                place(
                        "unused-of-row",
                        (xls, t) -> xls.cell(Biff.record(
                                0x0208,
                                new Bytes()
                                        .raw(Biff.words(1, 0, 2, 255, 0, 0, 0x100, 15))
                                        .raw(t)))),
                place(
                        "unused-of-axis",
                        (xls, t) -> xls.sheet(
                                "図",
                                0,
                                2,
                                0x20,
                                Biff.record(0x101D, new Bytes().u16(0).raw(t)))),
                place("name-of-menu", (xls, t) -> xls.link(menuName(t))),
                place("string-unused", (xls, t) -> xls.string(latin(t))),
                place("free-sector", (xls, t) -> xls.frame(file -> file.freeSector(t))),
                place(
                        "sector-slack",
                        (xls, t) -> xls.frame(
                                file -> file.with("Pad", new byte[4100]).slack(t))),
                place(
                        "mini-stream-slack",
                        (xls, t) ->
                                xls.frame(file -> file.with("P", new byte[20]).smallSlack(t))),
                place("other-stream", (xls, t) -> xls.frame(file -> file.with("Other", t))),
                place("property-set", (xls, t) -> xls.frame(file -> file.with("\u0005SummaryInformation", t))),
                place("class-name", (xls, t) -> xls.frame(file -> file.with("\u0001CompObj", t))),
                place("object-unused", (xls, t) -> xls.global(Shapes.group())
                                .behind(Shapes.drawing(
                                        new int[0],
                                        Shapes.object(
                                                2,
                                                new Bytes()
                                                        .u16(0x63)
                                                        .u16(t.length)
                                                        .raw(t)
                                                        .toArray()))))
                        .untold("a part of an object that is none of those that its kind has"),
                place("sheet-of-macro", (xls, t) -> xls.sheet("M", 0, 1, 0x40, Biff.record(0x0204, t))));
    }

    private static String latin(byte[] token) {
        return new String(token, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static byte[] withTail(byte[] token) {
        return Biff.record(
                0x0006,
                new Bytes()
                        .raw(Biff.words(9, 0, 15))
                        .u32(0)
                        .u32(0)
                        .u16(0)
                        .u32(0)
                        .u16(3)
                        .octets(0x1E, 1, 0)
                        .raw(token));
    }

    /** What stands behind the formula of a name: texts for a menu. */
    private static byte[] menuName(byte[] token) {
        return Biff.record(
                0x0018,
                new Bytes()
                        .u16(0)
                        .octets(0, 2)
                        .u16(3)
                        .u16(0)
                        .u16(0)
                        .octets(token.length, 0, 0, 0)
                        .raw(Biff.text("ab"))
                        .octets(0x1E, 1, 0)
                        .raw(token));
    }
}
