package jp.kiyome.archive.zstd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdTest {

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZstdOutput.write(HeapContent.of(plain), out);
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (ZstdInput in = new ZstdInput(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    /** Runs, words, noise, and what came far before, by turns. */
    private static byte[] mixed(int size, int seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        byte[] word = "神奈川県 report,2026;".getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < size) {
            int length = Math.min(size - at, 1 + random.nextInt(700));
            switch (random.nextInt(4)) {
                case 0 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(4));
                case 1 -> {
                    for (int i = 0; i < length; i++) {
                        bytes[at + i] = word[i % word.length];
                    }
                }
                case 2 -> {
                    for (int i = 0; i < length; i++) {
                        bytes[at + i] = (byte) ('a' + (int) Math.abs(random.nextGaussian() * 4));
                    }
                }
                default -> System.arraycopy(bytes, random.nextInt(at + 1) / 2, bytes, at, length / 2);
            }
            at += length;
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 63, 64, 65, 1023, 1024, 1025, 16_383, 131_071, 131_072, 131_073, 5_000_000})
    void whatIsPackedUnpacks(int size) throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            byte[] plain = mixed(size, seed);
            byte[] packed = packed(plain);
            assertThat(unpacked(packed)).isEqualTo(plain);
            assertThat(packed(plain)).isEqualTo(packed);
        }
    }

    @Test
    void textIsPackedToLessThanHalf() throws IOException {
        byte[] plain = mixed(300_000, 9);
        assertThat(packed(plain).length).isLessThan(plain.length / 2);
    }

    @Test
    void noiseGrowsByAFewBytesOnly() throws IOException {
        byte[] noise = new byte[500_000];
        new Random(3).nextBytes(noise);
        assertThat(packed(noise).length).isLessThan(noise.length + 40);
    }

    @Test
    void noChangedBitGivesOtherBytes() throws IOException {
        byte[] plain = mixed(500, 5);
        byte[] packed = packed(plain);
        for (int bit = 0; bit < packed.length * 8; bit++) {
            byte[] changed = packed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(unpacked(changed)).isEqualTo(plain);
            } catch (Refusal | EOFException expected) {
                assertThat(expected).isNotNull();
            }
        }
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        byte[] packed = packed(mixed(3000, 5));
        for (int size = 1; size < packed.length; size++) {
            byte[] cut = Arrays.copyOf(packed, size);
            assertThatThrownBy(() -> unpacked(cut)).isInstanceOfAny(Refusal.class, EOFException.class);
        }
    }

    @Test
    void framesBehindEachOtherAreOneAndOthersAreSkipped() throws IOException {
        byte[] one = packed("one".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(one);
        all.write(HexFormat.of().parseHex("5a2a4d1803000000414243"));
        all.write(one);
        ZstdInput in = new ZstdInput(new ByteArrayInputStream(all.toByteArray()));
        assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("oneone");
        assertThat(in.frames()).isEqualTo(2);
        assertThat(in.skipped()).isEqualTo(1);
        all.write(7);
        assertThatThrownBy(() -> unpacked(all.toByteArray())).isInstanceOf(Refusal.class);
    }

    @Test
    void aHugeWindowIsRefusedAndADictionaryToo() {
        assertThatThrownBy(() -> unpacked(HexFormat.of().parseHex("28b52ffd00a0010000")))
                .hasMessageContaining("archive.window");
        assertThatThrownBy(() -> unpacked(HexFormat.of().parseHex("28b52ffd21070100010000")))
                .hasMessageContaining("packed.broken");
    }

    @Test
    void mutatedStreamsEndInARefusal() throws IOException {
        Random random = new Random(11);
        byte[] packed = packed(mixed(60_000, 6));
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = packed.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            // No check sum: the decoder alone stands between the stream and the window.
            changed[4] &= ~4;
            try {
                assertThat(unpacked(changed).length).isLessThan(200_000);
            } catch (Refusal | EOFException expected) {
                assertThat(expected).isNotNull();
            }
        }
    }
}
