package jp.kiyome.bridge.pending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store on the heap: it does not outlive its process, so only for tests and for trying things out. */
public final class MemoryPendingStore implements PendingStore {

    private final Map<String, PendingItem> waiting = new HashMap<>();
    private final Map<String, Settlement> settled = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    @Override
    public synchronized void hold(PendingItem item) {
        if (!known.add(item.id())) {
            throw new IllegalArgumentException("held already: " + item.id());
        }
        waiting.put(item.id(), item);
    }

    @Override
    public synchronized List<PendingItem> waiting() {
        return waiting.values().stream()
                .sorted(Comparator.comparing(PendingItem::deadline).thenComparing(PendingItem::id))
                .toList();
    }

    @Override
    public synchronized boolean settle(Settlement settlement) {
        if (waiting.remove(settlement.id()) == null) {
            return false;
        }
        settled.put(settlement.id(), settlement);
        return true;
    }

    @Override
    public synchronized List<Settlement> settled() {
        return new ArrayList<>(settled.values());
    }

    @Override
    public synchronized void acted(String id) {
        settled.remove(id);
    }
}
