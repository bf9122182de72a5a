package jp.kiyome.mail.rules;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.policy.file.PolicySection;

/** Reads the section {@code mail-rules} of a policy file; docs/mail-rules.md tells its keys. Threads may share it. */
public final class MailRulesSection implements PolicySection<RulesLayer> {

    private static final List<String> KEYS = List.of("match", "rules");
    private static final List<String> RULE = List.of("when", "unknown", "do");
    /** Without dots: a name is one step of the path by which an upper level lets a lower one change it. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");
    /** Of one file. */
    private static final int MOST_RULES = 500;

    @Override
    public String name() {
        return "mail-rules";
    }

    @Override
    public Class<RulesLayer> type() {
        return RulesLayer.class;
    }

    @Override
    public Collection<String> keys() {
        return KEYS;
    }

    @Override
    public RulesLayer absent() {
        return RulesLayer.empty();
    }

    @Override
    public RulesLayer read(PolicyEntry section) {
        Map<String, PolicyEntry> said = Values.entries(section, KEYS);
        Optional<Boolean> first = Optional.ofNullable(said.get("match"))
                .flatMap(entry -> entry.oneOf(List.of("first", "all")))
                .map("first"::equals);
        Set<Path> lists = new HashSet<>();
        Map<String, Rule> rules = new LinkedHashMap<>();
        Optional.ofNullable(said.get("rules")).ifPresent(all -> all.entries().forEach((name, entry) -> {
            if (!NAME.matcher(name).matches()) {
                entry.wrong(RuleFault.NOT_A_NAME.text(Untrusted.of(name)));
            } else if (rules.size() == MOST_RULES) {
                entry.wrong(RuleFault.TOO_MANY.text(MOST_RULES));
            } else {
                rules.put(name, rule(name, entry, lists));
            }
        }));
        return new RulesLayer(first, rules, lists);
    }

    /** Beside a fault it is not used. */
    private static Rule rule(String name, PolicyEntry entry, Set<Path> lists) {
        Map<String, PolicyEntry> said = Values.entries(entry, RULE);
        for (String needed : List.of("when", "do")) {
            if (!said.containsKey(needed)) {
                entry.wrong(RuleFault.MISSING.text(needed));
            }
        }
        Condition when = Optional.ofNullable(said.get("when"))
                .map(one -> condition(one, lists))
                .orElseGet(() -> new Condition.All(List.of()));
        List<RuleAction> actions =
                Optional.ofNullable(said.get("do")).map(ActionReader::read).orElse(List.of());
        List<String> words =
                Stream.of(WhenUnknown.values()).map(WhenUnknown::word).toList();
        Optional<WhenUnknown> unknown = Optional.ofNullable(said.get("unknown"))
                .flatMap(one -> one.oneOf(words))
                .flatMap(WhenUnknown::of);
        return new Rule(name, when, actions, unknown);
    }

    /** {@code always}, or a mapping. */
    private static Condition condition(PolicyEntry entry, Set<Path> lists) {
        if (entry.isMapping()) {
            return new ConditionReader(lists).read(entry);
        }
        entry.oneOf(List.of("always"));
        return new Condition.All(List.of());
    }
}
