package jp.kiyome.bridge.screening;

import java.util.List;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Finding;

/**
 * How a file ended that others were asked about.
 *
 * @param outcome with what they said among its findings; without an output when it is blocked
 * @param action {@code HOLD} when the output must wait for a person or a verdict; {@code BLOCK} only of a file that is blocked
 * @param settled the same without the verdicts that come later
 * @param statements of all who were asked, in the order of asking
 * @param tickets of verdicts that come later
 * @param awaited findings that say no more than that these are awaited
 */
public record Screened(
        Outcome outcome,
        Action action,
        Action settled,
        List<Statement> statements,
        List<Ticket> tickets,
        List<Finding> awaited) {

    public Screened {
        statements = List.copyOf(statements);
        tickets = List.copyOf(tickets);
        awaited = List.copyOf(awaited);
    }
}
