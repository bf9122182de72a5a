package jp.kiyome.approval.request;

import java.util.UUID;
import jp.kiyome.quarantine.item.ItemId;

/** Names a request. */
public record RequestId(UUID value) {

    /** A new one; those of one time lie together. */
    static RequestId at(long millis) {
        return new RequestId(ItemId.at(millis).value());
    }

    public static RequestId parse(String written) {
        return new RequestId(UUID.fromString(written));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
