package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.core.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** Works out the rules of one type: its own lines and those of the groups it includes. */
final class TypeCompiler {

    private static final Set<String> REPEATED = Set.of("include", "when", "needs");

    private final AllowList list;
    private final AllowList.QualifiedType type;
    private final Map<XmlName, ChildRule> children = new LinkedHashMap<>();
    private final Map<XmlName, AttributeRule> attributes = new LinkedHashMap<>();
    private final Map<String, Map<XmlName, ChildRule>> variants = new HashMap<>();
    private final List<Set<XmlName>> needs = new ArrayList<>();
    private @Nullable ValueRule text;
    private @Nullable XmlName select;

    TypeCompiler(AllowList list, AllowList.QualifiedType type) {
        this.list = list;
        this.type = type;
    }

    ElementType.Rules compile() {
        Vocabulary vocabulary = list.vocabulary(type.vocabulary());
        lines(vocabulary.types.get(type.name()), type.vocabulary());
        if (!needs.stream().allMatch(children.keySet()::containsAll)) {
            throw broken("needs a child that it does not have");
        }
        boolean nonEmpty = vocabulary.nonEmpty.contains(type.name());
        Map<String, ElementType.Variant> tables = new HashMap<>();
        variants.forEach((value, entries) -> tables.put(value, variant(entries)));
        return new ElementType.Rules(
                new NameTable<>(children),
                new NameTable<>(attributes),
                text,
                select,
                Map.copyOf(tables),
                List.copyOf(needs),
                nonEmpty,
                nonEmpty || !needs.isEmpty() || children.values().stream().anyMatch(TypeCompiler::required));
    }

    private static boolean required(ChildRule rule) {
        return rule instanceof ChildRule.Keep keep && keep.required();
    }

    /** Goes through a group that maybe no type includes. */
    void checkGroup() {
        include(type.name(), type.vocabulary());
    }

    private static ElementType.Variant variant(Map<XmlName, ChildRule> entries) {
        boolean allDropped = entries.values().stream().allMatch(ChildRule.Drop.class::isInstance);
        String dropped =
                allDropped && entries.values().iterator().next() instanceof ChildRule.Drop(String code) ? code : "";
        return new ElementType.Variant(new NameTable<>(entries), dropped);
    }

    /** Uris that are GUIDs are the same in either case. */
    static String selector(String value) {
        return value.startsWith("{") ? value.toUpperCase(Locale.ROOT) : value;
    }

    private void lines(@Nullable List<String> lines, String vocabulary) {
        if (lines == null) {
            throw broken("no such type or group");
        }
        Set<String> subjects = new HashSet<>();
        for (String line : lines) {
            String[] words = line.split(" +", 2);
            if (words.length < 2) {
                throw broken(line);
            }
            String subject = words[0].replace("!", "");
            if (!REPEATED.contains(subject) && !subjects.add(subject)) {
                throw broken("twice: " + line);
            }
            line(words[0], words[1], vocabulary);
        }
    }

    private void line(String subject, String rest, String vocabulary) {
        if (subject.charAt(0) == '@') {
            attribute(subject, rest, vocabulary);
            return;
        }
        switch (subject) {
            case "text" -> text = list.rule(rest, vocabulary);
            case "select" -> select = list.name(rest.substring(1));
            case "when" -> when(rest.split(" +", 3), vocabulary);
            case "include" -> include(rest, vocabulary);
            case "needs" -> needs.add(names(rest));
            default -> element(subject, rest, vocabulary);
        }
    }

    private Set<XmlName> names(String words) {
        return Arrays.stream(words.split(" +", -1)).map(list::name).collect(Collectors.toSet());
    }

    private void element(String subject, String rest, String vocabulary) {
        boolean required = subject.endsWith("!");
        XmlName name = list.name(required ? subject.substring(0, subject.length() - 1) : subject);
        put(children, name, child(rest, vocabulary, required));
    }

    private void attribute(String subject, String rest, String vocabulary) {
        boolean required = subject.endsWith("!");
        XmlName name = list.name(subject.substring(1, subject.length() - (required ? 1 : 0)));
        if (name.namespace() != Namespace.NONE
                && name.namespace().outputPrefix().isEmpty()) {
            throw broken("an attribute cannot be in the namespace written without prefix: " + subject);
        }
        AttributeRule rule = rest.startsWith("drop ")
                ? new AttributeRule.Drop(code(rest.substring(5).strip()))
                : new AttributeRule.Keep(list.rule(rest, vocabulary), required);
        put(attributes, name, rule);
    }

    private void when(String[] words, String vocabulary) {
        Map<XmlName, ChildRule> variant = variants.computeIfAbsent(selector(words[0]), v -> new LinkedHashMap<>());
        put(variant, list.name(words[1]), child(words[2], vocabulary, false));
    }

    private void include(String group, String vocabulary) {
        AllowList.QualifiedType named = AllowList.split(AllowList.qualified(group, vocabulary));
        lines(list.vocabulary(named.vocabulary()).groups.get(named.name()), named.vocabulary());
    }

    private ChildRule child(String rest, String vocabulary, boolean required) {
        String[] words = rest.split(" +", -1);
        boolean twoWords = words[0].equals("drop") || words[0].equals("unwrap");
        if (words.length != (twoWords ? 2 : 1)) {
            throw broken(rest);
        }
        return switch (words[0]) {
            case "drop" -> new ChildRule.Drop(code(words[1]));
            case "unwrap" -> new ChildRule.Unwrap(list.type(AllowList.qualified(words[1], vocabulary)));
            default -> new ChildRule.Keep(list.type(AllowList.qualified(words[0], vocabulary)), required);
        };
    }

    private static String code(String code) {
        return FindingKind.of(code).code();
    }

    /** Groups may say the same again, but nothing else of the same name. */
    private <T> void put(Map<XmlName, T> rules, XmlName name, T rule) {
        T before = rules.put(name, rule);
        if (before != null && !before.equals(rule)) {
            throw broken("two rules for " + name);
        }
    }

    private IllegalStateException broken(String why) {
        return new IllegalStateException(type.vocabulary() + ":" + type.name() + ": " + why);
    }
}
