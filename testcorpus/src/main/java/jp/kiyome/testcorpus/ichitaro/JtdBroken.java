package jp.kiyome.testcorpus.ichitaro;

import java.util.Arrays;
import java.util.List;
import jp.kiyome.testcorpus.ole.RawTree;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** Documents whose structure lies, and those of versions that are not rebuilt. */
final class JtdBroken {

    private JtdBroken() {}

    static List<Vector> all() {
        Units mirror = new Units().control(0x1C, 0x10, 0x0A, 0, 0xFFFF, 0, 0x0B, 0, 0x10, 0x1F);
        Units open = new Units().control(0x1C, 1, 7, 0, 0, 3, 0x1D).text("あ");
        Units beyond = new Units().control(0x1C, 0x10, 0xFFFF, 0);
        return List.of(
                        text("mirror-length", Stores.of(Stores.text(mirror))),
                        text("inline-open", Stores.of(Stores.text(open))),
                        text("record-beyond", Stores.of(Stores.text(beyond))),
                        text(
                                "list-beyond",
                                Stores.of(new Bytes()
                                        .ascii("QLSTV.01")
                                        .bigEndian32(1)
                                        .bigEndian32(5)
                                        .bigEndian32(9)
                                        .toArray())),
                        text(
                                "list-of-many",
                                Stores.of(new Bytes()
                                        .ascii("QLSTV.01")
                                        .bigEndian32(0x7FFFFFFF)
                                        .toArray())),
                        text(
                                "units-beyond",
                                Stores.of(new Bytes()
                                        .ascii("TextV.01")
                                        .bigEndian32(0x7FFFFFFF)
                                        .toArray())),
                        text("run-beyond", Stores.of(Stores.text(new Units().text("あ"), new byte[] {0, 0, 0, 0, 2}))),
                        text("block-twice", blockTwice()),
                        text("blocks-many", patched(16, 0x00FFFFFF)),
                        text("parts-many", patched(8, 0x7FFFFFFF)),
                        text("block-size", patched(12, 1)),
                        JtdVectors.compressedVector(
                                "size-lie",
                                () -> JtdCompressed.of(JtdVectors.plain().toArray(), JtdCompressed.NAME, 5000, 0)),
                        JtdVectors.compressedVector(
                                "check-wrong",
                                () -> JtdCompressed.of(JtdVectors.plain().toArray(), JtdCompressed.NAME, 0, 1)),
                        JtdVectors.compressedVector(
                                "in-itself",
                                () -> JtdVectors.compressed(
                                        JtdVectors.compressed(JtdVectors.plain().toArray()))),
                        old("jsw", "jsw", 1),
                        old("jaw", "jaw", 2),
                        old("jbw", "jbw", 3),
                        seven())
                .stream()
                .map(vector -> vector.ends(Ending.REFUSED))
                .toList();
    }

    private static Vector text(String name, byte[] store) {
        return JtdVectors.vector(name, jtd -> jtd.stream("DocumentText", store));
    }

    private static byte[] patched(int at, int value) {
        byte[] store = Stores.of(Stores.text(new Units().line(JtdVectors.SHOWN)));
        byte[] number = new Bytes().bigEndian32(value).toArray();
        System.arraycopy(number, 0, store, at, 4);
        return store;
    }

    private static byte[] blockTwice() {
        byte[] part = Stores.text(new Units().line(JtdVectors.SHOWN));
        Bytes out = new Bytes()
                .ascii("SsmgV.01")
                .bigEndian32(2)
                .bigEndian32(256)
                .bigEndian32(1)
                .raw(Arrays.copyOf(part, 256));
        for (int i = 0; i < 2; i++) {
            out.bigEndian32(i)
                    .bigEndian32(0)
                    .bigEndian32(part.length)
                    .bigEndian32(1)
                    .bigEndian32(1)
                    .bigEndian32(0);
        }
        return out.bigEndian32(0).toArray();
    }

    /** Streams beside the text that cannot be read: they go, and the document stays. */
    static List<Vector> beside() {
        byte[] fonts = new Bytes().ascii("FontV.01").bigEndian16(0xFFFF).toArray();
        byte[] header =
                Stores.of(new Bytes().ascii("TextV.01").bigEndian32(0x7FFFFFFF).toArray());
        return List.of(
                        JtdVectors.vector("styles-beyond", jtd -> jtd.stream("DocumentEditStyles", stylesBeyond())),
                        JtdVectors.vector("fonts-many", jtd -> jtd.stream("Font", fonts)),
                        JtdVectors.vector("header-beyond", jtd -> jtd.stream("Header", header)))
                .stream()
                .map(vector -> vector.finds("ichitaro.not-readable").keeps(JtdVectors.SHOWN))
                .toList();
    }

    private static byte[] stylesBeyond() {
        return new Bytes()
                .bigEndian32(0x00010001)
                .bigEndian16(0x2007)
                .bigEndian32(0x7FFFFFFF)
                .toArray();
    }

    private static Vector old(String name, String extension, int generation) {
        byte[] file = new Bytes()
                .ascii("DOC\0\0\0\0\0")
                .ascii("          ")
                .u16(generation)
                .raw(new byte[600])
                .toArray();
        return new Vector(Sample.of("ichitaro-old-" + name, extension, file::clone), twin(name));
    }

    private static Vector seven() {
        RawTree.Storage root =
                new RawTree.Storage("", Jtd.SEVEN, List.of(new RawTree.Stream("DocumentText", new byte[10])));
        return new Vector(Sample.of("ichitaro-old-jfw", "jfw", () -> RawTree.of(root, new byte[0])), twin("jfw"));
    }

    private static Sample twin(String name) {
        return Sample.of("ichitaro-old-" + name + "-twin", "jtd", () -> JtdVectors.plain()
                .toArray());
    }
}
