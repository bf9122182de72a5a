package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.drawing.Pict;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pictures of QuickDraw come back as EMF, so the contract of handlers that keep a format does not hold for them as it is. */
class PictTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final byte[] MARKED = "canary-of-a-picture".getBytes(StandardCharsets.US_ASCII);
    private static final int BREAKS = 300;

    private static Run run(byte[] bytes) {
        return RUNNER.sanitize("a.pict", bytes);
    }

    @Test
    void everythingThatIsDrawnIsDrawnInTheMetafile() {
        Run run = run(Pict.drawn().bytes());
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
        assertThat(run.codes()).containsExactly("metafile.converted");
        assertThat(run.report().outputName().toString()).endsWith(".emf");
        Map<Integer, Integer> records = records(run.output());
        // Polygons, two lines, an ellipse, a rounded rectangle, a pie, text, a bitmap.
        assertThat(records).containsEntry(0x03, 3).containsEntry(0x04, 2).containsEntry(0x2A, 1);
        assertThat(records)
                .containsEntry(0x2C, 1)
                .containsEntry(0x2F, 1)
                .containsEntry(0x54, 1)
                .containsEntry(0x51, 1);
        String letters = new String(run.output(), StandardCharsets.UTF_16LE);
        assertThat(letters + new String(run.output(), 1, run.output().length - 1, StandardCharsets.UTF_16LE))
                .contains("Hello")
                .contains("Times");
    }

    /** The second row of the bitmap is of two colours in turn: black, then what the table has under 1. */
    @Test
    void pixelsAreTheSame() {
        byte[] emf = run(Pict.drawn().bytes()).output();
        ByteBuffer in = ByteBuffer.wrap(emf).order(ByteOrder.LITTLE_ENDIAN);
        int at = find(in, 0x51);
        int bits = at + in.getInt(at + 56);
        assertThat(Arrays.copyOfRange(emf, bits, bits + 6)).containsExactly(0xFF, 0, 0xFF, 0xFF, 0, 0xFF);
        assertThat(Arrays.copyOfRange(emf, bits + 48, bits + 54)).containsExactly(0, 0, 0, 0xFF, 0, 0xFF);
    }

    @TestFactory
    Stream<DynamicTest> whatDrawsNothingIsGoneAndTold() {
        Map<String, Pict> hiding = new LinkedHashMap<>();
        hiding.put("metafile.comment", Pict.drawn().opcode(0x00A1, Pict.comment(MARKED)));
        hiding.put("metafile.unknown-record", Pict.drawn().opcode(0x0024, Pict.sized(16, MARKED)));
        hiding.put("metafile.unknown-record ", Pict.drawn().opcode(0x8100, Pict.sized(32, MARKED)));
        hiding.put("image.application-segment", Pict.drawn().preamble(MARKED));
        return hiding.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Run run = run(entry.getValue().bytes());
                    assertThat(run.rebuilt()).as(run.ending()).isTrue();
                    assertThat(run.codes())
                            .containsExactlyInAnyOrder(
                                    "metafile.converted", entry.getKey().strip());
                    assertThat(new String(run.output(), StandardCharsets.ISO_8859_1))
                            .doesNotContain(new String(MARKED, StandardCharsets.US_ASCII));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeShownIsRefused() {
        Map<String, Pict> refused = new LinkedHashMap<>();
        refused.put("frame of a film", Pict.drawn().opcode(0x8200, Pict.sized(32, MARKED)));
        refused.put(
                "pattern of an unknown kind", Pict.drawn().opcode(0x0013, new byte[] {0, 9, 0, 0, 0, 0, 0, 0, 0, 0}));
        refused.put(
                "region without an end", Pict.drawn().opcode(0x0081, new byte[] {0, 12, 0, 0, 0, 0, 0, 9, 0, 9, 0, 1}));
        refused.put("opcode without a length", Pict.drawn().opcode(0x0300, new byte[2]));
        return refused.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Run run = run(entry.getValue().bytes());
                    assertThat(run.rebuilt()).isFalse();
                    assertThat(run.ending()).startsWith("BLOCKED");
                }));
    }

    @Test
    void theMetafileIsCleanAndChangesNoMore() {
        Run first = run(Pict.drawn().bytes());
        assertThat(OutputScan.of(first.output())).isEmpty();
        assertThat(run(Pict.drawn().bytes()).output()).isEqualTo(first.output());
        Run second = RUNNER.sanitize("a.emf", first.output());
        assertThat(second.codes()).isEmpty();
        assertThat(second.output()).isEqualTo(first.output());
    }

    /** Ends early, or has a byte changed: rebuilt or refused, never an error of ours. */
    @TestFactory
    Stream<DynamicTest> damageIsRefusedOrMended() {
        byte[] whole = Pict.drawn().bytes();
        Random lot = new Random(4);
        return IntStream.range(0, BREAKS).mapToObj(number -> {
            byte[] broken =
                    number % 2 == 0 ? Arrays.copyOf(whole, 512 + lot.nextInt(whole.length - 512)) : whole.clone();
            if (number % 2 != 0) {
                broken[512 + lot.nextInt(broken.length - 512)] ^= (byte) (1 << lot.nextInt(8));
            }
            return dynamicTest("break " + number, () -> {
                Run run = run(broken);
                assertThat(run.ending()).doesNotStartWith("FAILED");
                assertThat(run.rebuilt() || run.ending().startsWith("BLOCKED"))
                        .as(run.ending())
                        .isTrue();
            });
        });
    }

    private static Map<Integer, Integer> records(byte[] emf) {
        ByteBuffer in = ByteBuffer.wrap(emf).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int at = 0; at < emf.length; at += in.getInt(at + 4)) {
            counts.merge(in.getInt(at), 1, Integer::sum);
        }
        return counts;
    }

    private static int find(ByteBuffer in, int type) {
        int at = 0;
        while (in.getInt(at) != type) {
            at += in.getInt(at + 4);
        }
        return at;
    }

    @Test
    void everyTypeOfTheFormatIsNamed() {
        assertThat(Set.of("pict", "pct", "pic")).allSatisfy(extension -> assertThat(
                        RUNNER.sanitize("a." + extension, Pict.drawn().bytes()).rebuilt())
                .isTrue());
    }
}
