package jp.kiyome.bridge.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever clamd sends: a verdict or none, and good news only in clamd's own words. */
class ClamdAnswerFuzzTest {

    static Stream<byte[]> answers() {
        return Stream.of("stream: OK\0", "stream: X FOUND\0", "INSTREAM size limit exceeded. ERROR\0", "\0", "")
                .map(text -> text.getBytes(StandardCharsets.US_ASCII));
    }

    @MethodSource("answers")
    @FuzzTest
    void answer(byte[] bytes) {
        try {
            String text = StreamExchange.answer(new ByteArrayInputStream(bytes), 4096);
            if (ClamdAnswer.read(text) instanceof Verdict.NothingFound) {
                assertThat(text).isEqualTo("stream: OK");
            }
            assertThat(ClamdVersion.read(text).text()).isEqualTo(text);
        } catch (Unanswered | IOException e) {
            assertThat(e).isNotNull();
        }
    }
}
