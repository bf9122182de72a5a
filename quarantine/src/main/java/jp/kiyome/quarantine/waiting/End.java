package jp.kiyome.quarantine.waiting;

import java.time.Instant;
import java.util.List;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.ItemId;

/**
 * How a waiting ended, in the words of who settled it.
 *
 * @param action at most 16 characters, as {@code cause}
 * @param detail for people
 * @param answers one for each claim, in their order
 * @param at kept to the millisecond
 */
public record End(ItemId item, String action, String cause, Untrusted detail, List<String> answers, Instant at) {

    public End {
        answers = List.copyOf(answers);
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }
}
