package jp.kiyome.quarantine.heartbeat;

import java.time.Instant;
import java.util.Optional;
import jp.kiyome.core.finding.Untrusted;

/**
 * One thing that a process tells of itself. Nothing of an item stands in it.
 *
 * @param name of what is measured, in its area
 * @param reading a number, two with a slash between them (bytes that are free, and all), or a program's own words
 * @param dated what the reading depends on, as signatures were made then
 */
public record Measure(Area area, String name, Condition condition, Untrusted reading, Optional<Instant> dated) {

    /** A number. */
    public static Measure of(Area area, String name, Condition condition, long number) {
        return new Measure(area, name, condition, Untrusted.of(Long.toString(number)), Optional.empty());
    }

    /** Room: bytes that are free, of so many. */
    public static Measure room(String name, Condition condition, long free, long all) {
        return new Measure(Area.DISK, name, condition, Untrusted.of(free + "/" + all), Optional.empty());
    }
}
