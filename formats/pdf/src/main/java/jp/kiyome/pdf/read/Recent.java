package jp.kiyome.pdf.read;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values that were used last, up to a total weight. Not thread-safe. */
final class Recent<V> {

    private record Weighed<V>(V value, long weight) {}

    private final long most;
    private final Map<Integer, Weighed<V>> values = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    Recent(long most) {
        this.most = most;
    }

    Optional<V> get(int number) {
        return Optional.ofNullable(values.get(number)).map(Weighed::value);
    }

    /** A value heavier than all that may be held is not. */
    void put(int number, V value, long weight) {
        Weighed<V> before = values.put(number, new Weighed<>(value, weight));
        total += weight - (before == null ? 0 : before.weight);
        Iterator<Weighed<V>> eldest = values.values().iterator();
        while (total > most && eldest.hasNext()) {
            total -= eldest.next().weight;
            eldest.remove();
        }
    }

    void clear() {
        values.clear();
        total = 0;
    }
}
