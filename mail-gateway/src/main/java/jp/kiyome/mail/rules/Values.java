package jp.kiyome.mail.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.policy.file.PolicyEntry;

/** Reads values of a rule; every fault is told to its entry. Stateless. */
final class Values {

    private static final long MOST_BYTES = 16L << 30;
    private static final int MOST_COUNT = 1_000_000;
    static final List<String> YES_OR_NO = List.of("yes", "no");

    private Values() {}

    /** Keys of a mapping; any other is a fault. */
    static Map<String, PolicyEntry> entries(PolicyEntry whole, Collection<String> known) {
        Map<String, PolicyEntry> entries = new LinkedHashMap<>();
        whole.entries().forEach((name, entry) -> {
            if (known.contains(name)) {
                entries.put(name, entry);
            } else {
                entry.unknownKey(known);
            }
        });
        return entries;
    }

    /** One value or a list of some; never empty without a fault. */
    static List<PolicyEntry> oneOrMore(PolicyEntry entry) {
        if (!entry.isList()) {
            return List.of(entry);
        }
        List<PolicyEntry> items = entry.items();
        if (items.isEmpty()) {
            entry.wrong(RuleFault.EMPTY.text());
        }
        return items;
    }

    static <T> Set<T> all(PolicyEntry entry, Function<String, Optional<T>> reader, RuleFault fault) {
        Set<T> all = new LinkedHashSet<>();
        for (PolicyEntry one : oneOrMore(entry)) {
            read(one, reader, fault).ifPresent(all::add);
        }
        return all;
    }

    static <T> Optional<T> read(PolicyEntry entry, Function<String, Optional<T>> reader, RuleFault fault) {
        Optional<String> word = entry.word();
        Optional<T> read = word.flatMap(reader);
        if (word.isPresent() && read.isEmpty()) {
            entry.wrong(fault.text(Untrusted.of(word.get())));
        }
        return read;
    }

    static List<String> words(PolicyEntry entry) {
        return new ArrayList<>(all(
                entry,
                text -> Optional.of(text).filter(word -> !Folded.of(word).text().isBlank()),
                RuleFault.NOT_A_WORD));
    }

    static Set<String> ofThese(PolicyEntry entry, Collection<String> known) {
        Set<String> all = new LinkedHashSet<>();
        for (PolicyEntry one : oneOrMore(entry)) {
            one.oneOf(known).ifPresent(all::add);
        }
        return all;
    }

    static Optional<Boolean> yes(PolicyEntry entry) {
        return entry.oneOf(YES_OR_NO).map("yes"::equals);
    }

    static Optional<Expression> expression(PolicyEntry entry) {
        return read(entry, Expression::read, RuleFault.NOT_AN_EXPRESSION);
    }

    static OptionalLong bytes(Optional<PolicyEntry> entry) {
        return entry.map(one -> one.quantity(LimitName.Unit.BYTES, 0, MOST_BYTES))
                .orElse(OptionalLong.empty());
    }

    static OptionalLong count(Optional<PolicyEntry> entry) {
        return entry.map(one -> one.quantity(LimitName.Unit.COUNT, 0, MOST_COUNT))
                .orElse(OptionalLong.empty());
    }
}
