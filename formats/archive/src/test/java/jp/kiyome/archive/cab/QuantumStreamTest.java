package jp.kiyome.archive.cab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.Window;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;

/** Streams of Quantum that nobody packed. Those of a packer are samples of the whole engine. */
class QuantumStreamTest {

    private static byte[] unpacked(int size, byte[]... blocks) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Window window = new Window(1 << 12, plain::write);
        QuantumDecoder decoder = new QuantumDecoder(12, window);
        for (byte[] block : blocks) {
            decoder.frame(BitReader.ofBytes(new ByteArrayInputStream(block), Location.wholeFile()), size);
            window.flush();
        }
        return plain.toByteArray();
    }

    @Test
    void noiseIsRefusedOrUnpacksToWhatWasDeclared() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[200];
            random.nextBytes(noise);
            try {
                assertThat(unpacked(150, noise)).hasSize(150);
            } catch (Refusal expected) {
                assertThat(expected).hasMessageContaining("packed.broken");
            }
        }
    }
}
