package jp.kiyome.mail.rules;

import java.util.List;
import jp.kiyome.core.finding.Untrusted;

/**
 * A condition that was held against a mail.
 *
 * @param fact that a test looked at; empty for others, and where it is missing
 * @param inner of what it is made of
 */
public record Judged(Condition condition, Holds holds, Untrusted fact, List<Judged> inner) {

    public Judged {
        inner = List.copyOf(inner);
    }

    static Judged of(Condition condition, Holds holds, List<Judged> inner) {
        return new Judged(condition, holds, Untrusted.nothing(), inner);
    }

    static List<Holds> holds(List<Judged> some) {
        return some.stream().map(Judged::holds).toList();
    }
}
