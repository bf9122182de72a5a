package jp.kiyome.text.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;

/** Findings of which a file may hold a million: one of each kind, at its first place, with a count. Not thread-safe. */
public final class Tally {

    private static final int SHOWN = 200;

    /** @param kind with {@code action}, what is counted as one */
    private record Key(String kind, Action action) {}

    private static final class Count {
        private final String place;
        private final String detail;
        private long count;

        private Count(String place, String detail) {
            this.place = place;
            this.detail = detail;
        }
    }

    private final Map<Key, Count> counts = new LinkedHashMap<>();

    public void add(String kind, Action action, String place, String detail) {
        Count count = counts.get(new Key(kind, action));
        if (count == null) {
            count = new Count(place, detail.length() > SHOWN ? detail.substring(0, SHOWN) : detail);
            counts.put(new Key(kind, action), count);
        }
        count.count++;
    }

    public void removed(String kind, String place, String detail) {
        add(kind, Action.REMOVED, place, detail);
    }

    public void changed(String kind, String place, String detail) {
        add(kind, Action.CHANGED, place, detail);
    }

    public boolean none() {
        return counts.isEmpty();
    }

    public void tell(Consumer<Finding> findings) {
        counts.forEach((key, count) -> findings.accept(new Finding(
                FindingKind.of(key.kind),
                key.action,
                Location.wholeFile().at(count.place),
                Untrusted.of(count.detail),
                count.count)));
    }
}
