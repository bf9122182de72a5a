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
 * @param findings {@link Rule#REMOVE}, {@link Rule#HOLD} or {@link Rule#BLOCK} by code or area, such as {@code macro}
 * @param approved codes that somebody has approved for one file: they hold it no longer
 * @param options values of the handlers' options by key
 * @param limits the budget of each top-level file
 */
public record Policy(
        String hash,
        Set<String> blockedTypes,
        Map<String, Rule> findings,
        Set<String> approved,
        Map<String, String> options,
        Limits limits) {

    /** Blocks first: the order of the canonical text. */
    private static final List<Rule> ORDER = List.of(Rule.BLOCK, Rule.HOLD, Rule.REMOVE);

    public Policy {
        blockedTypes = Set.copyOf(blockedTypes);
        findings = Map.copyOf(findings);
        approved = Set.copyOf(approved);
        options = Map.copyOf(options);
    }

    /** What holds where nobody says otherwise. */
    public static Policy defaults() {
        return of(Set.of(), Map.of(), Map.of(), Limits.defaults());
    }

    public static Policy of(
            Set<String> blockedTypes, Map<String, Rule> findings, Map<String, String> options, Limits limits) {
        return of(blockedTypes, findings, options, limits, List.of());
    }

    /** @param sections what else is part of the policy, in lines that always mean the same */
    static Policy of(
            Set<String> blockedTypes,
            Map<String, Rule> findings,
            Map<String, String> options,
            Limits limits,
            List<String> sections) {
        StringBuilder canonical = new StringBuilder("kiyome-policy 1\n");
        new TreeSet<>(blockedTypes).forEach(id -> line(canonical, "type", id, "block"));
        Map<String, Rule> sorted = new TreeMap<>(findings);
        for (Rule rule : ORDER) {
            sorted.forEach((code, said) -> {
                if (said == rule) {
                    line(canonical, "finding", code, rule.word());
                }
            });
        }
        new TreeMap<>(options).forEach((key, word) -> line(canonical, "option", key, word));
        for (LimitName name : LimitName.values()) {
            line(canonical, "limit", name.word(), Long.toString(limits.get(name)));
        }
        sections.forEach(line -> canonical.append("section ").append(line).append('\n'));
        String hash = Sha256.hex(canonical.toString());
        return new Policy(hash, blockedTypes, findings, Set.of(), options, limits);
    }

    /**
     * The same for one file of which somebody has approved that it comes out in spite of these findings. What is blocked stays
     * blocked.
     *
     * @param codes of findings
     */
    public Policy approving(Set<String> codes) {
        Set<String> all = new TreeSet<>(approved);
        if (!all.addAll(codes)) {
            return this;
        }
        StringBuilder canonical = new StringBuilder("kiyome-policy 1 with approval\n");
        line(canonical, "policy", "hash", hash);
        all.forEach(code -> line(canonical, "approved", code, "yes"));
        return new Policy(Sha256.hex(canonical.toString()), blockedTypes, findings, all, options, limits);
    }

    /**
     * The same with some options chosen otherwise, whatever is said of them.
     *
     * @param choices words by keys that a handler declares
     */
    public Policy choosing(Map<String, String> choices) {
        Map<String, String> chosen = new TreeMap<>(options);
        chosen.putAll(choices);
        if (chosen.equals(options)) {
            return this;
        }
        StringBuilder canonical = new StringBuilder("kiyome-policy 1 with choices\n");
        line(canonical, "policy", "hash", hash);
        new TreeMap<>(choices).forEach((key, word) -> line(canonical, "option", key, word));
        return new Policy(Sha256.hex(canonical.toString()), blockedTypes, findings, approved, chosen, limits);
    }

    private static void line(StringBuilder text, String section, String key, String value) {
        text.append(section).append(' ').append(key).append(' ').append(value).append('\n');
    }

    public boolean allows(String typeId) {
        return !blockedTypes.contains(typeId);
    }

    /** What is done about such a finding. What is said of a code weighs more than what is said of its area. */
    public Rule rule(FindingKind kind) {
        Rule said = findings.getOrDefault(kind.code(), findings.getOrDefault(kind.area(), Rule.REMOVE));
        return said == Rule.HOLD && approves(kind.code()) ? Rule.REMOVE : said;
    }

    /** Whether somebody has approved that the file comes out in spite of findings with this code. */
    public boolean approves(String code) {
        return approved.contains(code);
    }

    /** The value chosen for an option, or its default. */
    public String choice(PolicyOption option) {
        return options.getOrDefault(option.key(), option.defaultValue());
    }
}
