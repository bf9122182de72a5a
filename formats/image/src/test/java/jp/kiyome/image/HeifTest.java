package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.image.stream.ByteWriter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** HEIF and AVIF: their containers are written anew around the primary picture; and never without somebody's word. */
class HeifTest {

    private static final String LEVEL = "image.container-level";
    private static final Policy PASS = Policy.of(Set.of(), Map.of(), Map.of("image.heif", "pass"), Limits.defaults());
    private static final Policy HOLD = Policy.of(Set.of(), Map.of(), Map.of("image.heif", "hold"), Limits.defaults());

    private static Rebuilding.Result passed(byte[] file) {
        return Rebuilding.rebuild(file, PASS);
    }

    private static Map<String, HeifFile> benign() {
        Map<String, HeifFile> all = new LinkedHashMap<>();
        all.put("hevc", HeifFile.hevc());
        all.put("av1", HeifFile.av1());
        all.put("grid", grid());
        all.put("alpha", alpha());
        all.put("turned", turned());
        return all;
    }

    /** Two by one. */
    private static HeifFile grid() {
        return HeifFile.hevc()
                .item("hvc1", HeifFile.framed(), 0x81, 2)
                .property("ispe", HeifFile.hex("000000000000008000000040"), false)
                .item("grid", HeifFile.hex("0000000100800040"), 4)
                .link("dimg", 3, 1, 2)
                .primary(3);
    }

    private static HeifFile alpha() {
        return HeifFile.hevc()
                .property("auxC", "\0\0\0\0urn:mpeg:hevc:2015:auxid:1\0".getBytes(StandardCharsets.US_ASCII), true)
                .item("hvc1", HeifFile.framed(), 0x81, 2, 0x84)
                .link("auxl", 2, 1);
    }

    private static HeifFile turned() {
        HeifFile file = new HeifFile()
                .property("hvcC", HeifFile.hex(HeifFile.CONFIGURATION), true)
                .property("ispe", HeifFile.SIZE, false)
                .property("irot", new byte[] {1}, true)
                .property("imir", new byte[] {1}, true)
                .property("colr", HeifFile.hex("6e636c7800010002000180"), false);
        return file.item("hvc1", HeifFile.framed(), 0x81, 2, 0x83, 0x84, 5);
    }

    @TestFactory
    Stream<DynamicTest> aPictureStaysAndASecondPassChangesNothing() {
        return benign().entrySet().stream()
                .map(sample -> dynamicTest(sample.getKey(), () -> {
                    Rebuilding.Result once = passed(sample.getValue().bytes());
                    assertThat(once.codes()).containsExactly(LEVEL);
                    Rebuilding.Result twice = passed(once.bytes());
                    assertThat(twice.bytes()).isEqualTo(once.bytes());
                    assertThat(twice.codes()).containsExactly(LEVEL);
                    String unit = sample.getKey().equals("av1") ? "320e1c80a69100b7284c40d293dda140" : HeifFile.UNIT;
                    assertThat(latin(once.bytes())).contains(latin(HeifFile.hex(unit)));
                }));
    }

