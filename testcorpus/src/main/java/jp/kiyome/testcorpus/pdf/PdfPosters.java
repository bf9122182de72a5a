package jp.kiyome.testcorpus.pdf;

import java.util.List;
import java.util.stream.Stream;

/** Media that show a picture while they do not play (ISO 32000-2, 13): the picture stays, as the stamp of the twin. */
final class PdfPosters {

    private static final String DRAWING = "/Type/XObject/Subtype/Form/BBox[0 0 99 20]/Resources<</Font<</F1 5 0 R>>>>";
    private static final String STAMP = "<</Type/Annot/Subtype/Stamp/Rect[10 10 109 30]/F 4/AP<</N 9 0 R>>>>";

    private PdfPosters() {}

    static List<PdfCase> all() {
        return Stream.of(
                        media(
                                "screen",
                                "/Subtype/Screen/T(evilmark)/A<</S/Rendition/OP 0/R 12 0 R>>/AA<</PO<</S/Rendition/OP 0/R 12 0 R>>>>"),
                        media("movie", "/Subtype/Movie/T(evilmark)/Movie<</F(evilmark.avi)>>"),
                        media(
                                "rich-media",
                                "/Subtype/RichMedia/RichMediaContent<</Assets<</Names[(evilmark.swf)<</F(evilmark.swf)>>]>>>>"
                                        + "/RichMediaSettings<</Activation<</Condition/PO>>>>"),
                        media("3d", "/Subtype/3D/3DD 12 0 R/3DV(evilmark)/3DA<</A/PO>>"))
                .map(one -> one.loses("evilmark"))
                .toList();
    }

    private static PdfCase media(String name, String entries) {
        return PdfCase.of(
                "poster-" + name,
                () -> media(page("<</Type/Annot" + entries + "/Rect[10 10 109 30]/F 4/AP<</N 9 0 R>>>>"))
                        .plain(),
                () -> page(STAMP).plain());
    }

    private static PdfBuilder media(PdfBuilder file) {
        return file.holds("12 0 R") ? file.stream(12, "/Type/3D/Subtype/U3D", "evilmark") : file;
    }

    private static PdfBuilder page(String annotation) {
        return PdfBuilder.onePage().add(3, "/Annots[8 0 R]").object(8, annotation).stream(
                9, DRAWING, "BT\n/F1 9 Tf\n2 5 Td\n(Poster) Tj\nET\n");
    }
}
