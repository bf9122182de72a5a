package jp.kiyome.testcorpus.ichitaro;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.ole.RawTree;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places of an Ichitaro document that no reader shows. */
public final class JtdPlaces {

    private JtdPlaces() {}

    public static List<Placement> all() {
        return Stream.of(
                        Stream.of(
                                        "LineMark",
                                        "PageMark",
                                        "DocumentTextPositionTables",
                                        "RelatedDocuments",
                                        "ReferenceInfo",
                                        "ThinkingTemplate",
                                        "DocumentPeripheralThree",
                                        "\u0004JSRV_SummaryInformation",
                                        "\u0005DocumentSummaryInformation",
                                        "Figure",
                                        "HyperLinkFrame",
                                        "Unheard")
                                .map(name -> place(
                                        "stream-" + name.replaceAll("[^A-Za-z_]", ""),
                                        (jtd, token) -> jtd.stream(name, token.bytes()))),
                        Stream.of(
                                place(
                                        "storage",
                                        (jtd, token) -> jtd.storage(
                                                "Embedding 1", new RawTree.Stream("Contents", token.bytes()))),
                                place("macro", (jtd, token) -> jtd.macros(token.bytes())),
                                place(
                                        "summary",
                                        (jtd, token) -> jtd.stream(
                                                "\u0005SummaryInformation", behind(Jtd.summary("題名"), token))),
                                place("list-behind", (jtd, token) -> jtd.stream(Jtd.LIST + "2", token.bytes())),
                                place(
                                        "font-behind",
                                        (jtd, token) -> jtd.stream("Font", behind(Jtd.fonts("明朝"), token))),
                                place("font-sizes", (jtd, token) -> jtd.stream("Font", fontSizes(token))),
                                place(
                                        "style-record",
                                        (jtd, token) -> jtd.stream(
                                                "DocumentViewStyles",
                                                Jtd.viewStyles(Jtd.record(0x2008, token.bytes())))),
                                place(
                                        "style-behind",
                                        (jtd, token) -> jtd.stream("DocumentViewStyles", styleBehind(token))),
                                text("record", token -> new Units()
                                        .record(0x44, token.text().chars().toArray())),
                                text("paragraph-item", token -> new Units().paragraph(item(token))),
                                text("hidden", token -> new Units().inline(1, 0, token.text())),
                                store(
                                        "block-slack",
                                        token -> Stores.of(0, token.bytes(), Stores.text(new Units().line("あ")))),
                                store(
                                        "other-part",
                                        token -> Stores.of(Stores.text(new Units().line("あ")), token.bytes())),
                                store(
                                        "store-behind",
                                        token -> behind(Stores.of(Stores.text(new Units().line("あ"))), token)),
                                store(
                                        "formats-behind",
                                        token -> Stores.of(Stores.text(new Units().text("あ"), formats(token)))),
                                place(
                                        "sheet-path",
                                        (jtd, token) -> jtd.storage(JtdSheets.of(JtdVectors.plain(), token.text()))),
                                Placement.of("jtd-sector-slack", "jtd", token -> longText()
                                        .slack(token.bytes())
                                        .toArray()),
                                Placement.of(
                                        "jtdc-member-name",
                                        "jtdc",
                                        token -> JtdCompressed.of(
                                                JtdVectors.plain().toArray(), token.text(), 0, 0)),
                                Placement.of(
                                        "jtdc-inside",
                                        "jtdc",
                                        token -> JtdVectors.compressed(JtdVectors.plain().stream("Frame", token.bytes())
                                                .toArray()))))
                .flatMap(places -> places)
                .toList();
    }

    /** Of a text that has sectors of its own. */
    private static Jtd longText() {
        Units units = new Units();
        for (int i = 0; i < 210; i++) {
            units.line("一二三四五六七八九十");
        }
        return JtdVectors.plain().stream("DocumentText", Stores.of(Stores.text(units)));
    }

    private static Placement place(String name, BiFunction<Jtd, Token, Jtd> put) {
        return Placement.of("jtd-" + name, "jtd", token -> put.apply(JtdVectors.plain(), token)
                .toArray());
    }

    private static Placement text(String name, Function<Token, Units> put) {
        return store("text-" + name, token -> Stores.of(Stores.text(put.apply(token))));
    }

    private static Placement store(String name, Function<Token, byte[]> put) {
        return place(name, (jtd, token) -> jtd.stream("DocumentText", put.apply(token)));
    }

    private static byte[] behind(byte[] bytes, Token token) {
        return new Bytes().raw(bytes).raw(token.bytes()).toArray();
    }

    private static byte[] fontSizes(Token token) {
        byte[] fonts = Jtd.fonts("明朝");
        System.arraycopy(token.bytes(), 0, fonts, 12, 16);
        return fonts;
    }

    private static byte[] styleBehind(Token token) {
        Bytes out = new Bytes().bigEndian32(0x00010002).bigEndian16(0x1002).bigEndian32(4 + token.bytes().length);
        return out.bigEndian32(0xFFFF0000L).raw(token.bytes()).toArray();
    }

    private static int[] item(Token token) {
        int[] item = new int[2 + token.text().length()];
        item[0] = 0x99;
        item[1] = item.length - 2;
        for (int i = 2; i < item.length; i++) {
            item[i] = token.text().charAt(i - 2);
        }
        return item;
    }

    private static byte[] formats(Token token) {
        return new Bytes()
                .octets(0)
                .bigEndian32(1)
                .octets(0xFF)
                .raw(token.bytes())
                .toArray();
    }
}
