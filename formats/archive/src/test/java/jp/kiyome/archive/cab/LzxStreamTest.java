package jp.kiyome.archive.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.BitWriter;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;

/** LZX put together bit by bit: "a" is 00, "b" 01, two bytes from where the last match came from 10. */
class LzxStreamTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BitWriter bits = new BitWriter(bytes::write);

    private String unpacked(int size) {
        bits.write(0, 32);
        bits.finish();
        byte[] words = bytes.toByteArray();
        for (int i = 0; i + 1 < words.length; i += 2) {
            byte high = words[i];
            words[i] = words[i + 1];
            words[i + 1] = high;
        }
        BitReader in = BitReader.ofWords(new ByteArrayInputStream(words), Location.wholeFile());
        return new String(new LzxDecoder(in, 15).frame(size), 0, size, StandardCharsets.US_ASCII);
    }

    private void block(int kind, int size) {
        bits.write(kind, 3);
        bits.write(size, 24);
    }

    /** No change, a length of two where there was none, and two kinds of runs of zeros have two bits each. */
    private void lengthCode() {
        for (int i = 0; i < 20; i++) {
            bits.write(i == 0 || i == 15 || i == 17 || i == 18 ? 2 : 0, 4);
        }
    }

    private void zeros(int count) {
        bits.write(0b11, 2);
        bits.write(count - 20, 5);
    }

    private void codes() {
        lengthCode();
        zeros(51);
        zeros(46);
        bits.write(0b0101, 4);
        zeros(51);
        zeros(51);
        zeros(51);
        bits.write(0b10, 2);
        bits.write(0, 4);
        lengthCode();
        bits.write(0b01, 2);
        for (int i = 0; i < 4; i++) {
            zeros(51);
        }
        zeros(35);
        lengthCode();
        for (int i = 0; i < 4; i++) {
            zeros(51);
        }
        zeros(45);
    }

    @Test
    void literalsAndMatchesUnpack() {
        bits.write(0, 1);
        block(1, 4);
        codes();
        bits.write(0b00_01_10, 6);
        assertThat(unpacked(4)).isEqualTo("abbb");
    }

    @Test
    void aMatchBeforeTheFirstByteIsRefused() {
        bits.write(0, 1);
        block(1, 2);
        codes();
        bits.write(0b10, 2);
        assertThatThrownBy(() -> unpacked(2)).isInstanceOf(Refusal.class);
    }

    @Test
    void aMatchPastItsBlockIsRefused() {
        bits.write(0, 1);
        block(1, 2);
        codes();
        bits.write(0b00_10, 4);
        assertThatThrownBy(() -> unpacked(2)).isInstanceOf(Refusal.class);
    }

    @Test
    void blocksOfNoKindAndOfNothingAreRefused() {
        bits.write(0, 1);
        block(0, 4);
        assertThatThrownBy(() -> unpacked(4)).isInstanceOf(Refusal.class);
    }
}
