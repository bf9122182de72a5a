package jp.kiyome.approval.request;

import java.util.Locale;
import jp.kiyome.quarantine.item.State;

/** What somebody who may decide can say. */
public enum Decision {
    APPROVE(Phase.APPROVED, State.APPROVED),
    RETURN(Phase.RETURNED, State.RETURNED),
    DENY(Phase.DENIED, State.DENIED);

    private final Phase phase;
    private final State state;

    Decision(Phase phase, State state) {
        this.phase = phase;
        this.state = state;
    }

    Phase phase() {
        return phase;
    }

    /** What an item becomes that goes with its request. */
    State state() {
        return state;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
