package jp.kiyome.core.policy;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.finding.FindingKind;

/**
 * The words that a policy may use: they come from the modules at hand.
 *
 * @param types ids of the types that handlers know
 * @param findings codes in the catalogue
 * @param options the handlers' options by key
 */
public record PolicyVocabulary(
        NavigableSet<String> types, NavigableSet<String> findings, Map<String, PolicyOption> options) {

    public static PolicyVocabulary of(
            Collection<String> types, Collection<String> findings, Collection<PolicyOption> options) {
        Map<String, PolicyOption> byKey = new TreeMap<>();
        for (PolicyOption option : options) {
            PolicyOption other = byKey.putIfAbsent(option.key(), option);
            if (other != null && !other.equals(option)) {
                throw new IllegalArgumentException("two options of one key: " + option.key());
            }
        }
        return new PolicyVocabulary(new TreeSet<>(types), new TreeSet<>(findings), byKey);
    }

    /** The areas of the findings. */
    public NavigableSet<String> areas() {
        NavigableSet<String> areas = new TreeSet<>();
        findings.forEach(code -> areas.add(FindingKind.of(code).area()));
        return areas;
    }
}
