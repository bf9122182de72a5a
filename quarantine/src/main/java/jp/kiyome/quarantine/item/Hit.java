package jp.kiyome.quarantine.item;

import java.time.Instant;
import jp.kiyome.core.finding.Untrusted;

/**
 * A line of what a search found.
 *
 * @param size of the original, bytes
 */
public record Hit(
        ItemId id,
        Kind kind,
        Group group,
        Untrusted sender,
        Untrusted title,
        State state,
        Instant received,
        long size) {

    /** Where the next page begins. */
    public Cursor cursor() {
        return new Cursor(received, id);
    }

    /** A place in the order of search results: newest first, those of one time by their id. */
    public record Cursor(Instant received, ItemId id) {}
}
