package jp.kiyome.core.policy.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.text.Bilingual;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A key and its value in a policy file, for modules that read a section of it. Faults are told with their line. */
public final class PolicyEntry {

    private final YamlSource source;
    private final Problems problems;
    private final String where;
    private final ScalarNode key;
    private final Node value;

    PolicyEntry(YamlSource source, Problems problems, String where, ScalarNode key, Node value) {
        this.source = source;
        this.problems = problems;
        this.where = where;
        this.key = key;
        this.value = value;
    }

    /** Whether the value is a list. */
    public boolean isList() {
        return value instanceof SequenceNode;
    }

    /** Whether keys stand below this one. */
    public boolean isMapping() {
        return value instanceof MappingNode;
    }

    /** The keys below this one, in their order. */
    public Map<String, PolicyEntry> entries() {
        Map<String, PolicyEntry> entries = new LinkedHashMap<>();
        source.entries(where, value).forEach((below, node) -> {
            String name = where + "." + below.getValue();
            entries.put(below.getValue(), new PolicyEntry(source, problems, name, below, node));
        });
        return entries;
    }

    /** The values of a list, in their order; empty with a fault told when it is none. */
    public List<PolicyEntry> items() {
        List<PolicyEntry> items = new ArrayList<>();
        for (Node item : source.items(where, value)) {
            String name = where + "[" + (items.size() + 1) + "]";
            items.add(new PolicyEntry(source, problems, name, key, item));
        }
        return items;
    }

    /** The value as text; empty with a fault told when it is none. */
    public Optional<String> word() {
        return source.word(where, value);
    }

    /** The value, if it is one of some words. */
    public Optional<String> oneOf(Collection<String> words) {
        Optional<String> word = word();
        if (word.isPresent() && !words.contains(word.get())) {
            problems.add(value, PolicyMessage.UNKNOWN_WORD, where, Untrusted.of(word.get()), String.join(", ", words));
            return Optional.empty();
        }
        return word;
    }

    /** The value as a number with the short name of a unit. There is no unlimited. */
    public OptionalLong quantity(LimitName.Unit unit, long least, long most) {
        Optional<String> text = word();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = Quantity.read(unit, text.get());
        String from = Quantity.write(unit, least);
        String to = Quantity.write(unit, most);
        if (List.of("unlimited", "none", "infinite", ".inf", "-1").contains(text.get())) {
            problems.add(value, PolicyMessage.NO_UNLIMITED, where, from, to);
            return OptionalLong.empty();
        }
        if (number.isEmpty()) {
            problems.add(value, PolicyMessage.notA(unit), where, Untrusted.of(text.get()));
        } else if (number.getAsLong() < least || number.getAsLong() > most) {
            problems.add(value, PolicyMessage.RANGE, where, text.get(), from, to);
            return OptionalLong.empty();
        }
        return number;
    }

    /** Tells that the key is none of those that may stand here. */
    public void unknownKey(Collection<String> known) {
        Untrusted written = Untrusted.of(key.getValue());
        int dot = where.length() - key.getValue().length() - 1;
        String above = dot > 0 ? where.substring(0, dot) : where;
        Nearest.to(key.getValue(), known)
                .ifPresentOrElse(
                        near -> problems.add(key, PolicyMessage.UNKNOWN_KEY_NEAR, above, written, near),
                        () -> problems.add(key, PolicyMessage.UNKNOWN_KEY, above, written));
    }

    /** Tells a fault of the value in the module's own words, behind the name of the place. */
    public void wrong(Bilingual text) {
        problems.add(value, new Bilingual(where + ": " + text.japanese(), where + ": " + text.english()));
    }
}
