package jp.kiyome.core.policy.file;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.Lets;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.policy.SectionLayer;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the sections of one policy file into a layer. */
final class Sections {

    /** The key for types that a file does not name. */
    private static final String OTHERS = "others";

    private static final List<String> SECTIONS =
            List.of("version", "types", "findings", "options", "limits", "jail", "lets");

    /** Findings that leave nothing to rebuild, whatever a policy says. */
    private static final Set<String> ALWAYS_BLOCKED = Set.of(
            "file",
            "limit",
            "jail",
            "type.unknown",
            "type.empty",
            "type.not-allowed",
            "type.not-supported",
            "type.not-expected");

    private final YamlSource source;
    private final Problems problems;
    private final PolicyVocabulary vocabulary;
    private final List<PolicySection<?>> others;
    private final Lets above;

    private Optional<Rule> otherTypes = Optional.empty();
    private final Map<String, Rule> types = new HashMap<>();
    private final Map<String, Rule> findings = new HashMap<>();
    private final Map<String, String> options = new HashMap<>();
    private final Map<LimitName, Long> limits = new EnumMap<>(LimitName.class);
    private Optional<JailRule> jail = Optional.empty();
    private final Map<String, PolicyLayer.Section<?>> sections = new HashMap<>();
    private Map<String, Boolean> lets = Map.of();

    Sections(
            YamlSource source,
            Problems problems,
            PolicyVocabulary vocabulary,
            List<PolicySection<?>> others,
            Lets above) {
        this.above = above;
        this.others = List.copyOf(others);
        this.source = source;
        this.problems = problems;
        this.vocabulary = vocabulary;
    }

    PolicyLayer read(Node root) {
        boolean[] version = new boolean[1];
        source.entries("policy", root).forEach((key, value) -> {
            switch (key.getValue()) {
                case "version" -> version[0] = version(value);
                case "types" -> source.entries("types", value).forEach(this::type);
                case "findings" -> source.entries("findings", value).forEach(this::finding);
                case "options" -> source.entries("options", value).forEach(this::option);
                case "limits" -> source.entries("limits", value).forEach(this::limit);
                case "jail" -> jail(value);
                case "lets" -> lets = new LetsSection(source, problems, vocabulary, others, above).read(value);
                default -> other(key, value);
            }
        });
        if (!version[0]) {
            problems.add(root, PolicyMessage.VERSION);
        }
        new Permission(problems, above).insist(root);
        return new PolicyLayer(otherTypes, types, findings, options, limits, jail, sections, above.narrowedBy(lets));
    }

    private void other(ScalarNode key, Node value) {
        for (PolicySection<?> section : others) {
            if (section.name().equals(key.getValue())) {
                sections.put(section.name(), read(section, key, value));
                return;
            }
        }
        Set<String> known = new TreeSet<>(SECTIONS);
        others.forEach(section -> known.add(section.name()));
        unknown("policy", key, known);
    }

    private <L extends SectionLayer<L>> PolicyLayer.Section<L> read(
            PolicySection<L> section, ScalarNode key, Node value) {
        L layer = section.read(new PolicyEntry(source, problems, section.name(), key, value));
        return new PolicyLayer.Section<>(section.type(), layer);
    }

    private void jail(Node value) {
        Map<String, JailRule> rules = new TreeMap<>();
        for (JailRule rule : JailRule.values()) {
            rules.put(rule.word(), rule);
        }
        jail = oneOf("jail", value, List.copyOf(rules.keySet())).map(rules::get);
    }

    private boolean version(Node value) {
        return source.word("version", value).filter("1"::equals).isPresent();
    }

    private void type(ScalarNode key, Node value) {
        String id = key.getValue();
        if (id.equals(OTHERS)) {
            otherTypes = rule("types." + id, value, Rule.ALLOW, Rule.BLOCK);
        } else if (vocabulary.types().contains(id)) {
            rule("types." + id, value, Rule.ALLOW, Rule.BLOCK).ifPresent(rule -> types.put(id, rule));
        } else {
            unknown("types", key, with(vocabulary.types(), OTHERS));
        }
    }

