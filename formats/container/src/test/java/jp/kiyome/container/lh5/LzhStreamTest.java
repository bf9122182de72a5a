package jp.kiyome.container.lh5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kiyome.container.packed.BitWriter;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams put together bit by bit, as the description of -lh5- has them. */
class LzhStreamTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BitWriter bits = new BitWriter(bytes::write);

    private String unpacked(LzhMethod method, int size) {
        bits.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LzhDecoder.decode(
                method, new ByteArrayInputStream(bytes.toByteArray()), size, Location.ofPart("here"), out::write);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private void refused(LzhMethod method, int size) {
        assertThatThrownBy(() -> unpacked(method, size)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.finding().kind().code()).isEqualTo("packed.broken");
            assertThat(refusal.finding().where()).isEqualTo(Location.ofPart("here"));
        });
    }

    /** A block whose symbols are all the same one, and whose distances are all of so many bits. */
    private void block(int symbols, int symbol, int distanceBits, int positionBits) {
        bits.write(symbols, 16);
        bits.write(0, 5);
        bits.write(0, 5);
        bits.write(0, 9);
        bits.write(symbol, 9);
        bits.write(0, positionBits);
        bits.write(distanceBits, positionBits);
    }

    @Test
    void aBlockOfOneSymbolTakesNoBitsForIt() {
        block(5, 'x', 0, 4);
        assertThat(unpacked(LzhMethod.LH5, 5)).isEqualTo("xxxxx");
    }

    /** A length of 5 from a distance of 4: as lengths 3, 4, 5 are the symbols 256, 257, 258. */
    @Test
    void blanksStandBeforeTheFirstByte() {
        block(1, 'a', 0, 4);
        block(1, 258, 2, 4);
        bits.write(1, 1);
        assertThat(unpacked(LzhMethod.LH5, 6)).isEqualTo("a   a ");
    }

    @ParameterizedTest
    @EnumSource(names = {"LH6", "LH7"})
    void largerWindowsTellPositionsInFiveBits(LzhMethod method) {
        block(3, 'b', 0, 5);
        block(1, 256, 15, 5);
        bits.write(0, 14);
        assertThat(unpacked(method, 6)).isEqualTo("bbb   ");
    }

    @Test
    void aMatchPastTheDeclaredSizeIsRefused() {
        block(1, 'a', 0, 4);
        block(1, 258, 0, 4);
        refused(LzhMethod.LH5, 5);
    }

    @Test
    void aStreamThatEndsEarlyIsRefused() {
        block(5, 'x', 0, 4);
        refused(LzhMethod.LH5, 6);
    }

    @Test
    void anEmptyBlockIsRefused() {
        block(0, 'x', 0, 4);
        refused(LzhMethod.LH5, 1);
    }

    @Test
    void symbolsThatDoNotExistAreRefused() {
        block(1, 510, 0, 4);
        refused(LzhMethod.LH5, 1);
    }

    /** Two lengths of one bit and one of two: more codes than there are. */
    @Test
    void codesThatOverlapAreRefused() {
        bits.write(1, 16);
        bits.write(3, 5);
        bits.write(1, 3);
        bits.write(1, 3);
        bits.write(2, 3);
        bits.write(0, 2);
        bits.write(0xFFFF, 16);
        refused(LzhMethod.LH5, 1);
    }

    /** One length of two bits alone: three quarters of the bits would mean nothing. */
    @Test
    void codesWithGapsAreRefused() {
        bits.write(1, 16);
        bits.write(3, 5);
        bits.write(2, 3);
        bits.write(0, 3);
        bits.write(0, 3);
        bits.write(0, 2);
        bits.write(0xFFFF, 16);
        refused(LzhMethod.LH5, 1);
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] packed = LzhRoundTripTest.packed(LzhRoundTripTest.repeating(3, 20_000, 50));
        for (int length = 0; length < packed.length; length += 7) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> LzhRoundTripTest.unpacked(cut, 20_000)).isInstanceOf(Refusal.class);
        }
    }
}
