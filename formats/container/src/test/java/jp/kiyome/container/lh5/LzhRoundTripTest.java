package jp.kiyome.container.lh5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import jp.kiyome.core.finding.Location;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LzhRoundTripTest {

    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long size = LzhEncoder.encode(new ByteArrayInputStream(plain), out::write);
        assertThat(out.size()).isEqualTo((int) size);
        return out.toByteArray();
    }

    static byte[] unpacked(byte[] packed, long size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long used = LzhDecoder.decode(
                LzhMethod.LH5, new ByteArrayInputStream(packed), size, Location.wholeFile(), out::write);
        assertThat(used).isEqualTo(packed.length);
        return out.toByteArray();
    }

    private static void comesBack(byte[] plain) {
        assertThat(unpacked(packed(plain), plain.length)).isEqualTo(plain);
    }

    @Property(tries = 100)
    void anyBytesComeBack(@ForAll @Size(max = 3000) byte[] plain) {
        comesBack(plain);
    }

    /** Few different bytes, and pieces that come again from far and near. */
    @Property(tries = 25)
    void bytesThatRepeatComeBack(
            @ForAll long seed,
            @ForAll @IntRange(max = 300_000) int size,
            @ForAll @IntRange(min = 1, max = 256) int letters) {
        comesBack(repeating(seed, size, letters));
    }

    static byte[] repeating(long seed, int size, int letters) {
        Random random = new Random(seed);
        byte[] plain = new byte[size];
        int at = 0;
        while (at < size) {
            int run = Math.min(size - at, 1 + random.nextInt(400));
            if (at > 0 && random.nextInt(3) > 0) {
                int distance = 1 + random.nextInt(Math.min(at, 1 << 4 + random.nextInt(11)));
                for (int i = 0; i < run; i++) {
                    plain[at + i] = plain[at + i - distance];
                }
            } else {
                for (int i = 0; i < run; i++) {
                    plain[at + i] = (byte) random.nextInt(letters);
                }
            }
            at += run;
        }
        return plain;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 2, 3, 4, 255, 256, 257, 4095, 4096, 4097, 8191, 8192, 8193, 61_440, 61_441, 65_536, 139_264,
                500_000
            })
    void runsOfOneByteComeBack(int size) {
        comesBack(new byte[size]);
    }

    /** Another kind of data every so often: the codes must change, and blocks end. */
    @Test
    void dataOfManyKindsComesBackAndIsPackedWell() {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        int random = 0;
        for (int i = 0; i < 12; i++) {
            byte[] noise = new byte[20_000];
            new Random(i).nextBytes(noise);
            mixed.writeBytes(noise);
            random += noise.length;
            mixed.writeBytes("公民館の使用許可について、次のとおり申請します。\r\n".repeat(400).getBytes(StandardCharsets.UTF_8));
        }
        byte[] plain = mixed.toByteArray();
        comesBack(plain);
        assertThat(packed(plain).length).isLessThan(random + 12_000);
    }

    @Test
    void nothingIsPackedAsNothing() {
        assertThat(packed(new byte[0])).isEmpty();
    }

    @Test
    void theSameBytesArePackedTheSame() {
        byte[] plain = repeating(7, 200_000, 90);
        assertThat(packed(plain)).isEqualTo(packed(plain));
    }
}
