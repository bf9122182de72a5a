package jp.kiyome.bridge.rspamd;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.verdict.ScoreRule;
import jp.kiyome.bridge.verdict.Unanswered;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever rspamd answers: a verdict or none. */
class RspamdAnswerFuzzTest {

    static Stream<byte[]> answers() {
        return Stream.of(
                        "{\"is_skipped\": false, \"score\": 1e3, \"action\": \"reject\", \"symbols\": {\"A\": {\"score\": 1}}}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("answers")
    @FuzzTest
    void answer(byte[] bytes) {
        try {
            assertThat(RspamdAnswer.read(new Http.Answer(200, bytes), new ScoreRule(1, 2)))
                    .isNotNull();
        } catch (Unanswered unanswered) {
            assertThat(unanswered.why()).isNotNull();
        }
    }
}
