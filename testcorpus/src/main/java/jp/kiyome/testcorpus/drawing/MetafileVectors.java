package jp.kiyome.testcorpus.drawing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** What a metafile can attack with, or hide things in. */
public final class MetafileVectors {

    private static final String MARK = "vector-marker";
    private static final byte[] MARKED = MARK.getBytes(StandardCharsets.US_ASCII);

    private MetafileVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>(commands());
        all.addAll(structures());
        all.addAll(escapes());
        return List.copyOf(all);
    }

    private static Vector emf(String name, String code, UnaryOperator<Emf> hostile) {
        return Vector.of("emf-" + name, "emf", () -> hostile.apply(Emf.drawn()).bytes(), () -> Emf.drawn()
                        .bytes())
                .finds(code)
                .loses(MARK);
    }

    private static Vector wmf(String name, String code, UnaryOperator<Wmf> hostile) {
        return Vector.of("wmf-" + name, "wmf", () -> hostile.apply(Wmf.drawn()).bytes(), () -> Wmf.drawn()
                        .bytes())
                .finds(code)
                .loses(MARK);
    }

    private static List<Vector> commands() {
        Words marked = new Words().bytes(MARKED);
        return List.of(
                emf("comment", "metafile.comment", f -> f.record(70, Emf.comment(MARKED))),
                emf(
                        "comment-in-groups",
                        "metafile.comment",
                        f -> f.record(
                                70,
                                Emf.comment(new Words()
                                        .u32(0x43494447, 2)
                                        .bytes(MARKED)
                                        .get()))),
                emf(
                        "metafile-in-comment",
                        "metafile.comment",
                        f -> f.record(
                                70,
                                Emf.comment(new Words()
                                        .u32(0x43494447, 0x80000001, 0x300, 0, 0, 13)
                                        .bytes(MARKED)
                                        .get()))),
                emf(
                        "plus-without-header",
                        "metafile.emf-plus",
                        f -> f.record(
                                70,
                                Emf.comment(new Words()
                                        .u32(0x2B464D45)
                                        .u16(0x4009, 0)
                                        .u32(28, 16)
                                        .bytes(MARKED)
                                        .pad(4)
                                        .get()))),
                emf(
                        "draw-escape",
                        "metafile.escape",
                        f -> f.record(105, new Words().u32(37, 13).bytes(MARKED))),
                emf(
                        "ext-escape",
                        "metafile.escape",
                        f -> f.record(106, new Words().u32(37, 13).bytes(MARKED))),
                emf(
                        "named-escape",
                        "metafile.escape",
                        f -> f.record(110, new Words().u32(0, 13, 0).bytes(MARKED))),
                emf(
                        "opengl",
                        "metafile.opengl",
                        f -> f.record(102, new Words().u32(13).bytes(MARKED))),
                emf("pixel-format", "metafile.opengl", f -> f.record(104, marked)),
                emf(
                        "profile-file",
                        "metafile.colour-profile",
                        f -> f.record(113, new Words().u32(0, 0, 0).bytes(MARKED))),
                emf(
                        "colour-space",
                        "metafile.colour-profile",
                        f -> f.record(99, new Words().u32(1).bytes(MARKED))),
                emf("unknown-record", "metafile.unknown-record", f -> f.record(0x5000, marked)),
                emf("linked-fonts", "metafile.font-link", f -> f.record(119, marked)));
    }

    private static List<Vector> structures() {
        return List.of(
                emf("description", "metafile.description", f -> f.description(MARKED)),
                emf(
                        "palette-at-end",
                        "metafile.slack",
                        f -> f.record(0x1B, new Words().u32(1, 1).bytes(MARKED))),
                emf("behind-end", "image.trailing-data", f -> f.behind(MARKED)),
                emf(
                        "points-past-end",
                        "metafile.damaged-record",
                        f -> f.record(
                                4, new Words().u32(0, 0, 9, 9, 0x7FFFFFFF, 1, 1).bytes(MARKED))),
                emf(
                        "points-count-sum",
                        "metafile.damaged-record",
                        f -> f.record(
                                8,
                                new Words()
                                        .u32(0, 0, 9, 9, 1, 2, 99, 1, 1, 2, 2)
                                        .bytes(MARKED))),
                emf(
                        "object-never-made",
                        "metafile.object",
                        f -> f.record(0x25, new Words().u32(7).bytes(MARKED))),
                emf(
                        "object-beyond-table",
                        "metafile.object",
                        f -> f.record(0x27, new Words().u32(0x7FFFFFFF, 0, 0, 0).bytes(MARKED))),
                emf(
                        "restore-without-save",
                        "metafile.state",
                        f -> f.record(0x22, new Words().u32(-5).bytes(MARKED))),
                emf(
                        "text-past-end",
                        "metafile.damaged-record",
                        f -> f.record(
                                0x54,
                                new Words()
                                        .u32(0, 0, 9, 9, 1, 0, 0, 1, 1, 0x10000000, 76, 0, 0, 0, 0, 0, 0)
                                        .bytes(MARKED))),
                emf(
                        "not-a-number",
                        "metafile.value",
                        f -> f.record(
                                0x23, new Words().u32(0x7FC00001, 0, 0, 0, 0, 0).bytes(MARKED))),
                refused(
                        "emf-record-of-nothing",
                        "emf",
                        () -> Emf.drawn().record(0x1B, new Words()).bytes(),
                        116),
                refused("wmf-record-of-nothing", "wmf", () -> Wmf.drawn().bytes(), 40));
    }

    /** A record whose size is made to be zero. */
    private static Vector refused(String name, String extension, Supplier<byte[]> file, int sizeAt) {
        return Vector.of(
                        name,
                        extension,
                        () -> {
                            byte[] bytes = file.get();
                            int at = extension.equals("emf") ? sizeAt - 4 : sizeAt;
                            Arrays.fill(bytes, at, at + 4, (byte) 0);
                            if (extension.equals("emf")) {
                                Arrays.fill(bytes, at, at + 8, (byte) 0);
                            }
                            return bytes;
                        },
                        () -> extension.equals("emf")
                                ? Emf.drawn().bytes()
                                : Wmf.drawn().bytes())
                .ends(Ending.REFUSED);
    }

    private static List<Vector> escapes() {
        List<Vector> all = new ArrayList<>();
        int[] functions = {0x09, 0x0F, 0x13, 0x21, 0x25, 0x202, 0x100E, 0x1013, 0x1014, 0x1016, 0x101A};
        for (int function : functions) {
            all.add(wmf(
                    "escape-" + Integer.toHexString(function),
                    "metafile.escape",
                    f -> f.record(0x0626, Wmf.escape(function, MARKED))));
        }
        all.add(wmf("unknown-record", "metafile.unknown-record", f -> f.record(0x0777, new Words().bytes(MARKED))));
        all.add(wmf("behind-end", "image.trailing-data", f -> f.behind(MARKED)));
        all.add(wmf(
                "object-never-made",
                "metafile.object",
                f -> f.record(0x012D, new Words().u16(9).bytes(MARKED))));
        all.add(wmf(
                "points-past-end",
                "metafile.damaged-record",
                f -> f.record(0x0325, new Words().u16(0x7FFF, 1, 1).bytes(MARKED))));
        all.add(wmf(
                "slack",
                "metafile.slack",
                f -> f.record(0x0214, new Words().u16(1, 1).bytes(MARKED))));
        return all;
    }

    /** Metafiles with nothing to find that use much. */
    public static List<Sample> benign() {
        return List.of(
                Sample.of("benign-drawing", "emf", () -> Emf.drawn()
                        .handles(3)
                        .record(0x26, new Words().u32(1, 0, 1, 0, 0x0000FF))
                        .record(0x25, new Words().u32(1))
                        .record(0x52, Emf.font(2, "MS Gothic", new byte[0]))
                        .record(0x25, new Words().u32(2))
                        .record(0x54, Emf.text("お知らせ"))
                        .record(0x51, Emf.bitmap(new byte[0]))
                        .record(0x56, new Words().u32(0, 0, 9, 9, 3).u16(0, 0, 5, 5, 9, 0))
                        .record(0x28, new Words().u32(1))
                        .bytes()),
                Sample.of("benign-drawing", "wmf", () -> Wmf.drawn()
                        .objects(2)
                        .record(0x02FA, new Words().u16(0, 1, 0).u32(0x0000FF))
                        .record(0x012D, new Words().u16(0))
                        .record(0x02FB, Wmf.font("Arial", new byte[0]))
                        .record(0x012D, new Words().u16(1))
                        .record(
                                0x0521,
                                new Words()
                                        .u16(5)
                                        .bytes("hello".getBytes(StandardCharsets.US_ASCII))
                                        .u8(0)
                                        .u16(9, 9))
                        .record(0x01F0, new Words().u16(0))
                        .bytes()));
    }
}
