package jp.kiyome.core.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;

/**
 * What one policy file says, or several, one over the other; where it says nothing the layer below holds, and at the bottom the
 * default. Immutable; threads may share it.
 *
 * @param otherTypes what holds for types not named
 * @param types {@link Rule#ALLOW} or {@link Rule#BLOCK} by id of type
 * @param findings {@link Rule#REMOVE}, {@link Rule#HOLD} or {@link Rule#BLOCK} by code or area
 * @param options words by key
 * @param limits values in the unit of their name
 * @param jail how much of a jail is insisted on; says nothing of what is done to a file, so it is in no policy's hash
 * @param sections what it says in sections of other modules, by their names
 * @param lets what the next level may say; in no policy's hash either
 */
public record PolicyLayer(
        Optional<Rule> otherTypes,
        Map<String, Rule> types,
        Map<String, Rule> findings,
        Map<String, String> options,
        Map<LimitName, Long> limits,
        Optional<JailRule> jail,
        Map<String, Section<?>> sections,
        Lets lets) {

    /**
     * A section, with the type that its module knows it by.
     *
     * @param type of the layer
     */
    public record Section<L extends SectionLayer<L>>(Class<L> type, L layer) {

        private Section<L> over(Section<?> below) {
            return new Section<>(type, layer.over(type.cast(below.layer)));
        }
    }

    public PolicyLayer {
        types = Map.copyOf(types);
        findings = Map.copyOf(findings);
        options = Map.copyOf(options);
        limits = Map.copyOf(limits);
        sections = Map.copyOf(sections);
    }

    public static PolicyLayer empty() {
        return new PolicyLayer(
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Lets.everything());
    }

    /** One that makes choices of its own, and lets all of them be made otherwise. */
    public static PolicyLayer choosing(Map<String, String> options) {
        return new PolicyLayer(
                Optional.empty(), Map.of(), Map.of(), options, Map.of(), Optional.empty(), Map.of(), Lets.everything());
    }

    /** Both layers as one, where this one has the last word. */
    public PolicyLayer over(PolicyLayer below) {
        return new PolicyLayer(
                otherTypes.or(below::otherTypes),
                merged(below.types, types),
                merged(below.findings, findings),
                merged(below.options, options),
                merged(below.limits, limits),
                jail.or(below::jail),
                mergedSections(below.sections, sections),
                lets);
    }

    /** What stands in a section of another module; empty where no file has it. */
    public <L extends SectionLayer<L>> Optional<L> section(String name, Class<L> type) {
        return Optional.ofNullable(sections.get(name)).map(Section::layer).map(type::cast);
    }

    /** The policy that results. What only repeats a default leaves no trace in it, so equal meanings have equal hashes. */
    public Policy resolve(PolicyVocabulary vocabulary) {
        Set<String> blockedTypes = new HashSet<>();
        for (String type : vocabulary.types()) {
            if (types.getOrDefault(type, otherTypes.orElse(Rule.ALLOW)) == Rule.BLOCK) {
                blockedTypes.add(type);
            }
        }
        Map<String, String> chosen = new HashMap<>(options);
        vocabulary.options().forEach((key, option) -> chosen.remove(key, option.defaultValue()));
        Map<LimitName, Long> numbers = new EnumMap<>(LimitName.class);
        numbers.putAll(limits);
        return Policy.of(
                blockedTypes, tellingFindings(), chosen, Limits.defaults().with(numbers), canonicalSections());
    }

    private List<String> canonicalSections() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(sections)
                .forEach((name, section) ->
                        section.layer().canonical().forEach(line -> lines.add(name + ' ' + onOneLine(line))));
        return lines;
    }

    /** No value can look like another line. */
    private static String onOneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static Map<String, Section<?>> mergedSections(
            Map<String, Section<?>> below, Map<String, Section<?>> above) {
        Map<String, Section<?>> merged = new HashMap<>(below);
        above.forEach((name, section) -> {
            Section<?> lower = below.get(name);
            merged.put(name, lower == null ? section : section.over(lower));
        });
        return merged;
    }

    /** Without what only repeats what holds anyway. */
    private Map<String, Rule> tellingFindings() {
        Map<String, Rule> telling = new HashMap<>();
        findings.forEach((code, rule) -> {
            boolean isArea = code.indexOf('.') < 0;
            Rule otherwise = isArea
                    ? Rule.REMOVE
                    : findings.getOrDefault(FindingKind.of(code).area(), Rule.REMOVE);
            if (rule != otherwise) {
                telling.put(code, rule);
            }
        });
        return telling;
    }

    private static <K, V> Map<K, V> merged(Map<K, V> below, Map<K, V> above) {
        Map<K, V> merged = new HashMap<>(below);
        merged.putAll(above);
        return merged;
    }
}
