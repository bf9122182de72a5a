package jp.kiyome.quarantine.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The master keys of a store: the current one, which wraps, and older ones, which only unwrap until nothing is left under them.
 * Immutable; threads may share it.
 */
public final class MasterKeys {

    private final Map<String, DataKey> byId;
    private final String current;

    MasterKeys(String current, Map<String, DataKey> byId) {
        this.current = current;
        this.byId = new LinkedHashMap<>(byId);
        if (!byId.containsKey(current)) {
            throw new IllegalArgumentException("the current key is missing");
        }
    }

    /** The id of the key that wraps. */
    public String current() {
        return current;
    }

    /** The ids of all, the current one first. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    Map<String, DataKey> all() {
        return new LinkedHashMap<>(byId);
    }

    /** An organisation's key under the current one. */
    public WrappedKey wrap(DataKey key, String organisation) {
        return new WrappedKey(current, byId(current, organisation).wrap(key, purpose(organisation)));
    }

    /**
     * An organisation's key.
     *
     * @throws KeyRefused when its master key is not here, or it does not open
     */
    public DataKey unwrap(WrappedKey wrapped, String organisation) {
        return byId(wrapped.masterKey(), organisation).unwrap(wrapped.bytes(), purpose(organisation));
    }

    private DataKey byId(String id, String organisation) {
        DataKey key = byId.get(id);
        if (key == null) {
            throw new KeyRefused(purpose(organisation) + " (master key " + id + " is not in the file)");
        }
        return key;
    }

    private static String purpose(String organisation) {
        return "kiyome organisation key 1: " + organisation;
    }

    /**
     * A key under a master key.
     *
     * @param masterKey the id of that one
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record WrappedKey(String masterKey, byte[] bytes) {}
}