    private void finding(ScalarNode key, Node value) {
        String code = key.getValue();
        Collection<String> areas = vocabulary.areas();
        if (!vocabulary.findings().contains(code) && !areas.contains(code)) {
            Set<String> known = new TreeSet<>(vocabulary.findings());
            known.addAll(areas);
            unknown("findings", key, known);
            return;
        }
        Optional<Rule> rule = rule("findings." + code, value, Rule.REMOVE, Rule.HOLD, Rule.BLOCK);
        if (rule.filter(said -> said != Rule.BLOCK).isPresent() && alwaysBlocks(code)) {
            problems.add(value, PolicyMessage.ALWAYS_BLOCKED, code);
            return;
        }
        rule.ifPresent(said -> findings.put(code, said));
    }

    private static boolean alwaysBlocks(String code) {
        int dot = code.indexOf('.');
        return ALWAYS_BLOCKED.contains(code) || (dot > 0 && ALWAYS_BLOCKED.contains(code.substring(0, dot)));
    }

    private void option(ScalarNode key, Node value) {
        PolicyOption option = vocabulary.options().get(key.getValue());
        if (option == null) {
            unknown("options", key, vocabulary.options().keySet());
            return;
        }
        oneOf("options." + option.key(), value, option.values()).ifPresent(word -> options.put(option.key(), word));
    }

    private void limit(ScalarNode key, Node value) {
        Map<String, LimitName> names = new TreeMap<>();
        for (LimitName name : LimitName.values()) {
            names.put(name.word(), name);
        }
        LimitName name = names.get(key.getValue());
        if (name == null) {
            unknown("limits", key, names.keySet());
            return;
        }
        source.word("limits." + name.word(), value).ifPresent(text -> quantity(name, text, value));
    }

    private void quantity(LimitName name, String text, Node at) {
        String least = Quantity.write(name.unit(), name.least());
        String most = Quantity.write(name.unit(), name.most());
        if (List.of("unlimited", "none", "infinite", ".inf", "-1").contains(text)) {
            problems.add(at, PolicyMessage.NO_UNLIMITED, name.word(), least, most);
            return;
        }
        OptionalLong number = Quantity.read(name.unit(), text);
        if (number.isEmpty()) {
            problems.add(at, PolicyMessage.notA(name.unit()), name.word(), Untrusted.of(text));
        } else if (number.getAsLong() < name.least() || number.getAsLong() > name.most()) {
            problems.add(at, PolicyMessage.RANGE, name.word(), text, least, most);
        } else {
            limits.put(name, number.getAsLong());
        }
    }

    private Optional<Rule> rule(String where, Node value, Rule... allowed) {
        List<Rule> rules = List.of(allowed);
        List<String> words = rules.stream().map(Rule::word).toList();
        return oneOf(where, value, words).map(word -> rules.get(words.indexOf(word)));
    }

    private Optional<String> oneOf(String where, Node value, List<String> words) {
        Optional<String> word = source.word(where, value);
        if (word.isPresent() && !words.contains(word.get())) {
            problems.add(value, PolicyMessage.UNKNOWN_WORD, where, Untrusted.of(word.get()), String.join(", ", words));
            return Optional.empty();
        }
        return word;
    }

    private void unknown(String where, ScalarNode key, Collection<String> known) {
        Untrusted written = Untrusted.of(key.getValue());
        Nearest.to(key.getValue(), known)
                .ifPresentOrElse(
                        near -> problems.add(key, PolicyMessage.UNKNOWN_KEY_NEAR, where, written, near),
                        () -> problems.add(key, PolicyMessage.UNKNOWN_KEY, where, written));
    }

    private static Collection<String> with(Collection<String> words, String another) {
        Set<String> all = new TreeSet<>(words);
        all.add(another);
        return all;
    }
}
