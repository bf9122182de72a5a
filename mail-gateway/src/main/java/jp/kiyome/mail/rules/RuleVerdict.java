package jp.kiyome.mail.rules;

import java.util.List;

/**
 * What one rule came to.
 *
 * @param matches whether anything is done by it
 * @param actions that are done; fewer than the rule has where nobody could tell whether it holds
 */
public record RuleVerdict(Rule rule, Judged judged, boolean matches, List<RuleAction> actions) {

    public RuleVerdict {
        actions = List.copyOf(actions);
    }
}