    @Test
    void noPictureComesOutUnlessThePolicySaysSo() {
        for (HeifFile file : benign().values()) {
            assertThatThrownBy(() -> Rebuilding.rebuild(file.bytes()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.finding().action()).isEqualTo(Action.BLOCKED));
            assertThatThrownBy(() -> Rebuilding.rebuild(file.bytes(), HOLD))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.finding().action()).isEqualTo(Action.HELD));
            assertThat(Rebuilding.rebuild(file.bytes(), HOLD.approving(Set.of(LEVEL)))
                            .codes())
                    .containsExactly(LEVEL);
        }
    }

    /** What is hidden, where, and the finding that tells of it. */
    private static Map<String, Map.Entry<String, HeifFile>> hiding() {
        byte[] mark = Canary.bytes();
        Map<String, Map.Entry<String, HeifFile>> all = new LinkedHashMap<>();
        all.put(
                "exif",
                Map.entry("image.exif", HeifFile.hevc().item("Exif", mark).link("cdsc", 2, 1)));
        all.put("xmp", Map.entry("image.xmp", HeifFile.hevc().item("mime", mark).named("\0application/rdf+xml\0", 0)));
        all.put(
                "thumbnail",
                Map.entry(
                        "image.thumbnail",
                        HeifFile.hevc().item("hvc1", mark, 0x81, 2).link("thmb", 2, 1)));
        all.put(
                "second picture",
                Map.entry("image.multi-picture", HeifFile.hevc().item("hvc1", mark, 0x81, 2)));
        all.put("other coding", Map.entry("image.multi-picture", HeifFile.hevc().item("jpeg", mark)));
        all.put("item name", Map.entry("image.text", HeifFile.hevc().named(Canary.TOKEN + "\0", 0)));
        all.put("handler name", Map.entry("image.text", HeifFile.hevc().handlerName(Canary.TOKEN + "\0")));
        all.put("free", Map.entry("image.gap", HeifFile.hevc().before(HeifFile.box("free", mark))));
        all.put("uuid", Map.entry("image.unknown-chunk", HeifFile.hevc().before(HeifFile.box("uuid", mark))));
        all.put("in meta", Map.entry("image.unknown-chunk", HeifFile.hevc().inMeta(HeifFile.box("pRvt", mark))));
        all.put("dinf", Map.entry("image.ancillary-chunk", HeifFile.hevc().inMeta(HeifFile.box("dinf", mark))));
        all.put("moov", Map.entry("image.multi-picture", HeifFile.hevc().behind(HeifFile.box("moov", mark))));
        all.put("behind", Map.entry("image.unknown-chunk", HeifFile.hevc().behind(HeifFile.box("xxxx", mark))));
        all.put("between", Map.entry("image.gap", HeifFile.hevc().gap(mark)));
        all.put(
                "brands",
                Map.entry("image.misplaced-chunk", HeifFile.hevc().brands("heic\0\0\0\0mif1" + Canary.TOKEN)));
        all.put(
                "sei",
                Map.entry(
                        "image.comment",
                        HeifFile.hevc(HeifFile.hex(HeifFile.CONFIGURATION), join(sei(mark), HeifFile.framed()))));
        all.put(
                "sei behind",
                Map.entry(
                        "image.comment",
                        HeifFile.hevc(HeifFile.hex(HeifFile.CONFIGURATION), join(HeifFile.framed(), sei(mark)))));
        all.put(
                "configuration",
                Map.entry(
                        "image.gap",
                        HeifFile.hevc(join(HeifFile.hex(HeifFile.CONFIGURATION), mark), HeifFile.framed())));
        all.put("description", Map.entry("image.text", described("udes")));
        all.put("property", Map.entry("image.unknown-chunk", described("zzzz")));
        all.put("profile", Map.entry("image.colour-profile", described("colr")));
        all.put(
                "av1 metadata",
                Map.entry(
                        "image.comment",
                        HeifFile.av1(
                                HeifFile.hex(HeifFile.AV1_CONFIGURATION),
                                join(HeifFile.hex(HeifFile.AV1_UNITS), obu(5, mark)))));
        all.put(
                "av1 padding",
                Map.entry(
                        "image.gap",
                        HeifFile.av1(
                                HeifFile.hex(HeifFile.AV1_CONFIGURATION),
                                join(obu(15, mark), HeifFile.hex(HeifFile.AV1_UNITS)))));
        all.put(
                "av1 configuration",
                Map.entry(
                        "image.comment",
                        HeifFile.av1(
                                join(HeifFile.hex(HeifFile.AV1_CONFIGURATION), obu(5, mark)),
                                HeifFile.hex(HeifFile.AV1_UNITS))));
        return all;
    }

    private static HeifFile described(String type) {
        HeifFile file = new HeifFile()
                .property("hvcC", HeifFile.hex(HeifFile.CONFIGURATION), true)
                .property("ispe", HeifFile.SIZE, false)
                .property(type, Canary.bytes(), false);
        return file.item("hvc1", HeifFile.framed(), 0x81, 2, 3);
    }

    private static byte[] sei(byte[] mark) {
        return HeifFile.framed(join(HeifFile.hex("4e01"), mark));
    }

    private static byte[] obu(int type, byte[] mark) {
        return join(new byte[] {(byte) (type << 3 | 2), (byte) mark.length}, mark);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return new ByteWriter().bytes(one).bytes(other).toByteArray();
    }

    @TestFactory
    Stream<DynamicTest> whatIsHiddenInTheContainerIsGoneAndTold() {
        return hiding().entrySet().stream()
                .map(sample -> dynamicTest(sample.getKey(), () -> {
                    byte[] file = sample.getValue().getValue().bytes();
                    assertThat(latin(file)).contains(Canary.TOKEN);
                    Rebuilding.Result rebuilt = passed(file);
                    Canary.assertGone(rebuilt.bytes());
                    assertThat(rebuilt.codes()).contains(sample.getValue().getKey(), LEVEL);
                    assertThat(passed(rebuilt.bytes()).codes()).containsExactly(LEVEL);
                }));
    }

    private static Map<String, Supplier<HeifFile>> wrong() {
        byte[] configuration = HeifFile.hex(HeifFile.CONFIGURATION);
        byte[] unit = HeifFile.hex(HeifFile.UNIT);
        Map<String, Supplier<HeifFile>> all = new LinkedHashMap<>();
        all.put("start code", () -> HeifFile.hevc(configuration, HeifFile.framed(join(unit, HeifFile.hex("000001")))));
        all.put("zeros", () -> HeifFile.hevc(configuration, HeifFile.framed(join(unit, new byte[2]))));
        all.put("two pictures", () -> HeifFile.hevc(configuration, join(HeifFile.framed(), HeifFile.framed())));
        all.put("no picture", () -> HeifFile.hevc(configuration, sei(Canary.bytes())));
        all.put("no end", () -> HeifFile.hevc(configuration, HeifFile.hex("7fffffff2801ae")));
        all.put("other layer", () -> HeifFile.hevc(configuration, HeifFile.framed(HeifFile.hex("2809aeb0"))));
        all.put("reserved", () -> HeifFile.hevc(configuration, HeifFile.framed(HeifFile.hex("3001aeb0"))));
        all.put("another place", () -> HeifFile.hevc().found(2, 0));
        all.put("another file", () -> HeifFile.hevc().found(0, 1));
        all.put("protected", () -> HeifFile.hevc().named("\0", 1));
        all.put("no such primary", () -> HeifFile.hevc().primary(7));
        all.put("unknown and essential", () -> new HeifFile()
                .property("hvcC", configuration, true)
                .property("ispe", HeifFile.SIZE, false)
                .property("zzzz", Canary.bytes(), true)
                .item("hvc1", HeifFile.framed(), 0x81, 2, 0x83));
        all.put("overlay", () -> HeifFile.hevc()
                .item("iovl", Canary.bytes(), 2)
                .link("dimg", 2, 1)
                .primary(2));
        all.put("grid of one", () -> HeifFile.hevc()
                .item("grid", HeifFile.hex("0000000100800040"), 2)
                .link("dimg", 2, 1)
                .primary(2));
        all.put("grid of itself", () -> HeifFile.hevc()
                .item("grid", HeifFile.hex("0000000000400040"), 2)
                .link("dimg", 2, 2)
                .primary(2));
        all.put(
                "no size",
                () -> new HeifFile().property("hvcC", configuration, true).item("hvc1", HeifFile.framed(), 0x81));
        all.put(
                "no configuration",
                () -> new HeifFile().property("ispe", HeifFile.SIZE, false).item("hvc1", HeifFile.framed(), 1));
        all.put("huge", () -> new HeifFile()
                .property("hvcC", configuration, true)
                .property("ispe", HeifFile.hex("000000007fffffff7fffffff"), false)
                .item("hvc1", HeifFile.framed(), 0x81, 2));
        all.put("av1 in hevc", () -> HeifFile.av1().brands("heic\0\0\0\0mif1heic"));
        all.put("av1 tile list", () -> HeifFile.av1(HeifFile.hex(HeifFile.AV1_CONFIGURATION), obu(8, Canary.bytes())));
        all.put(
                "av1 two pictures",
                () -> HeifFile.av1(
                        HeifFile.hex(HeifFile.AV1_CONFIGURATION),
                        join(HeifFile.hex(HeifFile.AV1_UNITS), HeifFile.hex(HeifFile.AV1_UNITS))));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> whatReadersMayTakeDifferentlyIsRefused() {
        return wrong().entrySet().stream()
                .map(sample -> dynamicTest(sample.getKey(), () -> assertThatThrownBy(
                                () -> passed(sample.getValue().get().bytes()))
                        .isInstanceOf(Refusal.class)));
    }

    @Test
    void whateverIsCutOffOrFlippedEndsInOrder() {
        for (HeifFile file : benign().values()) {
            byte[] bytes = file.bytes();
            for (int i = 16; i < bytes.length; i++) {
                byte[] cut = java.util.Arrays.copyOf(bytes, i);
                byte[] flipped = bytes.clone();
                flipped[i] ^= (byte) (1 << i % 8);
                for (byte[] broken : new byte[][] {cut, flipped}) {
                    try {
                        passed(broken);
                    } catch (Refusal expected) {
                        assertThat(expected).isNotNull();
                    }
                }
            }
        }
    }

    /** libheif shares no code with us. */
    @Test
    void anotherReaderSeesTheSamePicture(@TempDir Path folder) throws Exception {
        Path reader = Path.of("/usr/bin/heif-convert");
        Assumptions.assumeTrue(
                Files.isExecutable(reader), "heif-convert is not installed: libheif did not read our files");
        for (Map.Entry<String, HeifFile> sample : benign().entrySet()) {
            byte[] input = sample.getValue().bytes();
            byte[] before = decoded(folder, sample.getKey() + "-in", input);
            byte[] after =
                    decoded(folder, sample.getKey() + "-out", passed(input).bytes());
            assertThat(after).as(sample.getKey()).isEqualTo(before).isNotEmpty();
        }
    }

    private static byte[] decoded(Path folder, String name, byte[] file) throws Exception {
        Path in = Files.write(folder.resolve(name + (name.startsWith("av1") ? ".avif" : ".heic")), file);
        Path out = folder.resolve(name + ".png");
        Process process = new ProcessBuilder("/usr/bin/heif-convert", in.toString(), out.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.exists(out) ? Files.readAllBytes(out) : new byte[0];
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
