package jp.kiyome.mail.rules;

import java.util.Collection;

/** Whether a condition holds of a mail (Kleene's logic of three values): a fact that is missing decides nothing. */
public enum Holds {
    NO,
    UNKNOWN,
    YES;

    static Holds of(boolean known) {
        return known ? YES : NO;
    }

    /** What was looked for is there; or it is not, where all of it could be looked at. */
    static Holds found(boolean found, boolean lookedAtAll) {
        return found ? YES : lookedAtAll ? NO : UNKNOWN;
    }

    Holds not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }

    /** Of nothing at all: yes. */
    static Holds all(Collection<Holds> some) {
        return some.stream().min(Holds::compareTo).orElse(YES);
    }

    /** Of nothing at all: no. */
    static Holds any(Collection<Holds> some) {
        return some.stream().max(Holds::compareTo).orElse(NO);
    }
}
