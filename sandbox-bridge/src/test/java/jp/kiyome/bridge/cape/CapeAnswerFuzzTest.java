package jp.kiyome.bridge.cape;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.verdict.ScoreRule;
import jp.kiyome.bridge.verdict.Unanswered;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever CAPE answers: a task, a state, a verdict, or none. */
class CapeAnswerFuzzTest {

    static Stream<byte[]> answers() {
        return Stream.of(
                        "{\"error\": false, \"data\": {\"task_ids\": [7]}}",
                        "{\"error\": false, \"data\": \"reported\"}",
                        "{\"target\": {\"file\": {\"sha256\": \"a\"}}, \"malscore\": 3, \"signatures\": [{\"name\": \"x\"}]}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("answers")
    @FuzzTest
    void answer(byte[] bytes) {
        Http.Answer answer = new Http.Answer(200, bytes);
        try {
            assertThat(CapeAnswer.task(answer)).matches("[1-9][0-9]{0,12}");
        } catch (Unanswered unanswered) {
            assertThat(unanswered.why()).isNotNull();
        }
        try {
            CapeAnswer.isReported(answer);
            CapeAnswer.report(answer, "a", new ScoreRule(1, 2));
        } catch (Unanswered unanswered) {
            assertThat(unanswered.why()).isNotNull();
        }
    }
}
