package jp.kiyome.bridge.cape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.json.Json;
import jp.kiyome.bridge.json.JsonReader;
import jp.kiyome.bridge.verdict.ScoreRule;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.finding.Untrusted;

/** What CAPE's API answers (CAPE documentation, "API"; the report as its module {@code jsondump} writes it). */
final class CapeAnswer {

    /** States that a task leaves again (CAPE's {@code TASK_*} constants). */
    private static final Set<String> UNDER_WAY =
            Set.of("pending", "running", "distributed", "completed", "recovered", "completed_processing");

    private static final String REPORTED = "reported";
    private static final Set<String> WANTED = Set.of("malscore", "signatures", "target", "detections");
    private static final long MOST_TASK = 1L << 40;

    private CapeAnswer() {}

    /**
     * The number of the task that a submission became.
     *
     * @throws Unanswered when it became none, or several
     */
    static String task(Http.Answer answer) {
        Json data = data(answer);
        List<Json> tasks = data.items("task_ids");
        if (tasks.size() != 1 || !(tasks.getFirst() instanceof Json.Number number)) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "not one task but " + tasks.size());
        }
        return number(number.value());
    }

    private static String number(double value) {
        if (value < 1 || value > MOST_TASK || value != Math.rint(value)) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "not a task: " + value);
        }
        return Long.toString((long) value);
    }

    /**
     * The number of the newest task with a report, among those that a search has found; empty where there is none.
     *
     * @throws Unanswered when it is no answer to a search
     */
    static Optional<String> newest(Http.Answer answer) {
        if (!(data(answer) instanceof Json.Items(List<Json> tasks))) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "no list of tasks");
        }
        return tasks.stream()
                .filter(task -> task.text("status").filter(REPORTED::equals).isPresent())
                .flatMap(task -> task.number("id").stream())
                .max(Comparator.naturalOrder())
                .map(CapeAnswer::number);
    }

    /**
     * Whether the report is there.
     *
     * @throws Unanswered when there will be none
     */
    static boolean isReported(Http.Answer answer) {
        String state = data(answer) instanceof Json.Text text ? text.text() : "";
        if (state.equals(REPORTED) || UNDER_WAY.contains(state)) {
            return state.equals(REPORTED);
        }
        throw new Unanswered(
                state.startsWith("failed_") || state.equals("banned") ? WhyNotScanned.REFUSED : WhyNotScanned.PROTOCOL,
                "task is " + Untrusted.of(state));
    }

    /** Whether the answer to {@code cuckoo/status} is one of CAPE's. */
    static boolean isAlive(Http.Answer answer) {
        return answer.status() == 200 && !data(answer).equals(new Json.Nothing());
    }

    private static Json data(Http.Answer answer) {
        if (answer.status() != 200) {
            throw new Unanswered(
                    answer.status() >= 500 ? WhyNotScanned.SOURCE_DOWN : WhyNotScanned.REFUSED,
                    "HTTP " + answer.status());
        }
        Json json = JsonReader.read(answer.body());
        if (json.truth("error").orElse(true)) {
            throw new Unanswered(WhyNotScanned.REFUSED, json.text("error_value").orElse("an error without words"));
        }
        return json.get("data").orElseThrow(() -> new Unanswered(WhyNotScanned.PROTOCOL, "no data"));
    }

    /**
     * The verdict in a report.
     *
     * @param expected the SHA-256 of the file, or the address, that was handed in
     */
    static Verdict report(Http.Answer answer, String expected, ScoreRule rule) {
        if (answer.status() != 200) {
            throw new Unanswered(WhyNotScanned.REFUSED, "HTTP " + answer.status());
        }
        Json report = JsonReader.read(answer.body(), WANTED);
        Json target = report.get("target").orElse(new Json.Nothing());
        Optional<String> about =
                target.get("file").flatMap(file -> file.text("sha256")).or(() -> target.text("url"));
        if (about.filter(expected::equals).isEmpty()) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "a report about something else");
        }
        double score = report.number("malscore")
                .orElseThrow(() -> new Unanswered(WhyNotScanned.PROTOCOL, "a report without a score"));
        List<Untrusted> reasons = new ArrayList<>();
        report.items("signatures")
                .forEach(signature -> signature.text("name").ifPresent(name -> reasons.add(Untrusted.of(name))));
        return rule.judge(score, family(report).orElse("CAPE score " + score), reasons);
    }

    /** The family that CAPE names: a text in older reports, a list of them in newer ones. */
    private static Optional<String> family(Json report) {
        return report.text("detections").or(() -> report.items("detections").stream()
                .flatMap(one -> one.text("family").stream())
                .findFirst());
    }
}
