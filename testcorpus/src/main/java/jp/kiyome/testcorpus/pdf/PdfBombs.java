package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Files that are small and grow when they are read. */
final class PdfBombs {

    private static final String PAGE =
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</I 10 0 R>>>>>>";
    private static final String IMAGE = "/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray";

    /** Of zeros. Made once: it takes a while. */
    private static final Supplier<String> GIGABYTE = new Supplier<>() {
        private String made = "";

        @Override
        public synchronized String get() {
            made = made.isEmpty() ? Zeros.deflated(1 << 30) : made;
            return made;
        }
    };

    private PdfBombs() {}

    static List<PdfCase> all() {
        List<PdfCase> all = new ArrayList<>();
        all.add(PdfCase.of("bomb-deflate-chain", () -> content("/Filter[" + "/FlateDecode".repeat(3) + "]", chain(3)))
                .refused());
        all.add(PdfCase.of(
                        "bomb-deflate-long-chain", () -> content("/Filter[" + "/FlateDecode".repeat(6) + "]", chain(3)))
                .refused());
        all.add(PdfCase.of("bomb-hex-chain", () -> content("/Filter[" + "/ASCIIHexDecode".repeat(500) + "]", ">"))
                .refused());
        all.add(PdfCase.of("bomb-object-stream-size", PdfBombs::objectStream).refused());
        all.add(PdfCase.of("bomb-object-stream-count", () -> objects(2_000_000_000, "1 0 <<>>"))
                .refused());
        all.add(PdfCase.of(
                        "bomb-picture-pixels",
                        () -> image("/Width 60000/Height 60000", "/FlateDecode", PdfBuilder.deflated("x")),
                        clean())
                .open());
        all.add(PdfCase.of(
                "bomb-picture-size",
                () -> image("/Width 1000000000/Height 1", "/FlateDecode", PdfBuilder.deflated("x")),
                clean()));
        all.add(PdfCase.of(
                "bomb-predictor-columns",
                () -> image(
                        "/Width 1/Height 1/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32>>",
                        "/FlateDecode",
                        PdfBuilder.deflated("\0x")),
                clean()));
        all.add(PdfCase.of(
                "bomb-fax-columns",
                () -> image(
                        "/Width 1/Height 1/DecodeParms<</K -1/Columns 2147483647/Rows 2147483647>>",
                        "/CCITTFaxDecode",
                        "x"),
                clean()));
        all.add(PdfCase.of("bomb-jbig2", () -> image("/Width 8/Height 8", "/JBIG2Decode", Jbig2.symbols()), clean()));
        all.add(PdfCase.of(
                "bomb-jbig2-region", () -> image("/Width 8/Height 8", "/JBIG2Decode", Jbig2.region()), clean()));
        all.add(PdfCase.of("bomb-jpeg-2000-tiles", () -> image("/Width 8/Height 8", "/JPXDecode", jpx()), clean()));
        all.add(PdfCase.of("bomb-count", () -> PdfBuilder.onePage()
                .object(2, "<</Type/Pages/Count 2147483647/Kids[3 0 R]>>")
                .plain()));
        all.add(PdfCase.of("bomb-size", () -> edited("/Size 100/", "/Size 2147483647/")));
        all.add(PdfCase.of("bomb-table-rows", () -> edited("xref\n0 1\n", "xref\n0 2147483647\n")));
        all.add(PdfCase.of("bomb-table-widths", () -> widths("[1 2000000000 2]")));
        all.add(PdfCase.of("bomb-arrays", () -> PdfBuilder.onePage()
                        .add(3, "/Evil " + "[".repeat(100_000) + "]".repeat(100_000))
                        .plain())
                .refused());
        all.add(PdfCase.of("bomb-dictionaries", () -> PdfBuilder.onePage()
                        .add(3, "/Evil " + "<</A".repeat(50_000) + " 1" + ">>".repeat(50_000))
                        .plain())
                .refused());
        all.add(PdfCase.of("bomb-content-arrays", () -> content("", PdfBuilder.SHOWN + "[".repeat(100_000)))
                .refused());
        all.add(PdfCase.of("bomb-page-tree", PdfBombs::pageTree));
        all.add(PdfCase.of("bomb-references", PdfBombs::references));
        return all;
    }

