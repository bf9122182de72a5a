package jp.kiyome.mail.relay;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the latest of many things, and no more. Threads share it. */
final class Memory<K, V> {

    private final Map<K, V> entries;

    Memory(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized V get(K key, V otherwise) {
        return entries.getOrDefault(key, otherwise);
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    synchronized void forget(K key) {
        entries.remove(key);
    }
}
