package jp.kiyome.office.doc.sprm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kiyome.office.doc.raw.In;
import org.junit.jupiter.api.Test;

class SprmTest {

    private static List<Sprm> read(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return Sprm.read(In.of(bytes, "test"));
    }

    @Test
    void everyKindOfOperandIsReadAndWrittenTheSame() {
        List<Sprm> sprms = read(0x35, 0x08, 1, 0x43, 0x4A, 24, 0, 0x70, 0x68, 255, 0, 0, 0, 0x17, 0xF6, 3, 5, 0);
        assertThat(sprms).hasSize(4);
        assertThat(Sprm.read(In.of(Sprm.written(sprms), "test"))).isEqualTo(sprms);
    }

    @Test
    void aTableSaysItsSizeInTwoBytes() {
        List<Sprm> sprms = read(0x08, 0xD6, 6, 0, 1, 0, 0, 100, 0);
        assertThat(sprms).hasSize(1);
        assertThat(sprms.getFirst().operand()).hasSize(5);
        assertThat(Sprm.written(sprms)).hasSize(9);
    }

    @Test
    void oneThatIsCutOffIsNone() {
        assertThat(read(0x35, 0x08, 1, 0x70, 0x68, 255)).hasSize(1);
        assertThat(read(0x4E, 0xC6, 8, 1)).isEmpty();
    }

    @Test
    void theLastOfEqualTogglesCounts() {
        assertThat(SprmFilter.on(read(0x55, 0x08, 1, 0x55, 0x08, 0), SprmFilter.SPECIAL))
                .isFalse();
        assertThat(SprmFilter.on(read(0x55, 0x08, 0, 0x55, 0x08, 1), SprmFilter.SPECIAL))
                .isTrue();
    }

    @Test
    void everyLineOfTheListCanBeRead() {
        assertThat(SprmRule.load()).hasSizeGreaterThan(200).containsKey(0x0835);
    }
}
