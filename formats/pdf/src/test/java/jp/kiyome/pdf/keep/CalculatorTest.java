package jp.kiyome.pdf.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {

    private static Optional<String> rebuilt(String program) {
        return Calculator.rebuilt(program.getBytes(StandardCharsets.ISO_8859_1), code -> {})
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Test
    void rebuildingTwiceChangesNothing() {
        String once = rebuilt("{ dup 0.50 gt { pop 1.0 } { 2 mul %x\n } ifelse } exec")
                .orElseThrow();
        assertThat(once).isEqualTo("{ dup .5 gt { pop 1 } { 2 mul } ifelse }");
        assertThat(rebuilt(once)).hasValue(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ (a) run }", "{ exec }", "{ 1 2", "{ /x def }", "1 2 add", "{ [1] }", ""})
    void whatIsNoCalculatorIsRefused(String program) {
        assertThat(rebuilt(program)).isEmpty();
    }

    @Test
    void bracesInsideEachOtherHaveABound() {
        assertThat(rebuilt("{".repeat(40) + "}".repeat(40))).isEmpty();
    }
}
