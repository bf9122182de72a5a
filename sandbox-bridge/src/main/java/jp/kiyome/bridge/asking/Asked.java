package jp.kiyome.bridge.asking;

import java.util.Comparator;
import java.util.List;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.bridge.policy.VerdictRules;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * What all sources said of one submission.
 *
 * @param opinions in the order of the policy; never empty where a source is configured
 * @param tickets of verdicts that come later
 */
public record Asked(List<Opinion> opinions, List<Ticket> tickets) {

    public Asked {
        opinions = List.copyOf(opinions);
        tickets = List.copyOf(tickets);
    }

    /**
     * All of it as one verdict: a threat before what is suspicious, before what was not scanned, before nothing found. An
     * administrator who vouched for these bytes outweighs everything but the block list, which is asked with the allow list
     * and weighs more there. A list that does not name the hash says nothing, unless it is alone.
     */
    public Verdict combined() {
        return opinions.stream()
                .map(Opinion::verdict)
                .filter(verdict -> verdict instanceof Verdict.NothingFound nothing && nothing.vouched())
                .findFirst()
                .orElseGet(this::worst);
    }

    private Verdict worst() {
        return opinions.stream()
                .map(Opinion::verdict)
                .max(Comparator.comparingInt(Asked::weight))
                .orElse(Verdict.notScanned(WhyNotScanned.NOBODY_ASKED, ""));
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Threat threat -> 4;
            case Verdict.Suspicious suspicious -> 3;
            case Verdict.NotScanned unscanned when unscanned.why() == WhyNotScanned.UNLISTED -> 0;
            case Verdict.NotScanned unscanned -> 2;
            case Verdict.NothingFound nothing -> 1;
        };
    }

    /** What the policy does: the strictest of what it does about each answer. */
    public Action action(VerdictRules rules) {
        if (combined() instanceof Verdict.NothingFound) {
            return Action.GO_ON;
        }
        Action strictest = rules.on(combined());
        for (Opinion opinion : opinions) {
            strictest = strictest.stricter(rules.on(opinion.verdict()));
        }
        return strictest;
    }

    /** The same without what is only awaited: what stands fast already. */
    public Action settled(VerdictRules rules) {
        List<Opinion> said = opinions.stream()
                .filter(opinion -> !(opinion.verdict() instanceof Verdict.NotScanned unscanned
                        && unscanned.why() == WhyNotScanned.PENDING))
                .toList();
        return said.isEmpty() ? Action.GO_ON : new Asked(said, List.of()).action(rules);
    }
}
