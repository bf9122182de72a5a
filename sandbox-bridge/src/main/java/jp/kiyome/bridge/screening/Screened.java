package jp.kiyome.bridge.screening;

import java.util.List;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.core.engine.Outcome;

/**
 * How a file ended that others were asked about.
 *
 * @param outcome with what they said among its findings; without an output when it is blocked
 * @param action {@code HOLD} when the output must wait for a person or a verdict; {@code BLOCK} only of a file that is blocked
 * @param statements of all who were asked, in the order of asking
 * @param tickets of verdicts that come later
 */
public record Screened(Outcome outcome, Action action, List<Statement> statements, List<Ticket> tickets) {

    public Screened {
        statements = List.copyOf(statements);
        tickets = List.copyOf(tickets);
    }
}
