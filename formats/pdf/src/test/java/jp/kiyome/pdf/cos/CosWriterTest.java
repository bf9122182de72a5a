package jp.kiyome.pdf.cos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosWriterTest {

    private static Cos parsed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new ObjectParser(new Lexer(ByteInput.of(bytes)), s -> s).parse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1.50|1.5",
                "-.5|-.5",
                "4.|4",
                "000|0",
                "--7|-7",
                "[0 0 R]|[null]",
                "[12 0 R]|[12 0 R]",
                "<</B 1/A(x)>>|<</A(x)/B 1>>",
                "<</A 1/A 2>>|<</A 2>>",
                "/#4A#61|/Ja",
                "<48 6>|(H`)",
                "(a\\(b\\)\\101)|(a\\(b\\)A)",
                "[[[1]|[[[1]]]"
            })
    void everyValueHasOneForm(String written, String canonical) {
        assertThat(CosWriter.text(parsed(written))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1 2.5(a\\r\\\\)/N#20 null true 3 0 R]", "<</K<</L[]>>>>", "-.000001", "(\u0000\u00FF)"})
    void theCanonicalFormIsReadAsItself(String canonical) {
        assertThat(CosWriter.text(parsed(canonical))).isEqualTo(canonical);
    }
}
