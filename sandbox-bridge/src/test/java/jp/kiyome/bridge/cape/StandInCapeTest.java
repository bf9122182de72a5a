package jp.kiyome.bridge.cape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jp.kiyome.bridge.server.StandInCape;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Untrusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a stand-in, since no CAPE runs here. */
class StandInCapeTest {

    private static final Submission FILE =
            Submission.file(HeapContent.of("hello".getBytes(StandardCharsets.US_ASCII)), "請求\".exe");

    @ParameterizedTest
    @CsvSource({"0.0, OK", "3.9, OK", "4.0, SUSPICIOUS", "6.9, SUSPICIOUS", "7, THREAT", "10, THREAT"})
    void theScoreDecidesByTheRule(String score, String expected) {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report(FILE, score);
            assertThat(word(ask(cape, FILE))).isEqualTo(expected);
        }
    }

    @Test
    void byItsHashTheNewestReportSpeaks() {
        try (StandInCape cape = new StandInCape();
                CapeSource source = new CapeSource(CapeSettings.of("cape", cape.uri()))) {
            Deadline soon = Deadline.in(Duration.ofSeconds(20));
            String sha256 = FILE.digest().sha256();
            cape.report = report(FILE, "9");
            assertThat(source.byHash(sha256, soon)).isEqualTo(Verdict.notScanned(WhyNotScanned.UNLISTED, ""));
            cape.found = "{\"error\": false, \"data\": [{\"id\": 7, \"status\": \"reported\"},"
                    + " {\"id\": 3, \"status\": \"reported\"}, {\"id\": 9, \"status\": \"running\"}]}";
            assertThat(source.byHash(sha256, soon)).isInstanceOf(Verdict.Threat.class);
            assertThat(cape.requests())
                    .anyMatch(request -> request.startsWith("GET /apiv2/tasks/search/sha256/" + sha256 + "/\n"));
            assertThat(source.byHash("0".repeat(64), soon))
                    .as("a report about something else")
                    .isInstanceOf(Verdict.NotScanned.class);
            cape.found = "{\"error\": false, \"data\": {}}";
            assertThat(why(source.byHash(sha256, soon))).isEqualTo(WhyNotScanned.PROTOCOL);
            cape.found = "{\"error\": true, \"error_value\": \"Task Search API is Disabled\"}";
            assertThat(why(source.byHash(sha256, soon))).isEqualTo(WhyNotScanned.REFUSED);
        }
    }

    private static WhyNotScanned why(Verdict verdict) {
        return ((Verdict.NotScanned) verdict).why();
    }

    @Test
    void theFamilyAndTheSignaturesAreNamed() {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report(FILE, "9").replace("{\"target", "{\"detections\": [{\"family\": \"Bad\"}], \"target");
            assertThat(ask(cape, FILE)).isEqualTo(Verdict.threat("Bad"));
            cape.report = report(FILE, "5");
            assertThat(ask(cape, FILE)).isEqualTo(new Verdict.Suspicious(5, List.of(Untrusted.of("injection"))));
        }
    }

    @Test
    void theFileGoesWithTokenTagsAndASafeName() {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report(FILE, "0");
            ask(cape, FILE);
            String request = cape.requests().getFirst();
            assertThat(request)
                    .startsWith("POST /apiv2/tasks/create/file/\nToken secret\n")
                    .contains(
                            "name=\"tags\"\r\n\r\nwin10,office\r\n",
                            "filename=\"___.exe\"",
                            "\r\n\r\nhello\r\n--kiyome-");
            assertThat(cape.requests()).hasSize(4);
        }
    }

    @Test
    void anAddressIsSubmittedAsSuch() {
        Submission url = new Submission.OfUrl("https://bad.example.invalid/a?b");
        try (StandInCape cape = new StandInCape()) {
            cape.report = "{\"target\": {\"category\": \"url\", \"url\": \"https://bad.example.invalid/a?b\"},"
                    + "\"malscore\": 8}";
            assertThat(word(ask(cape, url))).isEqualTo("THREAT");
            assertThat(cape.requests().getFirst())
                    .startsWith("POST /apiv2/tasks/create/url/\n")
                    .contains("name=\"url\"\r\n\r\nhttps://bad.example.invalid/a?b\r\n--kiyome-");
        }
    }

    @Test
    void aReportAboutSomethingElseIsNone() {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report(Submission.file(HeapContent.of(new byte[1]), "other"), "0");
            assertThat(word(ask(cape, FILE))).isEqualTo("PROTOCOL");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "failed_analysis, REFUSED",
        "failed_processing, REFUSED",
        "banned, REFUSED",
        "running, TIME_OUT",
        "unheard-of, PROTOCOL"
    })
    void aTaskWithoutAReportIsNotScanned(String state, String expected) {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report(FILE, "0");
            cape.state = state;
            Duration time = Duration.ofSeconds(expected.equals("TIME_OUT") ? 3 : 60);
            assertThat(word(ask(cape, FILE, time))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"error\": true, \"error_value\": \"File too big\"}",
                "{\"error\": false, \"data\": {\"task_ids\": []}}",
                "{\"error\": false, \"data\": {\"task_ids\": [1, 2]}}",
                "{\"error\": false, \"data\": {\"task_ids\": [-1]}}",
                "{\"error\": false, \"data\": {\"task_ids\": [\"../../\"]}}",
                "{\"error\": false, \"data\": {\"task_ids\": [1.5]}}",
                "{\"error\": false} {}",
            })
    void anAnswerThatNamesNoTaskIsNotScanned(String created) {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report(FILE, "0");
            cape.created = created;
            assertThat(word(ask(cape, FILE))).isIn("PROTOCOL", "REFUSED");
            assertThat(cape.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"malscore\": 0}", "{\"malscore\": \"0\"", "[1e999]"})
    void aBrokenReportIsNotScanned(String report) {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report;
            assertThat(word(ask(cape, FILE))).isEqualTo("PROTOCOL");
        }
    }

    @Test
    void aScoreThatIsNoNumberIsNotScanned() {
        try (StandInCape cape = new StandInCape()) {
            cape.report = report(FILE, "\"0\"");
            assertThat(word(ask(cape, FILE))).isEqualTo("PROTOCOL");
        }
    }

    private static String report(Submission about, String score) {
        return "{\"target\": {\"category\": \"file\", \"file\": {\"sha256\": \""
                + about.digest().sha256()
                + "\"}}, \"behavior\": {\"processes\": [{\"a\": [1, 2]}]}, \"signatures\": [{\"name\": \"injection\"}],"
                + "\"malscore\": " + score + "}";
    }

    private static Verdict ask(StandInCape cape, Submission submission) {
        return ask(cape, submission, Duration.ofSeconds(60));
    }

    private static Verdict ask(StandInCape cape, Submission submission, Duration time) {
        CapeSettings settings = CapeSettings.of("cape", cape.uri())
                .withToken("secret")
                .withTags("win10,office")
                .withTimes(Duration.ofMillis(20), time);
        try (CapeSource source = new CapeSource(settings)) {
            return source.ask(submission, Deadline.in(time));
        }
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NothingFound nothing -> "OK";
            case Verdict.Threat threat -> "THREAT";
            case Verdict.Suspicious suspicious -> "SUSPICIOUS";
            case Verdict.NotScanned unscanned -> unscanned.why().name();
        };
    }
}
