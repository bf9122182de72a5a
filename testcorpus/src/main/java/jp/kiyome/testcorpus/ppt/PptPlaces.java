package jp.kiyome.testcorpus.ppt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places of presentations that no reader shows. */
public final class PptPlaces {

    private PptPlaces() {}

    public static List<Placement> all() {
        return List.of(
                place("sector-slack", (ppt, token) -> ppt.frame(frame -> frame.slack(token.bytes()))),
                place("free-sector", (ppt, token) -> ppt.frame(frame -> frame.freeSector(token.bytes()))),
                place("unknown-stream", (ppt, token) -> ppt.frame(frame -> frame.stream("Notes", token.bytes()))),
                place("stream-name", (ppt, token) -> ppt.frame(frame -> frame.storage(token.text()))),
                place(
                        "property-set",
                        (ppt, token) -> ppt.frame(frame -> frame.stream("\u0005SummaryInformation", token.bytes()))),
                place("current-user", (ppt, token) -> ppt.userName(token.text())),
                place("old-edit", (ppt, token) -> ppt.oldEdit(token.text())),
                place("loose-bytes", (ppt, token) -> ppt.loose(token.bytes())),
                place("unknown-record", (ppt, token) -> ppt.inSlide(Rec.atom(4999, 0, token.bytes()))),
                place(
                        "unknown-container",
                        (ppt, token) -> ppt.inDocument(Rec.container(4998, 0, Rec.text(0, token.text())))),
                place("record-out-of-place", (ppt, token) -> ppt.inSlide(Rec.atom(4000, 0, Rec.utf16(token.text())))),
                place("atom-tail", (ppt, token) -> ppt.slideAtom(atom -> longer(atom, token))),
                place("style-tail", (ppt, token) -> ppt.inText(Rec.atom(4006, 0, tail(token)))),
                place("property-tail", (ppt, token) -> ppt.property(0x0181, 0, token.bytes())),
                place(
                        "name-tail",
                        (ppt, token) ->
                                ppt.property(0x8380, 4 + token.text().length() * 2, Rec.utf16("a\0" + token.text()))),
                place("unknown-property", (ppt, token) -> ppt.property(0x8776, token.bytes().length, token.bytes())),
                place("deleted-shape", (ppt, token) -> ppt.moreShapes(PptVectors.shape(8, token.text()))),
                place("font-name-tail", (ppt, token) -> ppt.inFonts(font(token))),
                place("font-program", (ppt, token) -> ppt.inFonts(Rec.atom(4024, 0, token.bytes()))),
                place(
                        "click-tail",
                        (ppt, token) -> ppt.inClientData(Rec.container(
                                4082,
                                0,
                                Rec.atom(
                                        4083,
                                        0,
                                        new Bytes()
                                                .u32(0)
                                                .u32(0)
                                                .octets(3, 0, 1, 0, 0xFF)
                                                .raw(token.bytes())
                                                .toArray())))),
                place("macro-name", (ppt, token) -> ppt.inClientData(PptParts.macro(token.text()))),
                place("link-target", (ppt, token) -> ppt.objects(PptParts.link(1, "file:" + token.text()))),
                place(
                        "string-tag",
                        (ppt, token) -> ppt.inSlide(Rec.container(
                                5000, 0, Rec.container(5001, 0, Rec.text(0, "a"), Rec.text(1, token.text()))))),
                place("binary-tag", (ppt, token) -> ppt.inSlide(PptParts.tag(token.text(), Rec.text(0, token.text())))),
                place(
                        "tag-of-2000",
                        (ppt, token) -> ppt.inSlide(PptParts.tag("___PPT9", Rec.atom(6010, 0, token.bytes())))),
                place(
                        "comment-tail",
                        (ppt, token) -> ppt.inSlide(PptParts.tag(
                                "___PPT10",
                                Rec.container(12000, 0, Rec.text(3, "a"), Rec.atom(12001, 1, token.bytes()))))),
                place(
                        "picture-text",
                        (ppt, token) -> PptParts.withPicture(
                                ppt, new Png().text("Comment", token.text()).bytes())),
                place(
                        "picture-trailer",
                        (ppt, token) -> PptParts.withPicture(
                                ppt, new Png().trailer(token.bytes()).bytes())),
                place("picture-not-shown", (ppt, token) -> ppt.pictures(new byte[0], token.bytes())));
    }

    private static Placement place(String name, BiFunction<RawPpt, Token, RawPpt> hide) {
        return Placement.of(
                "ppt-" + name, "ppt", token -> hide.apply(new RawPpt(), token).toArray());
    }

    /** A record's body, longer by the token. */
    private static byte[] longer(byte[] record, Token token) {
        byte[] longer = Arrays.copyOf(record, record.length + token.bytes().length);
        System.arraycopy(token.bytes(), 0, longer, record.length, token.bytes().length);
        longer[4] += (byte) token.bytes().length;
        return longer;
    }

    private static byte[] tail(Token token) {
        return new Bytes().u32(0).raw(token.bytes()).toArray();
    }

    private static byte[] font(Token token) {
        byte[] name = ("B\0" + token.text()).getBytes(StandardCharsets.UTF_16LE);
        return Rec.atom(
                4023,
                1,
                new Bytes().raw(Arrays.copyOf(name, 64)).octets(0, 0, 4, 0x22).toArray());
    }
}
