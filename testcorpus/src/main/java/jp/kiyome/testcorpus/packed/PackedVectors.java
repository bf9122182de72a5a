package jp.kiyome.testcorpus.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.kiyome.testcorpus.packed.RawLzh.Lie;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** What is hidden in LHA, cabinet and RAR files, and how they attack their readers. */
public final class PackedVectors {

    /** Stands wherever something is hidden. */
    public static final String MARK = "https://collect.example.invalid/";

    private static final byte[] MARKED = MARK.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PICTURE = Pictures.small();
    private static final byte[] OTHER = Pictures.other();
    private static final int METHOD_3_WINDOW_4_GIB = 15 << 10 | 3 << 7;

    /** The extended header that has it. */
    static final int UNIX_MODE = 0x50;

    /** 0120777 as two bytes, the low one first: a symbolic link. */
    static final String LINK_MODE = "\u00FF\u00A1";

    private final List<Vector> all = new ArrayList<>();

    private PackedVectors() {
        hiddenInLzh();
        namesInLzh();
        refusedLzh();
        cabinets();
        rar();
        rar4();
    }

    public static List<Vector> all() {
        return new PackedVectors().all;
    }

    /** Files with nothing to find but that cabinets and RAR files come out as ZIP. */
    public static List<Sample> benign() {
        return List.of(
                lzh("benign-level-0", new RawLzh().level0("絵/表.png", PICTURE, Lie.none())),
                lzh("benign-level-1", new RawLzh().level1("絵/", "表.png", PICTURE, Lie.none(), 0)),
                lzh("benign-level-2", new RawLzh().level2("絵/", "表.png", PICTURE, Lie.none())),
                lzh(
                        "benign-folder",
                        new RawLzh()
                                .level2("絵/", "", new byte[0], Lie.none().method("-lhd-"))
                                .level2("絵/", "表.png", PICTURE, Lie.none())
                                .level2("", "other.gif", OTHER, Lie.none())),
                Sample.of("benign-cabinet", "cab", cab(RawCab.MSZIP)::toArray),
                Sample.of("benign-cabinet-quantum", "cab", cab(RawCab.QUANTUM)::toArray),
                Sample.of("benign-cabinet-stored", "cab", cab(RawCab.STORED)::toArray),
                Sample.of("benign-rar", "rar", PackedVectors::rarTwin),
                Sample.of("benign-rar-4", "rar", PackedVectors::rar4Twin));
    }

    private static Sample lzh(String name, RawLzh archive) {
        return Sample.of(name, "lzh", () -> archive.toArray(""));
    }

    private static byte[] lzhTwin() {
        return new RawLzh().level2("", "a.png", PICTURE, Lie.none()).toArray("");
    }

    private Vector lzh(String name, Supplier<byte[]> hostile) {
        return Vector.of("lzh-" + name, "lzh", hostile, PackedVectors::lzhTwin);
    }

    private void hiddenInLzh() {
        all.add(lzh("details", () -> new RawLzh()
                        .level2("", "a.png", PICTURE, Lie.none().extended(0x53, MARK))
                        .toArray(""))
                .finds("lzh.details")
                .loses(MARK));
        all.add(lzh("macbinary", () -> new RawLzh()
                        .system('m')
                        .level1("", "a.png", macBinary("a.png", PICTURE), Lie.none(), 0)
                        .toArray(""))
                .finds("lzh.macbinary")
                .loses(MARK));
        all.add(lzh("comment", () -> new RawLzh()
                        .level1("", "a.png", PICTURE, Lie.none().extended(0x3F, MARK), 0)
                        .toArray(""))
                .finds("lzh.details")
                .loses(MARK));
        all.add(lzh("behind", () -> new RawLzh()
                        .level2("", "a.png", PICTURE, Lie.none())
                        .toArray(MARK))
                .finds("lzh.trailing")
                .loses(MARK));
        all.add(lzh("slack", () -> new RawLzh()
                        .level2(
                                "",
                                "a.png",
                                new byte[0],
                                Lie.none().method("-lh5-").slack(MARK))
                        .level2("", "b.png", PICTURE, Lie.none())
                        .toArray(""))
                .finds("lzh.slack", "archive.member-refused")
                .loses(MARK));
    }

