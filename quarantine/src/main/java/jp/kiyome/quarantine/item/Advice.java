package jp.kiyome.quarantine.item;

import java.util.List;

/**
 * What others said of an item while it was processed.
 *
 * @param hold whether the item has to wait for a person because of it
 * @param assessments in the order in which they were given
 */
public record Advice(boolean hold, List<Assessment> assessments) {

    public Advice {
        assessments = List.copyOf(assessments);
    }

    /** Nobody was asked. */
    public static Advice none() {
        return new Advice(false, List.of());
    }
}
