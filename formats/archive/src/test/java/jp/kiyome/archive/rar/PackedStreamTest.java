package jp.kiyome.archive.rar;

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

/** A block of RAR 5 put together bit by bit: "a" is 00, "b" 01, a match of two bytes 10; from one back 0, from two 1. */
class PackedStreamTest {

    private static final int LAST_WITH_CODES = 0xC0;

    private static byte[] block(int flags, String symbols) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitWriter bits = new BitWriter(bytes::write);
        codes(bits);
        for (int i = 0; i < symbols.length(); i++) {
            bits.write(symbols.charAt(i) - '0', 1);
        }
        bits.finish();
        byte[] body = bytes.toByteArray();
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        int used = (codeBits() + symbols.length() - 1) % 8;
        block.write(flags | used);
        block.write(0x5A ^ (flags | used) ^ body.length);
        block.write(body.length);
        block.writeBytes(body);
        return block.toByteArray();
    }

    private static int codeBits() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitWriter bits = new BitWriter(bytes::write);
        return codes(bits);
    }

    /** Lengths 1 and 2 and two kinds of runs of zeros have two bits each; returns how many bits all take. */
    private static int codes(BitWriter bits) {
        for (int i = 0; i < 20; i++) {
            bits.write(i == 1 || i == 2 || i == 18 || i == 19 ? 2 : 0, 4);
        }
        int length = 80;
        length += zeros(bits, 'a');
        bits.write(0b0101, 4);
        length += 4 + zeros(bits, 138) + zeros(bits, 262 - 'c' - 138);
        bits.write(0b01, 2);
        length += 2 + zeros(bits, 306 - 263);
        bits.write(0b0000, 4);
        return length + 4 + zeros(bits, 430 - 308);
    }

    private static int zeros(BitWriter bits, int count) {
        bits.write(0b11, 2);
        bits.write(count - 11, 7);
        return 9;
    }

    private static String unpacked(byte[] block, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BitReader in = BitReader.ofBytes(new ByteArrayInputStream(block), Location.wholeFile());
        new Rar5Unpacker(1 << 17).unpack(in, size, out::write);
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void literalsAndMatchesUnpack() {
        assertThat(unpacked(block(LAST_WITH_CODES, "00" + "01" + "101" + "100"), 6))
                .isEqualTo("ababbb");
    }

    @Test
    void aMatchBeforeTheFirstByteIsRefused() {
        assertThatThrownBy(() -> unpacked(block(LAST_WITH_CODES, "00" + "101"), 3))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void moreThanIsDeclaredIsRefused() {
        assertThatThrownBy(() -> unpacked(block(LAST_WITH_CODES, "00" + "01"), 1))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aBlockWithoutCodesIsRefused() {
        assertThatThrownBy(() -> unpacked(block(0x40, "00"), 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void aCodeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> unpacked(block(LAST_WITH_CODES, "11"), 1)).isInstanceOf(Refusal.class);
    }

    @Test
    void aStreamThatGoesOnIsRefusedAtItsEnd() {
        assertThatThrownBy(() -> unpacked(block(0x80, "00"), 1)).isInstanceOf(Refusal.class);
    }
}
