package jp.kiyome.mail.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rules of a policy in their order. Immutable but for the lists that its conditions read; threads share it.
 *
 * @param firstAlone whether no rule is asked behind one that matches
 * @param lists files that its conditions read
 */
public record RuleSet(boolean firstAlone, List<Rule> rules, List<Path> lists) {

    public RuleSet {
        rules = List.copyOf(rules);
        lists = List.copyOf(lists);
    }

    /** Every mail goes its way. */
    public static RuleSet none() {
        return new RuleSet(true, List.of(), List.of());
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What is done with a mail, and why. */
    public Decision judge(Facts facts) {
        return judge(facts, rule -> rule.judge(facts));
    }

    /**
     * The same of a mail that was judged when it came, and of which more is known now. What nobody can tell, now as without what is known
     * since, was decided then.
     *
     * @param before what is known without it
     */
    public Decision judgeAgain(Facts facts, Facts before) {
        return judge(facts, rule -> {
            RuleVerdict verdict = rule.judge(facts);
            boolean decided = verdict.judged().holds() == Holds.UNKNOWN
                    && rule.when().judge(before).holds() == Holds.UNKNOWN;
            return decided ? new RuleVerdict(rule, verdict.judged(), false, List.of()) : verdict;
        });
    }

    private Decision judge(Facts facts, Function<Rule, RuleVerdict> judge) {
        List<RuleVerdict> asked = new ArrayList<>();
        for (Rule rule : rules) {
            RuleVerdict verdict = judge.apply(rule);
            asked.add(verdict);
            if (verdict.matches() && firstAlone) {
                break;
            }
        }
        return Decision.of(asked, facts);
    }
}