    /** A gigabyte of zeros, deflated once and again. */
    static String chain(int times) {
        String data = GIGABYTE.get();
        for (int i = 1; i < times; i++) {
            data = PdfBuilder.deflated(data);
        }
        return data;
    }

    private static byte[] content(String entries, String data) {
        return PdfBuilder.onePage().stream(4, entries, data).plain();
    }

    static Supplier<byte[]> clean() {
        return () -> image("/Width 1/Height 1", "/FlateDecode", PdfBuilder.deflated("x"));
    }

    static byte[] image(String entries, String filter, String data) {
        return PdfBuilder.onePage().object(3, PAGE).stream(4, "", PdfBuilder.SHOWN + "/I Do\n").stream(
                        10,
                        (filter.equals("/JBIG2Decode") ? IMAGE.replace("t 8", "t 1") : IMAGE) + entries + "/Filter"
                                + filter,
                        data)
                .plain();
    }

    private static byte[] objectStream() {
        String file = PdfBuilder.onePage().text();
        String packed = GIGABYTE.get();
        return withObjectStream(
                file, "<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length " + packed.length() + ">>", packed);
    }

    private static byte[] objects(int count, String data) {
        return withObjectStream(
                PdfBuilder.onePage().text(),
                "<</Type/ObjStm/N " + count + "/First 4/Length " + data.length() + ">>",
                data);
    }

    /** A file whose newest table is a stream that says: the catalogue is in object stream 50. */
    private static byte[] withObjectStream(String file, String dict, String data) {
        long previous = PdfBuilder.tableOf(file);
        String holder = "50 0 obj\n" + dict + "\nstream\n" + data + "\nendstream\nendobj\n";
        int table = file.length() + holder.length();
        String rows =
                "\2\0\0\62\0" + "\1" + PdfBuilder.three(file.length()) + "\0" + "\1" + PdfBuilder.three(table) + "\0";
        return PdfBuilder.bytes(
                file + holder + "51 0 obj\n<</Type/XRef/Size 52/Root 30 0 R/W[1 3 1]/Index[30 1 50 2]/Prev " + previous
                        + "/Length 15>>\nstream\n" + rows + "\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n");
    }

    private static byte[] widths(String widths) {
        String file = new String(PdfBuilder.onePage().inObjectStreams(), StandardCharsets.ISO_8859_1);
        return PdfBuilder.bytes(file.replace("[1 3 1]", widths));
    }

    static byte[] edited(String from, String to) {
        return PdfBuilder.bytes(PdfBuilder.onePage().text().replace(from, to));
    }

    /** Three thousand nodes, each in the one before it. */
    private static byte[] pageTree() {
        PdfBuilder file = PdfBuilder.onePage();
        int deep = 3_000;
        for (int i = 0; i < deep; i++) {
            file.object(100 + i, "<</Type/Pages/Count 1/Kids[" + (i + 1 < deep ? 101 + i : 3) + " 0 R]>>");
        }
        return file.object(2, "<</Type/Pages/Count 1/Kids[100 0 R]>>").plain();
    }

    /** A chain of references to references. */
    private static byte[] references() {
        PdfBuilder file = PdfBuilder.onePage();
        for (int i = 0; i < 3_000; i++) {
            file.object(100 + i, (101 + i) + " 0 R");
        }
        return file.add(1, "/Lang 100 0 R").plain();
    }

    /** A codestream of one pixel that says it has 65,535 by 65,535 tiles of two to the 32 samples. */
    private static String jpx() {
        return "\u00FFO\u00FFQ\0\51\0\0" + "\u00FF\u00FF\u00FF\u00FF".repeat(2) + "\0\0\0\0\0\0\0\0"
                + "\0\0\0\1\0\0\0\1" + "\0\0\0\0\0\0\0\0" + "\0\1\7\1\1" + "\u00FF\u00D9";
    }
}
