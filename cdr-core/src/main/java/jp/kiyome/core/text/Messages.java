package jp.kiyome.core.text;

import java.net.URL;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The texts behind the constants of an enum: a table beside its class, with columns key, Japanese, English. A constant
 * without a text, or a text without a constant, is an error at load.
 *
 * <p>Immutable; threads may share it.
 */
public final class Messages<K extends Enum<K>> {

    private final Map<K, Bilingual> texts;

    private Messages(Map<K, Bilingual> texts) {
        this.texts = texts;
    }

    /** Reads {@code NAME.tsv} beside the class {@code NAME}; {@code TOO_LARGE} has the key {@code too-large}. */
    public static <K extends Enum<K>> Messages<K> of(Class<K> keys) {
        URL resource = Objects.requireNonNull(keys.getResource(keys.getSimpleName() + ".tsv"), keys::getName);
        Map<K, Bilingual> texts = new EnumMap<>(keys);
        for (var row : Table.of(resource).rows()) {
            String name = row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_');
            if (texts.put(Enum.valueOf(keys, name), new Bilingual(row.get(1), row.get(2))) != null) {
                throw new IllegalStateException("twice in " + resource + ": " + row.getFirst());
            }
        }
        for (K key : keys.getEnumConstants()) {
            if (!texts.containsKey(key)) {
                throw new IllegalStateException("not in " + resource + ": " + key);
            }
        }
        return new Messages<>(texts);
    }

    public Bilingual text(K key, Object... values) {
        return Objects.requireNonNull(texts.get(key)).with(values);
    }
}
