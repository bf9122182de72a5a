package jp.kiyome.quarantine.item;

import java.util.UUID;

/**
 * Names an item. Made by whoever hands the item in, so that handing it in twice is noticed.
 *
 * @param value a UUID of version 7 (RFC 9562, 5.7) where {@link #at} made it: items of one time lie together
 */
public record ItemId(UUID value) implements Comparable<ItemId> {

    /**
     * A new one.
     *
     * @param millis since 1970
     */
    public static ItemId at(long millis) {
        UUID chance = UUID.randomUUID();
        long high = millis << 16 | 0x7000 | chance.getMostSignificantBits() & 0xFFF;
        return new ItemId(new UUID(high, chance.getLeastSignificantBits()));
    }

    public static ItemId parse(String written) {
        return new ItemId(UUID.fromString(written));
    }

    @Override
    public int compareTo(ItemId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
