package jp.kiyome.cad.dxf.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Property
    void aDoubleStaysTheSameToTheLastBit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            String written = Numbers.written(value);
            assertThat(Double.doubleToRawLongBits(Double.parseDouble(written))).isEqualTo(bits);
            assertThat(Numbers.canonical(GroupKind.REAL, written)).contains(written);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REAL,1e3,1000.0",
        "REAL,  -0.0 ,-0.0",
        "REAL,.5,0.5",
        "SHORT,1.0,1",
        "INT,+7,7",
        "HANDLE,00af,AF",
        "FLAG,1,1",
        "CHUNK,0aFF,0aFF"
    })
    void thereIsOneWayToWriteAValue(GroupKind kind, String given, String written) {
        assertThat(Numbers.canonical(kind, given)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e999", "NaN", "1,5", "0x1p3", "1d", "--1", "1e", "."})
    void whatIsNoDoubleIsNone(String given) {
        assertThat(Numbers.canonical(GroupKind.REAL, given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SHORT,65536",
        "INT,4294967296",
        "LONG,9223372036854775808",
        "HANDLE,10000000000000000",
        "FLAG,256",
        "CHUNK,0",
        "SHORT,1.5"
    })
    void whatIsTooLargeIsNone(GroupKind kind, String given) {
        assertThat(Numbers.canonical(kind, given)).isEmpty();
    }
}
