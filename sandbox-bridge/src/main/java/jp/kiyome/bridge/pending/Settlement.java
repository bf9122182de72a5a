package jp.kiyome.bridge.pending;

import java.time.Instant;
import java.util.List;
import jp.kiyome.bridge.policy.Action;
import jp.kiyome.core.finding.Untrusted;

/**
 * How the waiting for one item ended. Made once, never changed.
 *
 * @param id of the item
 * @param action what is done: {@code GO_ON} delivers, {@code HOLD} leaves it to a person, {@code BLOCK} ends it
 * @param cause what ended the waiting
 * @param detail the verdict that weighed most, for people
 * @param heard what each ticket has become, in the order of the tickets
 */
public record Settlement(String id, Action action, Cause cause, Untrusted detail, List<Heard> heard, Instant at) {

    public Settlement {
        heard = List.copyOf(heard);
    }

    /** What ends a waiting. */
    public enum Cause {
        VERDICT,
        DEADLINE
    }
}
