package jp.kiyome.bridge.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * What each answer leads to.
 *
 * @param notScanned for every reason
 * @param atDeadline of something that waited for a verdict in vain
 */
public record VerdictRules(Action threat, Action suspicious, Map<WhyNotScanned, Action> notScanned, Action atDeadline) {

    public VerdictRules {
        EnumMap<WhyNotScanned, Action> all = usualNotScanned();
        all.putAll(notScanned);
        notScanned = Map.copyOf(all);
    }

    /** A threat is blocked; whatever nobody has looked at is held, but for a hash that is in no list. */
    public static VerdictRules usual() {
        return new VerdictRules(Action.BLOCK, Action.HOLD, Map.of(), Action.HOLD);
    }

    private static EnumMap<WhyNotScanned, Action> usualNotScanned() {
        EnumMap<WhyNotScanned, Action> usual = new EnumMap<>(WhyNotScanned.class);
        for (WhyNotScanned why : WhyNotScanned.values()) {
            usual.put(why, why == WhyNotScanned.UNLISTED ? Action.GO_ON : Action.HOLD);
        }
        return usual;
    }

    public Action on(Verdict verdict) {
        return switch (verdict) {
            case Verdict.NothingFound nothing -> Action.GO_ON;
            case Verdict.Suspicious suspected -> suspicious;
            case Verdict.Threat known -> threat;
            case Verdict.NotScanned unscanned -> Objects.requireNonNull(notScanned.get(unscanned.why()));
        };
    }
}
