package jp.kiyome.testcorpus.docuworks;

import static jp.kiyome.testcorpus.docuworks.Xdw.at;
import static jp.kiyome.testcorpus.docuworks.Xdw.text;

import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places of a DocuWorks document that no reader shows. */
public final class XdwPlaces {

    private XdwPlaces() {}

    public static List<Placement> all() {
        return List.of(
                place("unused-entry", (xdw, token) -> XdwVectors.end(xdw).unusedEntry(token.bytes())),
                place("old-segment", (xdw, token) -> XdwVectors.end(xdw)
                        .before(new Tlv().add(0x61, token.bytes()).get())),
                place("attribute", (xdw, token) -> note(xdw, text("%author", token.bytes()))),
                place("attribute-number", (xdw, token) -> note(xdw, at(99, token.bytes()))),
                place("behind-text", (xdw, token) -> note(xdw, text("%Face", behind(token)))),
                place(
                        "kind",
                        (xdw, token) ->
                                XdwVectors.end(XdwVectors.annotation(xdw, 0x8077, text("%Text", token.bytes())))),
                place("attachment", (xdw, token) -> xdw.record(1, 0x1306, text("nf", token.bytes()))),
                place(
                        "ole",
                        (xdw, token) -> XdwVectors.end(
                                XdwVectors.annotation(xdw, 0x800F, text("%OLE_SERVER_NAME", token.bytes())))),
                place("comment", (xdw, token) -> drawing(xdw, Pictures.emf(token.bytes()))),
                place(
                        "drawing-record",
                        (xdw, token) -> drawing(xdw, Pictures.emf(Pictures.word("DW~~" + token.text())))),
                place(
                        "hidden",
                        (xdw, token) -> note(xdw, Xdw.named("%hidden", 1), Xdw.utf16("%Text(w", token.text()))));
    }

    private static Xdw drawing(Xdw xdw, byte[] emf) {
        return XdwVectors.end(XdwVectors.annotation(xdw, 0x803D, at(7, Pictures.body(4, emf))));
    }

    private static Xdw note(Xdw xdw, Xdw.Attribute... attributes) {
        return XdwVectors.end(XdwVectors.annotation(xdw, 0x8011, attributes));
    }

    private static byte[] behind(Token token) {
        return new Bytes().ascii("Arial\0").raw(token.bytes()).toArray();
    }

    private static Placement place(String name, BiFunction<Xdw, Token, Xdw> put) {
        return Placement.of("xdw-" + name, "xdw", token -> put.apply(XdwVectors.start(), token)
                .toArray());
    }
}
