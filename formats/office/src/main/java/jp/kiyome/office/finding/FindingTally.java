package jp.kiyome.office.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.spi.Session;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one part of a document. A document of many thousand paragraphs repeats the same finding; it is counted here and
 * told once. Memory is bounded: past some thousand different findings only their kinds are counted.
 *
 * <p>Not thread-safe.
 */
public final class FindingTally {

    private static final int MOST = 4096;

    private record Told(String code, Action action, String place, String detail) {

        // Written out: the equals and hashCode of a record link call sites anew in each process.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Told that
                    && code.equals(that.code)
                    && action.equals(that.action)
                    && place.equals(that.place)
                    && detail.equals(that.detail);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * code.hashCode() + action.hashCode()) + place.hashCode()) + detail.hashCode();
        }
    }

    private final Map<Told, Long> told = new LinkedHashMap<>();

    /**
     * Counts a finding.
     *
     * @param place element, attribute or control word
     * @param detail what stood there; may be empty
     */
    public void found(String code, Action action, String place, String detail) {
        Told finding = new Told(code, action, place, detail);
        if (told.size() < MOST || told.containsKey(finding)) {
            told.merge(finding, 1L, Long::sum);
        } else {
            told.merge(new Told(code, action, "", ""), 1L, Long::sum);
        }
    }

    /** Passes on what was counted, in the order in which it was first found. */
    public void report(Session session, Location where) {
        for (Map.Entry<Told, Long> entry : told.entrySet()) {
            Told finding = entry.getKey();
            session.found(new Finding(
                    FindingKind.of(finding.code),
                    finding.action,
                    where.at(finding.place),
                    Untrusted.of(finding.detail),
                    entry.getValue()));
        }
        told.clear();
    }
}
