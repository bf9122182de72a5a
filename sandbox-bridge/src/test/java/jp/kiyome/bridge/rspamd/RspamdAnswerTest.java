package jp.kiyome.bridge.rspamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.verdict.ScoreRule;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.core.finding.Untrusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RspamdAnswerTest {

    private static final ScoreRule RULE = new ScoreRule(6, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'is_skipped': false, 'score': 1.0, 'action': 'no action', 'symbols': {}}|OK",
                "{'is_skipped': false, 'score': 4, 'action': 'greylist'}|OK",
                "{'is_skipped': false, 'score': 6, 'action': 'no action'}|SUSPICIOUS",
                "{'is_skipped': false, 'score': 1, 'action': 'add header'}|SUSPICIOUS",
                "{'is_skipped': false, 'score': 15, 'action': 'reject'}|SUSPICIOUS",
                "{'is_skipped': false, 'score': 25, 'action': 'reject'}|THREAT",
                "{'is_skipped': false, 'score': 1, 'action': 'soft reject'}|REFUSED",
                "{'is_skipped': true, 'score': 0, 'action': 'no action'}|REFUSED",
                "{'is_skipped': true, 'score': 15, 'action': 'reject'}|SUSPICIOUS",
                "{'score': 0, 'action': 'no action'}|REFUSED",
                "{'is_skipped': false, 'action': 'no action'}|PROTOCOL",
                "{'is_skipped': false, 'score': '0', 'action': 'no action'}|PROTOCOL",
                "{'is_skipped': false, 'score': 0, 'action': 'unheard of'}|PROTOCOL",
                "{'is_skipped': false, 'score': 0, 'score': 1, 'action': 'no action'}|PROTOCOL",
                "{'is_skipped': false, 'score': 0, 'action': 'no action'|PROTOCOL",
                "[]|REFUSED",
                "''|PROTOCOL",
            })
    void onlyAWholeAnswerCounts(String json, String expected) {
        assertThat(word(json.replace('\'', '"'), 200)).isEqualTo(expected);
    }

    @Test
    void anErrorIsNotScanned() {
        String good = "{\"is_skipped\": false, \"score\": 1.0, \"action\": \"no action\"}";
        assertThat(word(good, 500)).isEqualTo("REFUSED");
        assertThat(word(good, 413)).isEqualTo("TOO_LARGE");
    }

    @Test
    void theWorstSymbolsComeFirst() {
        String json = "{\"is_skipped\": false, \"score\": 9, \"action\": \"reject\", \"symbols\": {"
                + "\"GOOD\": {\"score\": -3}, \"BAD\": {\"score\": 2}, \"WORSE\": {\"score\": 5}}}";
        Verdict verdict = RspamdAnswer.read(new Http.Answer(200, json.getBytes(StandardCharsets.UTF_8)), RULE);
        assertThat(verdict).isEqualTo(new Verdict.Suspicious(9, List.of(Untrusted.of("WORSE"), Untrusted.of("BAD"))));
    }

    private static String word(String json, int status) {
        try {
            return switch (RspamdAnswer.read(new Http.Answer(status, json.getBytes(StandardCharsets.UTF_8)), RULE)) {
                case Verdict.NothingFound nothing -> "OK";
                case Verdict.Threat threat -> "THREAT";
                case Verdict.Suspicious suspicious -> "SUSPICIOUS";
                case Verdict.NotScanned unscanned -> unscanned.why().name();
            };
        } catch (Unanswered unanswered) {
            return unanswered.why().name();
        }
    }
}
