package jp.kiyome.testcorpus.word;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places in a document of Word 97 to 2003 that no reader shows. */
public final class WordPlaces {

    private static final String NOT_READ = "nothing leads there, so nothing of it is read";
    private static final String REMADE = "the table is written anew from what it says; what is behind is not read";

    private WordPlaces() {}

    public static List<Placement> all() {
        return List.of(
                place("between-pieces", (file, token) -> file.betweenPieces(utf16(token)))
                        .untold(NOT_READ),
                place("fast-save", (file, token) -> file.flag(4).betweenPieces(utf16(token))),
                place("page-slack", (file, token) -> file.pageSlack(token.bytes()))
                        .untold(NOT_READ),
                place("behind-all", (file, token) -> file.behindAll(utf16(token)))
                        .untold(NOT_READ),
                place("table-gap", (file, token) -> file.tableGap(token.bytes()))
                        .untold(NOT_READ),
                place("data-stream", (file, token) -> file.data(token.bytes())).untold(NOT_READ),
                place("style-tail", (file, token) -> file.styleTail(token.bytes()))
                        .untold(REMADE),
                place("font-tail", (file, token) -> file.fontTail(utf16(token))).untold(REMADE),
                place("more-of-fib", (file, token) -> file.moreOfFib(token.bytes()))
                        .untold(NOT_READ),
                place("settings-password", (file, token) -> file.settings(442, token.bytes()))
                        .untold("spare bytes of the settings, which are written anew bit by bit"),
                place("unused-pair", (file, token) -> file.part(49, token.bytes()))
                        .untold(NOT_READ),
                place("saved-by", (file, token) -> file.part(71, WordTables.strings(token.text()))),
                place("variables", (file, token) -> file.part(60, WordTables.strings(token.text()))),
                place("caption", (file, token) -> file.part(52, WordTables.strings(token.text()))),
                place("unknown-property", (file, token) -> file.paragraphs(unknown(token))),
                place("long-border", (file, token) -> file.paragraphs(border(token))),
                place(
                        "cell-borders",
                        (file, token) -> file.paragraphs(WordProperties.row(WordProperties.cellOf(token.bytes())))),
                place(
                        "borders-of-cells",
                        (file, token) ->
                                file.paragraphs(WordProperties.borders(0, 1, Arrays.copyOf(token.bytes(), 8)))),
                place("shading-of-cells", (file, token) -> file.paragraphs(shading(token))),
                place(
                        "borders-of-a-table",
                        (file, token) -> file.paragraphs(new Bytes()
                                .u16(0xD605)
                                .octets(24)
                                .raw(token.bytes())
                                .raw(new byte[8])
                                .toArray())),
                place(
                        "kinds-of-borders",
                        (file, token) -> file.paragraphs(new Bytes()
                                .u16(0xD662)
                                .octets(16)
                                .raw(token.bytes())
                                .toArray())),
                place(
                        "colours-of-borders",
                        (file, token) -> file.paragraphs(new Bytes()
                                .u16(0xD61A)
                                .octets(16)
                                .raw(token.bytes())
                                .toArray())),
                place(
                        "border-of-characters",
                        (file, token) -> file.format(
                                0,
                                2,
                                new Bytes()
                                        .u16(0xCA72)
                                        .octets(8)
                                        .raw(Arrays.copyOf(token.bytes(), 8))
                                        .toArray())),
                place(
                        "shading-of-characters",
                        (file, token) -> file.format(
                                0,
                                2,
                                new Bytes()
                                        .u16(0xCA71)
                                        .octets(10)
                                        .raw(Arrays.copyOf(token.bytes(), 10))
                                        .toArray())),
                place("bookmark-without-place", (file, token) -> file.part(21, WordTables.strings(token.text())))
                        .untold("a name of no place names nothing"),
                place(
                                "comment-owner-of-none",
                                (file, token) -> file.part(
                                        36,
                                        new Bytes()
                                                .u16(token.text().length())
                                                .raw(utf16(token))
                                                .toArray()))
                        .untold("a name that no comment has"),
                place("stream-end", (file, token) -> file.sectorSlack(token.bytes()))
                        .untold(NOT_READ),
                place("free-sector", (file, token) -> file.freeSector(token.bytes()))
                        .orRefused(),
                place("stream", (file, token) -> file.stream("Hidden", token.bytes())));
    }

    private static Placement place(String name, BiFunction<WordFile, Token, WordFile> hide) {
        return Placement.of("doc-" + name, "doc", token -> hide.apply(WordFile.of("見える文 seen"), token)
                .toArray());
    }

    private static byte[] utf16(Token token) {
        return WordVectors.utf16(token.text());
    }

    /** Shading of cells, in two kinds of lists (2.9.53). */
    private static byte[] shading(Token token) {
        return new Bytes()
                .u16(0xD612)
                .octets(10)
                .raw(Arrays.copyOf(token.bytes(), 10))
                .toArray();
    }

    /** A property of a number that nobody knows, with an operand as long as it says. */
    private static byte[] unknown(Token token) {
        return new Bytes().u16(0xC6FF).octets(16).raw(token.bytes()).toArray();
    }

    /** A border with twice the operand it needs. */
    private static byte[] border(Token token) {
        return new Bytes().u16(0xC64E).octets(16).raw(token.bytes()).toArray();
    }
}
