package jp.kiyome.testcorpus.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** Ways to attack by an archive: by names, links, places, hidden members, and by what grows. */
public final class ArchiveVectors {

    private static final byte[] PICTURE = Png.square();
    private static final byte[] SECRET = "SECRET-archive".getBytes(StandardCharsets.US_ASCII);

    private ArchiveVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        all.addAll(zipNames());
        all.addAll(zipTricks());
        all.addAll(tapes());
        all.addAll(others());
        return all;
    }

    public static List<Sample> benign() {
        return List.of(
                Sample.of("archive-pictures", "zip", () -> zip(zip -> zip.add(picture("d/b.png"), picture("a.png")))),
                Sample.of("archive-japanese", "zip", () -> zip(zip -> zip.add(picture("写真/海.png")))),
                Sample.of(
                        "archive-in-archive",
                        "zip",
                        () -> zip(zip -> zip.add(RawEntry.of("i.zip", zip(inner -> inner.add(picture("a.png"))))))),
                Sample.of("archive-tape", "tar", () -> tape(tar -> tar.file("d/b.png", PICTURE))),
                Sample.of("archive-compressed-tape", "tgz", () -> gzip(tape(tar -> {}))),
                Sample.of("archive-zstd-tape", "tzst", () -> RawZstd.frame(tape(tar -> {}))),
                Sample.of("archive-seven", "7z", () -> RawSevenZ.of("a.png", small())));
    }

    private static List<Vector> zipNames() {
        return List.of(
                named("zip-climbs", "../../evil.png", "archive.traversal"),
                named("zip-absolute", "/etc/evil.png", "archive.traversal"),
                named("zip-drive", "C:/evil.png", "archive.traversal"),
                named("zip-server", "\\\\example.invalid\\c\\evil.png", "archive.traversal", "archive.path"),
                named("zip-reversed", "evil\u202Egnp.png", "type.deceptive-name"),
                named("zip-invisible", "ev\u200Bil.png", "type.deceptive-name"),
                named("zip-device", "NUL.png", "type.unsafe-name"),
                named("zip-stream", "evil.png::$DATA", "type.unsafe-name", "type.name"),
                named("zip-twice", "a.png", "archive.duplicate-name"),
                named("zip-other-case", "A.PNG", "archive.duplicate-name"),
                named("zip-file-and-folder", "a.png/b.png", "archive.duplicate-name"),
                named("zip-endless-name", "a".repeat(3_000) + ".png", "type.unsafe-name"),
                named("zip-autorun", "autorun.inf", "archive.acting-name"),
                named("zip-desktop", "d/desktop.ini", "archive.acting-name"),
                named("zip-shortcut", "evil.lnk", "archive.acting-name"),
                named("zip-drawing-program", "acad.lsp", "archive.acting-name"),
                named("zip-disk", "evil.iso", "archive.acting-name"),
                named("zip-script", "evil.png.js", "archive.acting-name"));
    }

    private static Vector named(String name, String hostile, String... findings) {
        return vector(name, zip -> zip.add(picture(hostile))).finds(findings);
    }

    private static List<Vector> zipTricks() {
        return List.of(
                vector(
                                "zip-link",
                                zip -> zip.add(
                                        RawEntry.of("l", "/etc/passwd").stored().unixMode(0120777)))
                        .finds("archive.link")
                        .loses("/etc/passwd"),
                vector(
                                "zip-device-file",
                                zip -> zip.add(RawEntry.of("d", "").stored().unixMode(0020666)))
                        .finds("archive.special-file"),
                vector("zip-program", zip -> zip.add(RawEntry.of("evil.dat", "MZ\u0090\0SECRET-archive")))
                        .finds("archive.member-refused")
                        .loses("SECRET-archive"),
                vector("zip-comment", zip -> zip.comment(SECRET))
                        .finds("zip.comment")
                        .loses("SECRET-archive"),
                vector("zip-member-comment", zip -> zip.add(picture("b.png").comment("SECRET-archive")))
                        .finds("zip.comment")
                        .loses("SECRET-archive"),
                vector("zip-extra", zip -> zip.add(picture("b.png").extra(0x7855, SECRET)))
                        .finds("zip.extra-field")
                        .loses("SECRET-archive"),
                vector("zip-two-names", zip -> zip.add(picture("b.png").extra(0x7075, unicodePath("b.png", "c.png"))))
                        .finds("archive.second-name"),
                vector("zip-behind", zip -> zip.trailer(SECRET))
                        .finds("zip.trailing")
                        .loses("SECRET-archive"),
                vector("zip-gap", zip -> zip.gapBeforeDirectory(SECRET))
                        .finds("zip.gap")
                        .loses("SECRET-archive"),
                vector("zip-hidden", zip -> zip.add(picture("b.png").hidden())).ends(Ending.REFUSED),
                vector(
                                "zip-overlap",
                                zip -> zip.add(
                                        picture("b.png"), picture("b.png").overPrevious()))
                        .ends(Ending.REFUSED),
                vector("zip-lying-size", zip -> zip.add(picture("b.png").size(7)))
                        .ends(Ending.REFUSED),
                vector("zip-lying-sum", zip -> zip.add(picture("b.png").crc(7))).ends(Ending.REFUSED),
                vector("zip-other-name", zip -> zip.add(picture("b.png").localName("c.png")))
                        .ends(Ending.REFUSED),
                vector(
                                "zip-bomb",
                                zip -> zip.add(RawEntry.of("b.txt", "0".repeat(90 << 20))
                                        .squeezed()))
                        .ends(Ending.REFUSED));
    }

    private static List<Vector> tapes() {
        return List.of(
                tape("tar-climbs", tar -> tar.file("../evil.png", PICTURE)).finds("archive.traversal"),
                tape("tar-link", tar -> tar.link('2', "l", "/etc/passwd"))
                        .finds("archive.link")
                        .loses("/etc/passwd"),
                tape("tar-hard-link", tar -> tar.link('1', "l", "/etc/passwd"))
                        .finds("archive.link")
                        .loses("/etc/passwd"),
                tape("tar-device", tar -> tar.link('3', "d", "")).finds("archive.special-file"),
                tape("tar-owner", tar -> tar.owner("SECRET-archive").file("b.png", PICTURE))
                        .finds("tar.owner")
                        .loses("SECRET-archive"),
                tape("tar-attribute", tar -> tar.extended('x', "SCHILY.xattr.user.x", "SECRET-archive")
                                .file("b.png", PICTURE))
                        .finds("tar.extended")
                        .loses("SECRET-archive"),
                tape("tar-comment", tar -> tar.extended('g', "comment", "SECRET-archive"))
                        .finds("tar.extended")
                        .loses("SECRET-archive"),
                tape("tar-two-sizes", tar -> tar.extended('x', "size", "7").file("b.png", PICTURE))
                        .ends(Ending.REFUSED),
                tape("tar-hidden", tar -> tar.raw(new byte[1024]).file("b.png", PICTURE))
                        .ends(Ending.REFUSED),
                tape("tar-sparse", tar -> tar.member('S', "s", "", new byte[0])).ends(Ending.REFUSED),
                tape("tar-all-names", tar -> tar.extended('g', "path", "x.png").file("b.png", PICTURE))
                        .ends(Ending.REFUSED));
    }

    private static List<Vector> others() {
        return List.of(
                Vector.of(
                                "gz-behind",
                                "tgz",
                                () -> new Bytes()
                                        .raw(gzip(tape(tar -> {})))
                                        .raw(SECRET)
                                        .toArray(),
                                () -> gzip(tape(tar -> {})))
                        .finds("frame.trailing")
                        .loses("SECRET-archive"),
                zstd("skipped", new Bytes().raw(RawZstd.frame(tape(tar -> {}))).raw(RawZstd.skipped(SECRET)))
                        .finds("frame.header")
                        .loses("SECRET-archive"),
                zstd("behind", new Bytes().raw(RawZstd.frame(tape(tar -> {}))).raw(SECRET))
                        .ends(Ending.REFUSED),
                zstd("dictionary", new Bytes().raw(RawZstd.withDictionary(tape(tar -> {}))))
                        .ends(Ending.REFUSED),
                zstd("window", new Bytes().raw(RawZstd.withWindow(tape(tar -> {}))))
                        .ends(Ending.REFUSED),
                zstd("bomb", new Bytes().raw(RawZstd.bomb(5_000))).ends(Ending.REFUSED),
                Vector.of(
                                "7z-gap",
                                "7z",
                                () -> RawSevenZ.of("a.png", small(), SECRET),
                                () -> RawSevenZ.of("a.png", small()))
                        .finds("sevenz.gap")
                        .loses("SECRET-archive"),
                Vector.of(
                                "7z-climbs",
                                "7z",
                                () -> RawSevenZ.of("../a.png", small()),
                                () -> RawSevenZ.of("a.png", small()))
                        .finds("archive.traversal"));
    }

    private static Vector zstd(String name, Bytes bytes) {
        return Vector.of("zst-" + name, "tzst", bytes::toArray, () -> RawZstd.frame(tape(tar -> {})));
    }

    private static Vector vector(String name, Consumer<RawZip> lie) {
        return Vector.of(
                "archive-" + name,
                "zip",
                () -> zip(zip -> {
                    zip.add(picture("a.png"));
                    lie.accept(zip);
                }),
                () -> zip(zip -> zip.add(picture("a.png"))));
    }

    private static Vector tape(String name, Consumer<RawTar> lie) {
        return Vector.of("archive-" + name, "tar", () -> tape(lie), () -> tape(tar -> {}));
    }

    /** An archive of one picture, and more. */
    static byte[] tape(Consumer<RawTar> more) {
        RawTar tar = new RawTar().file("a.png", PICTURE);
        more.accept(tar);
        return tar.bytes();
    }

    static byte[] zip(Consumer<RawZip> filling) {
        RawZip zip = new RawZip();
        filling.accept(zip);
        return zip.bytes();
    }

    static RawEntry picture(String name) {
        return RawEntry.of(name, PICTURE);
    }

    static byte[] gzip(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A picture in fewer than 128 bytes. */
    static byte[] small() {
        return Smallest.png();
    }

    private static byte[] unicodePath(String name, String other) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        return new Bytes().octets(1).u32(crc.getValue()).ascii(other).toArray();
    }
}
