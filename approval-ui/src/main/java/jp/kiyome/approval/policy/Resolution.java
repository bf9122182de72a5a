package jp.kiyome.approval.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.core.policy.Rule;

/** What holds under some levels, and which of them each value comes from: the last that changed it. Immutable. */
final class Resolution {

    private static final long KIB = 1024;

    private final PolicyVocabulary vocabulary;

    Resolution(PolicyVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<ResolvedLine> of(List<PolicyLevel> levels) {
        Map<Key, String> last = values(PolicyLayer.empty());
        Map<Key, String> origins = new TreeMap<>();
        for (PolicyLevel level : levels) {
            Map<Key, String> now = values(level.layer());
            for (Map.Entry<Key, String> entry : now.entrySet()) {
                if (!entry.getValue().equals(last.get(entry.getKey()))) {
                    origins.put(entry.getKey(), level.name());
                }
            }
            last = now;
        }
        List<ResolvedLine> lines = new ArrayList<>();
        last.forEach((key, value) ->
                lines.add(new ResolvedLine(key.section(), key.word(), value, origins.getOrDefault(key, ""))));
        return lines;
    }

    /** In the order of a policy file. */
    private record Key(int place, String section, String word) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int places = Integer.compare(place, other.place);
            int sections = places == 0 ? section.compareTo(other.section) : places;
            return sections == 0 ? word.compareTo(other.word) : sections;
        }
    }

    private Map<Key, String> values(PolicyLayer layer) {
        Map<Key, String> values = new TreeMap<>();
        Rule others = layer.otherTypes().orElse(Rule.ALLOW);
        values.put(new Key(0, "types", "others"), others.word());
        for (String type : vocabulary.types()) {
            values.put(
                    new Key(1, "types", type),
                    layer.types().getOrDefault(type, others).word());
        }
        layer.findings().forEach((code, rule) -> values.put(new Key(2, "findings", code), rule.word()));
        vocabulary
                .options()
                .forEach((key, option) -> values.put(
                        new Key(3, "options", key), layer.options().getOrDefault(key, option.defaultValue())));
        for (LimitName name : LimitName.values()) {
            long value = layer.limits().getOrDefault(name, Limits.defaults().get(name));
            values.put(new Key(4, "limits", name.word()), written(name.unit(), value));
        }
        layer.sections()
                .forEach((name, section) ->
                        section.layer().canonical().forEach(line -> values.put(new Key(5, name, line), "")));
        layer.jail().map(JailRule::word).ifPresent(word -> values.put(new Key(6, "jail", ""), word));
        return values;
    }

    private static String written(LimitName.Unit unit, long value) {
        return switch (unit) {
            case COUNT -> Long.toString(value);
            case MILLISECONDS -> value % 1000 == 0 ? value / 1000 + "s" : value + "ms";
            case BYTES -> bytes(value);
        };
    }

    /** Whole in the unit, as policy files write it. */
    private static String bytes(long value) {
        long number = value;
        int unit = 0;
        while (unit < 3 && number != 0 && number % KIB == 0) {
            number /= KIB;
            unit++;
        }
        return number + List.of("B", "KiB", "MiB", "GiB").get(unit);
    }
}
