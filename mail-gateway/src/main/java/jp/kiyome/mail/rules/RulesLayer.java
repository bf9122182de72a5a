package jp.kiyome.mail.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.policy.SectionLayer;

/**
 * What policy files say of rules. A rule that a lower level says otherwise keeps its place, and new ones stand behind those of the levels
 * above: nobody comes before whoever stands above him.
 *
 * @param firstAlone empty where nothing is said
 * @param rules by their names, in order
 * @param lists files that their conditions read
 */
public record RulesLayer(Optional<Boolean> firstAlone, Map<String, Rule> rules, Set<Path> lists)
        implements SectionLayer<RulesLayer> {

    public RulesLayer {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        lists = Set.copyOf(lists);
    }

    static RulesLayer empty() {
        return new RulesLayer(Optional.empty(), Map.of(), Set.of());
    }

    @Override
    public RulesLayer over(RulesLayer below) {
        Map<String, Rule> both = new LinkedHashMap<>(below.rules);
        both.putAll(rules);
        Set<Path> all = new LinkedHashSet<>(below.lists);
        all.addAll(lists);
        return new RulesLayer(firstAlone.or(() -> below.firstAlone), both, all);
    }

    /** What results. */
    public RuleSet resolve() {
        return new RuleSet(
                firstAlone.orElse(true),
                List.copyOf(rules.values()),
                lists.stream().sorted().toList());
    }

    /** Their order is part of what they mean. */
    @Override
    public List<String> canonical() {
        List<String> lines = new ArrayList<>();
        if (!firstAlone.orElse(true)) {
            lines.add("match all");
        }
        int number = 0;
        for (Rule rule : rules.values()) {
            lines.add("rule " + ++number + " " + rule.canonical());
        }
        return lines;
    }
}
