package jp.kiyome.core.policy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.limit.Limits;

/**
 * What is allowed and what is done otherwise, resolved and complete.
 *
 * <p>Immutable; threads may share it.
 *
 * @param hash SHA-256 of the policy's canonical text, in hex; stands in every report
 * @param blockedTypes ids of file types that are blocked though a handler knows them
 * @param blocking codes of findings (or areas, such as {@code macro}) that block the file instead of being mended
 * @param options values of the handlers' options by key
 * @param limits the budget of each top-level file
 */
public record Policy(
        String hash, Set<String> blockedTypes, Set<String> blocking, Map<String, String> options, Limits limits) {

    public Policy {
        blockedTypes = Set.copyOf(blockedTypes);
        blocking = Set.copyOf(blocking);
        options = Map.copyOf(options);
    }

    /** What holds where nobody says otherwise. */
    public static Policy defaults() {
        return of(Set.of(), Set.of(), Map.of(), Limits.defaults());
    }

    public static Policy of(
            Set<String> blockedTypes, Set<String> blocking, Map<String, String> options, Limits limits) {
        String canonical = "types " + new TreeSet<>(blockedTypes) + "\nfindings " + new TreeSet<>(blocking)
                + "\noptions " + new TreeMap<>(options) + "\nlimits " + limits + "\n";
        return new Policy(Sha256.hex(canonical), blockedTypes, blocking, options, limits);
    }

    public boolean allows(String typeId) {
        return !blockedTypes.contains(typeId);
    }

    /** Whether a file with such a finding is blocked. */
    public boolean blocks(FindingKind kind) {
        return blocking.contains(kind.code())
                || blocking.contains(kind.code().substring(0, kind.code().indexOf('.')));
    }

    /** The value chosen for an option, or its default. */
    public String choice(PolicyOption option) {
        return options.getOrDefault(option.key(), option.defaultValue());
    }
}
