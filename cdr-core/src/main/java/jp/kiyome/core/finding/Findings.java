package jp.kiyome.core.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the findings of one file, in the order they first appear. Equal ones are counted, not repeated; past
 * {@link #DISTINCT} different ones the places and details are left out, so a hostile file cannot make a report of any size.
 *
 * <p>Not thread-safe: one file, one thread.
 */
public final class Findings {

    /** Different findings that are kept with place and detail. */
    public static final int DISTINCT = 2_000;

    private record Key(FindingKind kind, Action action, Location where, Untrusted detail) {

        // Written out: the equals and hashCode of a record link call sites anew in each process.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && kind.equals(that.kind)
                    && action.equals(that.action)
                    && where.equals(that.where)
                    && detail.equals(that.detail);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * kind.hashCode() + action.hashCode()) + where.hashCode()) + detail.hashCode();
        }
    }

    private final Map<Key, Long> counts = new LinkedHashMap<>();

    public void add(Finding finding) {
        Key key = new Key(finding.kind(), finding.action(), finding.where(), finding.detail());
        if (counts.size() >= DISTINCT && !counts.containsKey(key)) {
            key = new Key(finding.kind(), finding.action(), Location.wholeFile(), Untrusted.nothing());
        }
        counts.merge(key, finding.count(), Long::sum);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public List<Finding> all() {
        List<Finding> all = new ArrayList<>(counts.size());
        counts.forEach((key, count) -> all.add(new Finding(key.kind, key.action, key.where, key.detail, count)));
        return List.copyOf(all);
    }
}
