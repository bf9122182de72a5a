package jp.kiyome.mail.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One rule.
 *
 * @param name by which people know it
 * @param actions at least one
 * @param said what is done where nobody can tell whether the condition holds; empty for what is usual for its actions
 */
public record Rule(String name, Condition when, List<RuleAction> actions, Optional<WhenUnknown> said) {

    public Rule {
        actions = List.copyOf(actions);
    }

    /** Of several actions the most cautious answer; that a mail goes its way is not let happen by what nobody knows. */
    WhenUnknown unknown() {
        return said.orElseGet(() -> actions.stream()
                .map(RuleAction::usual)
                .max(Comparator.naturalOrder())
                .orElse(WhenUnknown.HOLD));
    }

    /** Held against a mail. */
    RuleVerdict judge(Facts facts) {
        Judged judged = when.judge(facts);
        return switch (judged.holds()) {
            case YES -> new RuleVerdict(this, judged, true, actions);
            case NO -> new RuleVerdict(this, judged, false, List.of());
            case UNKNOWN ->
                switch (unknown()) {
                    case MATCHES -> new RuleVerdict(this, judged, true, actions);
                    case DOES_NOT_MATCH -> new RuleVerdict(this, judged, false, List.of());
                    case HOLD -> new RuleVerdict(this, judged, true, List.of(new RuleAction.Hold()));
                };
        };
    }

    /** As it stands in the policy's hash. */
    String canonical() {
        return name + " when " + when + " unknown " + unknown().word() + " do " + actions;
    }
}
