package jp.kiyome.quarantine.audit;

import java.time.Instant;
import java.util.SortedMap;
import jp.kiyome.quarantine.item.Organisation;

/**
 * One thing that somebody did.
 *
 * @param number in the organisation's trail, from 1, without gaps
 * @param at when; to the millisecond
 * @param who as {@link jp.kiyome.quarantine.item.Actor#toString} writes it
 * @param action area and name, for example {@code item.state}
 * @param subject the id of an item, or empty
 * @param detail canonical JSON, as {@link Detail} writes it
 * @param previous hash of the record before; {@link Chain#BEGINNING} for the first
 * @param hash of this one
 */
public record AuditRecord(
        Organisation organisation,
        long number,
        Instant at,
        String who,
        String action,
        String subject,
        String detail,
        String previous,
        String hash) {

    /** The detail's fields. */
    public SortedMap<String, String> fields() {
        return Detail.read(detail);
    }
}
