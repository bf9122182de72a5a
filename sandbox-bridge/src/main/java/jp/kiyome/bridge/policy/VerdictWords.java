package jp.kiyome.bridge.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.bridge.cache.CacheAges;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/** The words of the section {@code verdicts}, and what they mean. */
final class VerdictWords {

    static final String TIME = "time";
    static final String WAIT = "wait";
    static final String ORIGINALS = "originals";
    static final String OUTPUTS = "outputs";
    static final String ADDRESSES = "addresses";
    static final String THREAT = "threat";
    static final String SUSPICIOUS = "suspicious";
    static final String NOTHING_FOUND = "nothing-found";
    static final String AT_DEADLINE = "at-deadline";

    static final List<String> AGES = List.of(NOTHING_FOUND, SUSPICIOUS, THREAT);

    private VerdictWords() {}

    /** Every answer that an action can be said for. */
    static List<String> answers() {
        List<String> answers = new ArrayList<>(List.of(THREAT, SUSPICIOUS, AT_DEADLINE));
        for (WhyNotScanned why : WhyNotScanned.values()) {
            answers.add(why.word());
        }
        return answers;
    }

    static Map<String, Action> actions() {
        Map<String, Action> words = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            words.put(action.word(), action);
        }
        return words;
    }

    static VerdictRules rules(Map<String, Action> said) {
        VerdictRules usual = VerdictRules.usual();
        Map<WhyNotScanned, Action> notScanned = new EnumMap<>(WhyNotScanned.class);
        for (WhyNotScanned why : WhyNotScanned.values()) {
            notScanned.put(why, said.getOrDefault(why.word(), usual.on(Verdict.notScanned(why, ""))));
        }
        return new VerdictRules(
                said.getOrDefault(THREAT, usual.threat()),
                said.getOrDefault(SUSPICIOUS, usual.suspicious()),
                notScanned,
                said.getOrDefault(AT_DEADLINE, usual.atDeadline()));
    }

    static CacheAges ages(Map<String, Duration> said) {
        CacheAges usual = CacheAges.usual();
        return new CacheAges(
                said.getOrDefault(NOTHING_FOUND, usual.nothingFound()),
                said.getOrDefault(SUSPICIOUS, usual.suspicious()),
                said.getOrDefault(THREAT, usual.threat()));
    }

    static Map<String, String> said(VerdictRules rules) {
        Map<String, String> said = new TreeMap<>();
        said.put(THREAT, rules.threat().word());
        said.put(SUSPICIOUS, rules.suspicious().word());
        said.put(AT_DEADLINE, rules.atDeadline().word());
        rules.notScanned().forEach((why, action) -> said.put(why.word(), action.word()));
        return said;
    }

    static Map<String, String> said(CacheAges ages) {
        return Map.of(
                NOTHING_FOUND, ages.nothingFound().toMillis() + "ms",
                SUSPICIOUS, ages.suspicious().toMillis() + "ms",
                THREAT, ages.threat().toMillis() + "ms");
    }

    static Map<String, String> said(VerdictPolicy policy) {
        return Map.of(
                TIME, policy.time().toMillis() + "ms",
                WAIT, policy.patience().toMillis() + "ms",
                ORIGINALS, Boolean.toString(policy.originals()),
                OUTPUTS, Boolean.toString(policy.outputs()),
                ADDRESSES, Boolean.toString(policy.addresses()));
    }
}
