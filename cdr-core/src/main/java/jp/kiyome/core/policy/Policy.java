package jp.kiyome.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;

/**
 * What is allowed and what is done otherwise, resolved and complete.
 *
 * <p>Immutable; threads may share it.
 *
 * @param hash SHA-256 of the policy's canonical text, in hex; stands in every report
 * @param blockedTypes ids of file types that are blocked though a handler knows them
 * @param blocking codes of findings (or areas, such as {@code macro}) that block the file instead of being mended
 * @param removing codes of findings that are mended though their area stands in {@code blocking}
 * @param options values of the handlers' options by key
 * @param limits the budget of each top-level file
 */
public record Policy(
        String hash,
        Set<String> blockedTypes,
        Set<String> blocking,
        Set<String> removing,
        Map<String, String> options,
        Limits limits) {

    public Policy {
        blockedTypes = Set.copyOf(blockedTypes);
        blocking = Set.copyOf(blocking);
        removing = Set.copyOf(removing);
        options = Map.copyOf(options);
    }

    /** What holds where nobody says otherwise. */
    public static Policy defaults() {
        return of(Set.of(), Set.of(), Map.of(), Limits.defaults());
    }

    public static Policy of(
            Set<String> blockedTypes, Set<String> blocking, Map<String, String> options, Limits limits) {
        return of(blockedTypes, blocking, Set.of(), options, limits);
    }

    public static Policy of(
            Set<String> blockedTypes,
            Set<String> blocking,
            Set<String> removing,
            Map<String, String> options,
            Limits limits) {
        return of(blockedTypes, blocking, removing, options, limits, List.of());
    }

    /** @param sections what else is part of the policy, in lines that always mean the same */
    static Policy of(
            Set<String> blockedTypes,
            Set<String> blocking,
            Set<String> removing,
            Map<String, String> options,
            Limits limits,
            List<String> sections) {
        StringBuilder canonical = new StringBuilder("kiyome-policy 1\n");
        new TreeSet<>(blockedTypes).forEach(id -> line(canonical, "type", id, "block"));
        new TreeSet<>(blocking).forEach(code -> line(canonical, "finding", code, "block"));
        new TreeSet<>(removing).forEach(code -> line(canonical, "finding", code, "remove"));
        new TreeMap<>(options).forEach((key, word) -> line(canonical, "option", key, word));
        for (LimitName name : LimitName.values()) {
            line(canonical, "limit", name.word(), Long.toString(limits.get(name)));
        }
        sections.forEach(line -> canonical.append("section ").append(line).append('\n'));
        String hash = Sha256.hex(canonical.toString());
        return new Policy(hash, blockedTypes, blocking, removing, options, limits);
    }

    private static void line(StringBuilder text, String section, String key, String value) {
        text.append(section).append(' ').append(key).append(' ').append(value).append('\n');
    }

    public boolean allows(String typeId) {
        return !blockedTypes.contains(typeId);
    }

    /** Whether a file with such a finding is blocked. What is said of a code weighs more than what is said of its area. */
    public boolean blocks(FindingKind kind) {
        String code = kind.code();
        return blocking.contains(code) || (blocking.contains(kind.area()) && !removing.contains(code));
    }

    /** The value chosen for an option, or its default. */
    public String choice(PolicyOption option) {
        return options.getOrDefault(option.key(), option.defaultValue());
    }
}
