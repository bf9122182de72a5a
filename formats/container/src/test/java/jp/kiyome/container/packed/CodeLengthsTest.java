package jp.kiyome.container.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CodeLengthsTest {

    @Property(tries = 300)
    void theCodeIsCompleteAndFrequentSymbolsAreNotLonger(
            @ForAll @Size(min = 2, max = 510) int @IntRange(min = 0, max = 40_000) [] counts) {
        byte[] lengths = new byte[counts.length];
        int used = CodeLengths.of(counts, lengths);
        if (used < 2) {
            assertThat(lengths).containsOnly(0);
            return;
        }
        assertThat(new PrefixCode(counts.length).build(lengths, 0, lengths.length))
                .isEqualTo(1 << PrefixCode.LONGEST);
        for (int i = 0; i < counts.length; i++) {
            assertThat(lengths[i] > 0).isEqualTo(counts[i] > 0);
            for (int j = 0; j < i; j++) {
                assertThat(counts[i] > counts[j] && counts[j] > 0 && lengths[i] > lengths[j])
                        .isFalse();
            }
        }
    }

    @Test
    void noCodeIsLongerThanSixteenBits() {
        int[] counts = new int[22];
        counts[0] = 1;
        counts[1] = 1;
        for (int i = 2; i < counts.length; i++) {
            counts[i] = counts[i - 1] + counts[i - 2];
        }
        byte[] lengths = new byte[counts.length];
        CodeLengths.of(counts, lengths);
        assertThat(lengths).contains(16);
        assertThat(Arrays.stream(counts).sum()).isLessThan(1 << 16);
        assertThat(new PrefixCode(counts.length).build(lengths, 0, lengths.length))
                .isEqualTo(1 << PrefixCode.LONGEST);
    }

    @Test
    void huffmanIsNotBeaten() {
        int[] counts = {45, 13, 12, 16, 9, 5};
        byte[] lengths = new byte[counts.length];
        CodeLengths.of(counts, lengths);
        assertThat(lengths).containsExactly(1, 3, 3, 3, 4, 4);
    }
}