    private void namesInLzh() {
        all.add(lzh("climbs", () -> new RawLzh()
                        .level2("../../", "a.png", PICTURE, Lie.none())
                        .toArray(""))
                .finds("archive.traversal")
                .loses(".."));
        all.add(lzh("drive", () -> new RawLzh()
                        .level0("C:\\windows\\a.png", PICTURE, Lie.none())
                        .toArray(""))
                .finds("archive.traversal")
                .loses("C:"));
        all.add(lzh("link", () -> new RawLzh()
                        .level2("", "a.png", PICTURE, Lie.none())
                        .level2(
                                "",
                                "b.png|/etc/shadow",
                                new byte[0],
                                Lie.none().method("-lhd-").extended(UNIX_MODE, LINK_MODE))
                        .toArray(""))
                .finds("archive.link", "lzh.details")
                .loses("/etc/shadow"));
        all.add(lzh("acts", () -> new RawLzh()
                        .level2("", "a.png", PICTURE, Lie.none())
                        .level2("", "autorun.inf", MARKED, Lie.none())
                        .toArray(""))
                .finds("archive.acting-name")
                .loses(MARK));
        all.add(lzh("twice", () -> new RawLzh()
                        .level2("", "a.png", PICTURE, Lie.none())
                        .level2("", "A.png", PICTURE, Lie.none())
                        .toArray(""))
                .finds("archive.duplicate-name"));
    }

    private void refusedLzh() {
        refused("crc", () -> new RawLzh()
                .level2("", "a.png", PICTURE, Lie.none().crc(1)));
        refused("size-more", () -> new RawLzh()
                .level2("", "a.png", PICTURE, Lie.none().size(1)));
        refused("size-less", () -> new RawLzh()
                .level2("", "a.png", PICTURE, Lie.none().size(-1)));
        refused("method", () -> new RawLzh()
                .level2("", "a.png", PICTURE, Lie.none().method("-lh9-")));
        refused("skips-into-data", () -> new RawLzh().level1("f/", "a.png", PICTURE, Lie.none(), -9));
        refused("skips-past-the-end", () -> new RawLzh().level1("f/", "a.png", PICTURE, Lie.none(), 9));
        refused("header-crc", () -> new RawLzh().level2("", "a.png", PICTURE, PICTURE, Lie.none(), 1));
        refused("packed-nonsense", () -> new RawLzh()
                .level2("", "a.png", PICTURE, Lie.none().method("-lh5-")));
        byte[] zeros = new byte[1 << 20];
        refused("bomb", () -> new RawLzh()
                .level2(
                        "",
                        "a.png",
                        zeros,
                        RawLzh.bomb(64),
                        Lie.none().method("-lh5-").size(1L << 30),
                        0));
    }

