package jp.kiyome.core.policy.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.policy.Lets;
import jp.kiyome.core.policy.PolicyVocabulary;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what a file lets the next level change: paths, each with {@code yes} or {@code no}. */
final class LetsSection {

    private final YamlSource source;
    private final Problems problems;
    private final PolicyVocabulary vocabulary;
    private final List<PolicySection<?>> others;
    private final Lets above;

    LetsSection(
            YamlSource source,
            Problems problems,
            PolicyVocabulary vocabulary,
            List<PolicySection<?>> others,
            Lets above) {
        this.source = source;
        this.problems = problems;
        this.vocabulary = vocabulary;
        this.others = others;
        this.above = above;
    }

    Map<String, Boolean> read(Node section) {
        Map<String, Boolean> lets = new HashMap<>();
        Set<String> known = known();
        source.entries("lets", section).forEach((key, value) -> {
            String path = key.getValue();
            if (!isKnown(path, known)) {
                unknown(key, known);
                return;
            }
            Optional<Boolean> said = yes(path, value);
            if (said.isPresent() && said.get() && !above.lets(path)) {
                problems.add(key, PolicyMessage.NOT_LET, Untrusted.of(path));
            }
            said.ifPresent(yes -> lets.put(path, yes));
        });
        return lets;
    }

    private Optional<Boolean> yes(String path, Node value) {
        Optional<String> word = source.word("lets." + path, value);
        if (word.isPresent() && !List.of("yes", "no").contains(word.get())) {
            problems.add(value, PolicyMessage.UNKNOWN_WORD, "lets." + path, Untrusted.of(word.get()), "yes, no");
            return Optional.empty();
        }
        return word.map("yes"::equals);
    }

    private void unknown(ScalarNode key, Set<String> known) {
        Untrusted written = Untrusted.of(key.getValue());
        Nearest.to(key.getValue(), known)
                .ifPresentOrElse(
                        near -> problems.add(key, PolicyMessage.UNKNOWN_KEY_NEAR, "lets", written, near),
                        () -> problems.add(key, PolicyMessage.UNKNOWN_KEY, "lets", written));
    }

    /** What stands deeper in a section of another module, such as the name of a source, is that module's own. */
    private boolean isKnown(String path, Set<String> known) {
        return known.contains(path)
                || others.stream()
                        .flatMap(section -> section.keys().stream().map(key -> section.name() + "." + key + "."))
                        .anyMatch(path::startsWith);
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>(List.of("types", "findings", "options", "limits", "jail", "types.others"));
        vocabulary.types().forEach(type -> known.add("types." + type));
        vocabulary.areas().forEach(area -> known.add("findings." + area));
        vocabulary.findings().forEach(code -> known.add("findings." + code));
        vocabulary.options().keySet().forEach(option -> known.add("options." + option));
        for (LimitName limit : LimitName.values()) {
            known.add("limits." + limit.word());
        }
        for (PolicySection<?> section : others) {
            known.add(section.name());
            section.keys().forEach(key -> known.add(section.name() + "." + key));
        }
        return known;
    }
}
