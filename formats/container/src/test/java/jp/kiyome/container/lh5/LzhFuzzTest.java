package jp.kiyome.container.lh5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes at all unpack or are refused. Runs over its seeds in ordinary tests, without end with JAZZER_FUZZ=1. */
class LzhFuzzTest {

    private static final int SIZE = 1 << 16;

    static Stream<Arguments> seeds() {
        return Stream.of(
                        LzhRoundTripTest.packed(LzhRoundTripTest.repeating(1, SIZE, 60)),
                        LzhRoundTripTest.packed(new byte[SIZE]))
                .map(bytes -> arguments((Object) bytes));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void anyBytesUnpackOrAreRefused(byte[] bytes) {
        for (LzhMethod method : LzhMethod.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                LzhDecoder.decode(method, new ByteArrayInputStream(bytes), SIZE, Location.wholeFile(), out::write);
                assertThat(out.size()).isEqualTo(SIZE);
            } catch (Refusal refused) {
                assertThat(out.size()).isLessThanOrEqualTo(SIZE);
            }
        }
    }

    /** What is packed comes back, whatever it is. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void anyBytesComeBack(byte[] bytes) {
        assertThat(LzhRoundTripTest.unpacked(LzhRoundTripTest.packed(bytes), bytes.length))
                .isEqualTo(bytes);
    }
}
