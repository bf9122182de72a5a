package jp.kiyome.quarantine.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a process told last.
 *
 * @param process its name, unlike that of any other
 * @param at when
 * @param pause to the next
 */
public record Heartbeat(String process, Instant at, Duration pause, List<Measure> measures) {

    /** One may come late; after so many that did not come nothing is to be believed any more. */
    private static final int PATIENCE = 3;

    public Heartbeat {
        measures = List.copyOf(measures);
    }

    /** Whether it has been silent for so long that it must have stopped, or hangs. */
    public boolean isStale(Instant now) {
        return at.plus(pause.multipliedBy(PATIENCE)).isBefore(now);
    }
}
