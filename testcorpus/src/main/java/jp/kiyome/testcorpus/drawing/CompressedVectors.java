package jp.kiyome.testcorpus.drawing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;
import jp.kiyome.testcorpus.zip.Bytes;

/** What hides in the gzip frame (RFC 1952) around a drawing, and drawings that attack inside one. */
public final class CompressedVectors {

    private static final String MARK = "vector-marker";
    private static final byte[] MARKED = MARK.getBytes(StandardCharsets.US_ASCII);
    private static final int NOTHING_SAID = 0xFF;

    private CompressedVectors() {}

    public static List<Vector> all() {
        return List.of(
                emz(
                        "name",
                        "image.gzip-header",
                        plain -> gzip(8, new Bytes().raw(MARKED).octets(0), plain)),
                emz(
                        "comment",
                        "image.gzip-header",
                        plain -> gzip(16, new Bytes().raw(MARKED).octets(0), plain)),
                emz("field", "image.gzip-header", plain -> gzip(4, field(MARKED), plain)),
                emz(
                        "behind",
                        "image.trailing-data",
                        plain -> new Bytes().raw(gzip(plain)).raw(MARKED).toArray()),
                emz(
                        "second-member",
                        "image.trailing-data",
                        plain -> new Bytes().raw(gzip(plain)).raw(gzip(MARKED)).toArray()),
                Vector.of("svgz-script", "svgz", () -> gzip(script()), () -> gzip(Svg.with("")))
                        .finds("svg.script")
                        .loses(MARK),
                Vector.of(
                                "emz-cut",
                                "emz",
                                CompressedVectors::cut,
                                () -> gzip(Emf.drawn().bytes()))
                        .ends(Ending.REFUSED));
    }

    public static List<Sample> benign() {
        return List.of(
                Sample.of("benign-emz", "emz", () -> gzip(Emf.drawn().bytes())),
                Sample.of("benign-wmz", "wmz", () -> gzip(Wmf.drawn().bytes())),
                Sample.of("benign-svgz", "svgz", () -> gzip(Svg.with(""))));
    }

    static List<Placement> places() {
        return List.of(
                Placement.of(
                        "emz-name",
                        "emz",
                        token -> gzip(
                                8,
                                new Bytes().raw(token.bytes()).octets(0),
                                Emf.drawn().bytes())),
                Placement.of(
                        "emz-field",
                        "emz",
                        token -> gzip(4, field(token.bytes()), Emf.drawn().bytes())),
                Placement.of("svgz-behind", "svgz", token -> new Bytes()
                        .raw(gzip(Svg.with("")))
                        .raw(token.bytes())
                        .toArray()));
    }

    private static Vector emz(String name, String code, UnaryOperator<byte[]> hostile) {
        return Vector.of(
                        "emz-" + name,
                        "emz",
                        () -> hostile.apply(Emf.drawn().bytes()),
                        () -> gzip(Emf.drawn().bytes()))
                .finds(code)
                .loses(MARK);
    }

    private static byte[] script() {
        return Svg.with("<script>" + MARK + "</script>");
    }

    private static byte[] cut() {
        byte[] whole = gzip(Emf.drawn().bytes());
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    /** Two letters and a length before what an application says (RFC 1952 2.3.1.1). */
    private static Bytes field(byte[] data) {
        return new Bytes().u16(data.length + 4).ascii("Kx").u16(data.length).raw(data);
    }

    private static byte[] gzip(byte[] plain) {
        return gzip(0, new Bytes(), plain);
    }

    private static byte[] gzip(int flags, Bytes more, byte[] plain) {
        CRC32 crc = new CRC32();
        crc.update(plain);
        return new Bytes()
                .octets(0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, NOTHING_SAID)
                .raw(more.toArray())
                .raw(deflated(plain))
                .u32(crc.getValue())
                .u32(plain.length)
                .toArray();
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }
}
