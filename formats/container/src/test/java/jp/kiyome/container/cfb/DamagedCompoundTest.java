package jp.kiyome.container.cfb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damage ends as a refusal, or as a file that can be read; never in another way. */
@Timeout(120)
class DamagedCompoundTest {

    @Test
    void everyTruncationIsRefusedUntilTheLastStreamIsWhole() {
        byte[] whole = new ForgedCompound().bytes();
        int enough = ForgedCompound.SECTOR * 15 + 5000 % ForgedCompound.SECTOR;
        for (int length = 0; length < whole.length; length++) {
            assertThat(readable(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEqualTo(length >= enough);
        }
    }

    @Test
    void everyFlippedBitIsRefusedOrRead() {
        byte[] whole = new ForgedCompound().bytes();
        int refused = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            refused += readable(damaged) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static boolean readable(byte[] file) {
        CompoundFile.rootNames(HeapContent.of(file), ForgedCompound.budget(file.length));
        try {
            ForgedCompound.read(file);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
