package jp.kiyome.mail.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.policy.file.PolicyEntry;

/** Reads conditions. Keys that stand together hold together. Not thread-safe. */
final class ConditionReader {

    /** Conditions in conditions. */
    private static final int MOST_DEPTH = 8;
    /** Tests of one rule. */
    private static final int MOST_TESTS = 200;

    private static final String ALL = "all";
    private static final String ANY = "any";
    private static final String NOT = "not";

    private final Set<Path> lists;
    private int tests;

    /** @param lists takes the files that conditions read */
    ConditionReader(Set<Path> lists) {
        this.lists = lists;
    }

    Condition read(PolicyEntry entry) {
        return read(entry, 0);
    }

    private Condition read(PolicyEntry entry, int depth) {
        List<Condition> together = new ArrayList<>();
        if (depth > MOST_DEPTH) {
            entry.wrong(RuleFault.TOO_DEEP.text(MOST_DEPTH));
            return new Condition.All(together);
        }
        entry.entries().forEach((key, below) -> one(key, below, depth).ifPresent(together::add));
        if (entry.isMapping() && entry.entries().isEmpty()) {
            entry.wrong(RuleFault.EMPTY.text());
        }
        return together.size() == 1 ? together.getFirst() : new Condition.All(together);
    }

    private Optional<Condition> one(String key, PolicyEntry entry, int depth) {
        return switch (key) {
            case ALL -> Optional.of(new Condition.All(several(entry, depth)));
            case ANY -> Optional.of(new Condition.Any(several(entry, depth)));
            case NOT -> Optional.of(new Condition.Not(read(entry, depth + 1)));
            default -> test(key, entry);
        };
    }

    private List<Condition> several(PolicyEntry entry, int depth) {
        List<Condition> several = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            several.add(read(item, depth + 1));
        }
        if (several.isEmpty()) {
            entry.wrong(RuleFault.EMPTY.text());
        }
        return several;
    }

    private Optional<Condition> test(String key, PolicyEntry entry) {
        if (++tests > MOST_TESTS) {
            entry.wrong(RuleFault.TOO_MANY.text(MOST_TESTS));
            return Optional.empty();
        }
        if (!Tests.keys().contains(key)) {
            List<String> known = new ArrayList<>(List.of(ALL, ANY, NOT));
            known.addAll(Tests.keys());
            entry.unknownKey(known);
            return Optional.empty();
        }
        return Tests.read(key, entry, lists).map(test -> test);
    }
}