    /** A file as a Macintosh packs it: a header with its name, the data, and a resource fork with more. */
    private static byte[] macBinary(String name, byte[] data) {
        byte[] header = new byte[128];
        header[1] = (byte) name.length();
        System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, header, 2, name.length());
        System.arraycopy(
                new Bytes().bigEndian32(data.length).bigEndian32(MARKED.length).toArray(), 0, header, 83, 8);
        byte[] padding = new byte[-data.length & 127];
        return new Bytes()
                .raw(header)
                .raw(data)
                .raw(padding)
                .raw(MARKED)
                .raw(new byte[-MARKED.length & 127])
                .toArray();
    }

    private void refused(String name, Supplier<RawLzh> archive) {
        all.add(lzh(name, () -> archive.get().toArray("")).ends(Ending.REFUSED));
    }

    private static RawCab cab(int packing) {
        return new RawCab(packing).file("f\\表.png", PICTURE).file("b.gif", OTHER);
    }

    private Vector cab(String name, Supplier<RawCab> hostile) {
        return Vector.of("cab-" + name, "cab", () -> hostile.get().toArray(), () -> cab(RawCab.MSZIP)
                .toArray());
    }

    private void cabinets() {
        all.add(cab("hidden-bytes", () -> cab(RawCab.STORED).bytes(MARKED))
                .finds("archive.converted", "cab.hidden-data")
                .loses(MARK));
        all.add(cab("gap", () -> cab(RawCab.MSZIP).gap(MARKED))
                .finds("archive.converted", "cab.gap")
                .loses(MARK));
        all.add(cab("behind", () -> cab(RawCab.MSZIP).behind(MARKED))
                .finds("archive.converted", "cab.gap")
                .loses(MARK));
        all.add(cab("reserve", () -> cab(RawCab.MSZIP).reserve(MARKED))
                .finds("archive.converted", "cab.reserve")
                .loses(MARK));
        all.add(cab("climbs", () -> cab(RawCab.MSZIP).file("..\\..\\c.png", PICTURE))
                .finds("archive.converted", "archive.traversal")
                .loses(".."));
        all.add(cab("files-share-bytes", () -> cab(RawCab.STORED).claim("c.png", 0, PICTURE.length))
                .ends(Ending.REFUSED));
        all.add(cab("past-the-folder", () -> cab(RawCab.STORED).claim("c.png", 5, 1 << 20))
                .ends(Ending.REFUSED));
        all.add(cab("goes-on", () -> cab(RawCab.STORED).goesOn()).ends(Ending.REFUSED));
        all.add(cab("quantum-window", () -> cab(RawCab.QUANTUM & 0xFF)).ends(Ending.REFUSED));
        all.add(cab("checksum", () -> cab(RawCab.STORED).checksum(1)).ends(Ending.REFUSED));
    }

    private static byte[] rarTwin() {
        return new RawRar(0).file("f/表.png", PICTURE).toArray("");
    }

    private Vector rar(String name, Supplier<byte[]> hostile) {
        return Vector.of("rar-" + name, "rar", hostile, PackedVectors::rarTwin);
    }

    private void rar() {
        all.add(rar(
                        "comment",
                        () -> new RawRar(0).comment(MARK).file("a.png", PICTURE).toArray(""))
                .finds("archive.converted", "rar.service")
                .loses(MARK));
        all.add(rar("behind", () -> new RawRar(0).file("a.png", PICTURE).toArray(MARK))
                .finds("archive.converted", "rar.trailing")
                .loses(MARK));
        all.add(rar("link", () -> new RawRar(0)
                        .file("a.png", PICTURE)
                        .redirection(RawRar.SYMBOLIC_LINK, "b.png", MARK)
                        .toArray(""))
                .finds("archive.converted", "archive.link")
                .loses(MARK));
        all.add(rar("climbs", () -> new RawRar(0).file("../../a.png", PICTURE).toArray(""))
                .finds("archive.converted", "archive.traversal")
                .loses(".."));
        all.add(rar("volume", () -> new RawRar(1).file("a.png", PICTURE).toArray(""))
                .ends(Ending.REFUSED));
        all.add(rar(
                        "header-crc",
                        () -> new RawRar(0).wrong().file("a.png", PICTURE).toArray(""))
                .ends(Ending.REFUSED));
        all.add(rar("window", () -> new RawRar(0)
                        .file(2, "a.png", PICTURE, 1L << 40, METHOD_3_WINDOW_4_GIB, new byte[0])
                        .toArray(""))
                .ends(Ending.REFUSED));
        all.add(rar("nonsense", () -> new RawRar(0)
                        .file(2, "a.png", PICTURE, PICTURE.length, 3 << 7, new byte[0])
                        .toArray(""))
                .ends(Ending.REFUSED));
    }

    private static byte[] rar4Twin() {
        return new RawRar4().file("f\\表.png", PICTURE).toArray("");
    }

    private void rar4() {
        all.add(Vector.of(
                        "rar-4-behind",
                        "rar",
                        () -> new RawRar4().file("a.png", PICTURE).toArray(MARK),
                        PackedVectors::rar4Twin)
                .finds("archive.converted", "rar.trailing")
                .loses(MARK));
        all.add(Vector.of(
                        "rar-4-link",
                        "rar",
                        () -> new RawRar4()
                                .file("a.png", PICTURE)
                                .file("b.png", MARKED, 0, 0120777)
                                .toArray(""),
                        PackedVectors::rar4Twin)
                .finds("archive.converted", "archive.link")
                .loses(MARK));
        all.add(Vector.of(
                        "rar-4-split",
                        "rar",
                        () -> new RawRar4()
                                .file("a.png", PICTURE, RawRar4.SPLIT, 0100644)
                                .toArray(""),
                        PackedVectors::rar4Twin)
                .ends(Ending.REFUSED));
    }
}
