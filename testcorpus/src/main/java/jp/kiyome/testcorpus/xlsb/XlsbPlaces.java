package jp.kiyome.testcorpus.xlsb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places in a binary workbook that nobody sees. */
public final class XlsbPlaces {

    private XlsbPlaces() {}

    private static Placement place(String name, BiFunction<Xlsb, byte[], Xlsb> change) {
        return Placement.of("xlsb-" + name, "xlsb", (Token token) -> change.apply(Xlsb.usual(), token.bytes())
                .file());
    }

    public static List<Placement> all() {
        return List.of(
                place("unknown-record", (xlsb, t) -> xlsb.behind(Records.record(16383, t))),
                place("unknown-record-of-book", (xlsb, t) -> xlsb.name(Records.record(3999, t))),
                place("unknown-record-of-styles", (xlsb, t) -> xlsb.style(Records.record(3999, t))),
                place("newer-records", (xlsb, t) -> xlsb.behind(future(35, t))),
                place("newer-records-of-cells", (xlsb, t) -> xlsb.cell(Records.row(2))
                        .cell(future(35, t))),
                place("other-versions", (xlsb, t) -> xlsb.behind(future(37, t))),
                place(
                        "record-tail",
                        (xlsb, t) -> xlsb.behind(
                                Records.record(477, new Bytes().u16(0x10).raw(t)))),
                place("tail-of-end", (xlsb, t) -> xlsb.before(Records.record(390))
                        .before(Records.record(
                                60, new Bytes().u32(0).u32(1).u32(2560).u32(0).u16(2)))
                        .before(Records.record(391, t))),
                place(
                        "record-tail-of-cell",
                        (xlsb, t) -> xlsb.cell(Records.record(1, Records.cell(4).raw(t)))),
                place("tail-of-formula", (xlsb, t) -> xlsb.cell(Records.row(2))
                        .cell(Records.formula(0, 1, Records.tokens(0x1E, 1, 0), t))),
                place(
                        "record-with-bad-value",
                        (xlsb, t) -> xlsb.behind(
                                Records.record(663, new Bytes().u32(7).raw(t)))),
                place(
                        "record-out-of-place",
                        (xlsb, t) ->
                                xlsb.behind(Records.record(2, Records.cell(0).raw(t)))),
                place(
                        "identity-of-book",
                        (xlsb, t) -> xlsb.name(Records.record(
                                128,
                                new Bytes()
                                        .raw(t)
                                        .raw(Records.none())
                                        .raw(Records.none())
                                        .raw(Records.none())
                                        .raw(Records.none())))),
                place("code-name", (xlsb, t) -> xlsb.before(XlsbVectors.properties(latin(t)))),
                place("printer", (xlsb, t) -> xlsb.behind(XlsbVectors.pageSetup(latin(t)))),
                place("string-unused", (xlsb, t) -> xlsb.string(latin(t))),
                place("behind-the-part", (xlsb, t) -> xlsb.loose(Records.record(1, t))),
                place("texts-of-macro", (xlsb, t) -> xlsb.name(withTexts(t))),
                place("view-of-person", (xlsb, t) -> xlsb.behind(XlsbVectors.block(422, 423, t, 425))),
                place("object", (xlsb, t) -> xlsb.behind(XlsbVectors.block(638, 639, t, 640))),
                place(
                        "sheet-of-macro",
                        (xlsb, t) -> xlsb.sheet(
                                0,
                                "M",
                                Xlsb.MICROSOFT + "xlMacrosheet",
                                Xlsb.EXCEL + "macrosheet",
                                Xlsb.emptySheet(Records.record(1, t)))),
                place(
                        "index",
                        (xlsb, t) -> xlsb.change(file -> file.relate(
                                        Xlsb.SHEET, "rIdIndex", Xlsb.MICROSOFT + "xlBinaryIndex", "binaryIndex1.bin")
                                .part("xl/worksheets/binaryIndex1.bin", Xlsb.EXCEL + "binIndexWs", t))),
                place(
                        "chain",
                        (xlsb, t) -> xlsb.change(
                                file -> file.relate(Xlsb.BOOK, "rIdChain", Xlsb.OFFICE + "calcChain", "calcChain.bin")
                                        .part("xl/calcChain.bin", Xlsb.EXCEL + "calcChain", t))));
    }

    private static String latin(byte[] token) {
        return new String(token, StandardCharsets.ISO_8859_1);
    }

    private static byte[] future(int begin, byte[] token) {
        byte[] head = begin == 35
                ? new Bytes().u32(0x0E02).toArray()
                : new Bytes().u16(1).u16(15).u16(0x8000).toArray();
        return new Bytes()
                .raw(Records.record(begin, head))
                .raw(Records.record(3001, token))
                .raw(Records.record(begin + 1))
                .toArray();
    }

    /** The name of a procedure, with texts for a menu and for help. */
    private static byte[] withTexts(byte[] token) {
        return Records.record(
                39,
                new Bytes()
                        .u32(0x08)
                        .octets(0)
                        .u32(-1)
                        .raw(Records.text("ab"))
                        .raw(Records.formula(Records.tokens(0x1E, 1, 0)))
                        .raw(Records.none())
                        .raw(Records.none())
                        .raw(Records.text(latin(token)))
                        .raw(Records.none())
                        .raw(Records.none()));
    }
}
