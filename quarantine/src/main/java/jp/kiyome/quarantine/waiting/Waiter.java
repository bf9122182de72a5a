package jp.kiyome.quarantine.waiting;

import java.time.Instant;
import java.util.List;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;

/**
 * An item that waits.
 *
 * @param group whose policy holds
 * @param claims at least one
 * @param leads in the words of who asked: what stands fast already; at most 16 characters
 * @param note in the words of who asked: what it has to know when the waiting ends
 * @param deadline when it ends at the latest; kept to the millisecond
 */
public record Waiter(ItemId item, Group group, List<Claim> claims, String leads, String note, Instant deadline) {

    public Waiter {
        claims = List.copyOf(claims);
        deadline = Instant.ofEpochMilli(deadline.toEpochMilli());
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("waits for nothing: " + item);
        }
    }
}
