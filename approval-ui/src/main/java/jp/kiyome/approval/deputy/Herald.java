package jp.kiyome.approval.deputy;

import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Change;

/** Tells the two of a deputation. Threads share it. */
@FunctionalInterface
public interface Herald {

    /** What has happened. */
    enum Occasion {
        NAMED,
        ENDED
    }

    /**
     * Tells it in the same change: both or neither are done.
     *
     * @param by whoever did it, who knows
     * @param reason empty where none was given
     */
    void tell(Change change, Deputation one, Occasion occasion, Person by, Untrusted reason);

    /** Tells nobody. */
    static Herald silent() {
        return (change, one, occasion, by, reason) -> {};
    }
}
