package jp.kiyome.quarantine.item;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an item stands. The way is
 *
 * <pre>
 * received → processing → rebuilt | blocked | locked | failed → held → requested → approved | returned | denied
 *          → delivered → expired → erased
 * </pre>
 *
 * <p>A rebuilt item may be delivered without being held. Whatever rests may be taken up again (a password has come, a verdict,
 * another policy): it is processed anew. Whatever rests expires when its time is over. No other move exists.
 */
public enum State {
    RECEIVED,
    PROCESSING,
    REBUILT,
    BLOCKED,
    LOCKED,
    FAILED,
    HELD,
    REQUESTED,
    APPROVED,
    RETURNED,
    DENIED,
    DELIVERED,
    EXPIRED,
    ERASED;

    /** The states that an item may go to from here. */
    public Set<State> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(PROCESSING);
            case PROCESSING -> EnumSet.of(REBUILT, BLOCKED, LOCKED, FAILED);
            case REBUILT -> EnumSet.of(PROCESSING, HELD, DELIVERED, EXPIRED);
            case BLOCKED, LOCKED, FAILED -> EnumSet.of(PROCESSING, HELD, EXPIRED);
            case HELD -> EnumSet.of(PROCESSING, REQUESTED, EXPIRED);
            case REQUESTED -> EnumSet.of(APPROVED, RETURNED, DENIED, EXPIRED);
            case APPROVED -> EnumSet.of(DELIVERED, EXPIRED);
            case RETURNED, DENIED -> EnumSet.of(REQUESTED, EXPIRED);
            case DELIVERED -> EnumSet.of(EXPIRED);
            case EXPIRED -> EnumSet.of(ERASED);
            case ERASED -> EnumSet.noneOf(State.class);
        };
    }

    /** Whether processing ends here. */
    public boolean isConclusion() {
        return PROCESSING.next().contains(this);
    }

    /** Whether nobody is at work on it or about to be. */
    public boolean isAtRest() {
        return this != RECEIVED && this != PROCESSING;
    }

    /**
     * Allows a move.
     *
     * @throws IllegalMove when no such move exists
     */
    public void insistMayBecome(State to) {
        if (!next().contains(to)) {
            throw new IllegalMove(this, to);
        }
    }
}
