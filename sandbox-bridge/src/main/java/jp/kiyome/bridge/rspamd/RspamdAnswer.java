package jp.kiyome.bridge.rspamd;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.kiyome.bridge.http.Http;
import jp.kiyome.bridge.json.Json;
import jp.kiyome.bridge.json.JsonReader;
import jp.kiyome.bridge.verdict.ScoreRule;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.finding.Untrusted;

/** What {@code /checkv2} answers (rspamd's documentation, "Rspamd HTTP protocol"). */
final class RspamdAnswer {

    private static final Set<String> WANTED = Set.of("is_skipped", "score", "action", "symbols");
    private static final Set<String> CALM = Set.of("no action", "greylist");
    private static final Set<String> ALARMED =
            Set.of("add header", "rewrite subject", "quarantine", "discard", "reject");

    private RspamdAnswer() {}

    /** @throws jp.kiyome.bridge.verdict.Unanswered when it is not JSON */
    static Verdict read(Http.Answer answer, ScoreRule rule) {
        if (answer.status() != 200) {
            WhyNotScanned why = answer.status() == 413 ? WhyNotScanned.TOO_LARGE : WhyNotScanned.REFUSED;
            return Verdict.notScanned(why, "HTTP " + answer.status());
        }
        Json json = JsonReader.read(answer.body(), WANTED);
        String action = json.text("action").orElse("");
        boolean skipped = json.truth("is_skipped").orElse(true);
        // What is rejected before the rules are asked (GTUBE, a module's own verdict) counts as skipped too.
        if (skipped && !ALARMED.contains(action) || action.equals("soft reject")) {
            return Verdict.notScanned(WhyNotScanned.REFUSED, skipped ? "skipped" : action);
        }
        if (json.number("score").isEmpty() || !(CALM.contains(action) || ALARMED.contains(action))) {
            return Verdict.notScanned(WhyNotScanned.PROTOCOL, "neither score nor action: " + action);
        }
        double score = json.number("score").get();
        List<Untrusted> reasons = reasons(json);
        Verdict byScore = rule.judge(score, "rspamd score " + score, reasons);
        return byScore instanceof Verdict.NothingFound && ALARMED.contains(action)
                ? new Verdict.Suspicious(score, reasons)
                : byScore;
    }

    /** The symbols that made it worse, the worst first. */
    private static List<Untrusted> reasons(Json json) {
        if (!(json.get("symbols").orElse(new Json.Nothing()) instanceof Json.Members symbols)) {
            return List.of();
        }
        record Symbol(String name, double score) {}
        return symbols.members().entrySet().stream()
                .map(entry -> new Symbol(
                        entry.getKey(), entry.getValue().number("score").orElse(0.0)))
                .filter(symbol -> symbol.score() > 0)
                .sorted(Comparator.comparingDouble(Symbol::score).reversed().thenComparing(Symbol::name))
                .map(symbol -> Untrusted.of(symbol.name()))
                .toList();
    }
}
