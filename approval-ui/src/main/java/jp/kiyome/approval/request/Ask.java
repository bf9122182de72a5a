package jp.kiyome.approval.request;

import java.util.Set;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;

/** What may be asked for of an item, and how the item goes along with it. Stateless. */
public final class Ask {

    /** Characters of a reason or a comment at most. */
    public static final int LONGEST = 1000;

    /** Held, and waiting for somebody to ask: the item's state goes with the request. */
    private static final Set<State> HELD = Set.of(State.HELD, State.RETURNED, State.DENIED);
    /** What did not come out, and that nobody held yet: held first, then asked for. */
    private static final Set<State> STOPPED = Set.of(State.BLOCKED, State.LOCKED, State.FAILED);
    /** On its way, or with another's request: stays as it is, whatever becomes of this one. */
    private static final Set<State> ELSEWHERE = Set.of(State.REBUILT, State.DELIVERED, State.REQUESTED, State.APPROVED);

    private Ask() {}

    /** Whether somebody may ask for so much of an item of theirs as it stands. */
    public static boolean possible(Person person, Item item, Wanted wanted) {
        return switch (wanted) {
            case ORIGINAL ->
                person.may(Permission.RECEIVE_ORIGINALS) && (leads(item.state()) || ELSEWHERE.contains(item.state()));
            // What is not held needs no asking.
            case SANITIZED ->
                !Bond.of(item).output().isEmpty()
                        && (HELD.contains(item.state())
                                || item.state() == State.REQUESTED
                                || item.state() == State.APPROVED);
        };
    }

    static boolean leads(State state) {
        return HELD.contains(state) || STOPPED.contains(state);
    }

    static boolean mustBeHeldFirst(State state) {
        return STOPPED.contains(state);
    }

    /**
     * A reason as it was typed.
     *
     * @throws No when it says nothing, or too much
     */
    public static Untrusted reason(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new No(No.Why.NO_REASON);
        }
        return Untrusted.of(text);
    }

    /** A comment; approving needs none. */
    static Untrusted comment(Decision decision, String typed) {
        return decision == Decision.APPROVE && typed.isBlank() ? Untrusted.nothing() : reason(typed);
    }
}
