package jp.kiyome.core.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextStreamTest {

    private static final String TEXT = "市民税ｱｲ①髙 abc\r\n".repeat(3000);

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"US_ASCII", "WINDOWS_1252"},
            mode = EnumSource.Mode.EXCLUDE)
    void aStreamGivesWhatAShortTextGives(Encoding encoding) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (TextSink sink = new TextSink(written, encoding)) {
            sink.write(TEXT, 0, TEXT.length());
        }
        assertThat(written.toByteArray()).isEqualTo(encoding.encode(TEXT));
        assertThat(read(written.toByteArray(), encoding, OnMalformed.REFUSE)).isEqualTo(TEXT);
    }

    @Test
    void pairsOutsideThePlaneSurviveAnyBuffer() {
        String text = "a😀b𠮷".repeat(100);
        for (int size = 1; size < 5; size++) {
            TextSource source = new TextSource(new ByteArrayInputStream(Encoding.UTF_8.encode(text)), Encoding.UTF_8);
            StringBuilder read = new StringBuilder();
            char[] buffer = new char[size];
            for (int n = source.read(buffer, 0, size); n >= 0; n = source.read(buffer, 0, size)) {
                read.append(buffer, 0, n);
            }
            assertThat(read.toString()).isEqualTo(text);
        }
    }

    @Test
    void malformedBytesAreNamedOneByOne() {
        // 0x82 cannot be followed by a line feed, 0xFF is no byte of the encoding, and 0x81 waits for a second byte
        byte[] bytes = {'a', (byte) 0x82, '\n', (byte) 0xFF, 'c', (byte) 0x81};
        List<Long> places = new ArrayList<>();
        assertThat(read(bytes, Encoding.CP932, (encoding, offset) -> places.add(offset)))
                .isEqualTo("a\uFFFD\n\uFFFDc\uFFFD");
        assertThat(places).containsExactly(2L, 3L, 6L);
    }

    @Test
    void theRestIsReadOnlyWhenAsked() {
        assertThatThrownBy(() -> read(new byte[] {'a', (byte) 0xFF}, Encoding.UTF_8, OnMalformed.REFUSE))
                .isInstanceOf(MalformedText.class)
                .hasMessageContaining("byte 1");
    }

    @Test
    void halfAPairIsNotWritten() {
        TextSink sink = new TextSink(new ByteArrayOutputStream(), Encoding.UTF_8);
        sink.write("\uD83D", 0, 1);
        assertThatThrownBy(sink::close).isInstanceOf(UnencodableText.class);
    }

    private static String read(byte[] bytes, Encoding encoding, OnMalformed onMalformed) {
        TextSource source = new TextSource(new ByteArrayInputStream(bytes), encoding, onMalformed);
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[100];
        for (int n = source.read(buffer, 0, buffer.length); n >= 0; n = source.read(buffer, 0, buffer.length)) {
            text.append(buffer, 0, n);
        }
        return text.toString();
    }
}
