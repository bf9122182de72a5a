package jp.kiyome.approval.job;

import java.util.UUID;
import jp.kiyome.quarantine.item.ItemId;

/** Names a job. */
public record JobId(UUID value) {

    /** A new one; those of one time lie together. */
    static JobId at(long millis) {
        return new JobId(ItemId.at(millis).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
