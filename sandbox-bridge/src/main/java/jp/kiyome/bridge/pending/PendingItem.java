package jp.kiyome.bridge.pending;

import java.time.Instant;
import java.util.List;
import jp.kiyome.bridge.policy.Action;

/**
 * Something that waits for verdicts.
 *
 * @param id of the item in the store that holds it
 * @param tickets that are out
 * @param settled what the other answers lead to already
 * @param deadline when the waiting ends
 */
public record PendingItem(String id, List<Ticket> tickets, Action settled, Instant deadline) {

    public PendingItem {
        tickets = List.copyOf(tickets);
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("waits for nothing: " + id);
        }
    }
}
