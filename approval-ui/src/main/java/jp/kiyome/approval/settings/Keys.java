package jp.kiyome.approval.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.policy.file.PolicyEntry;

/** The keys of one place in the file. */
final class Keys {

    private final PolicyEntry whole;
    private final Map<String, PolicyEntry> entries;

    Keys(PolicyEntry whole, Collection<String> known) {
        this.whole = whole;
        this.entries = whole.entries();
        entries.forEach((name, entry) -> {
            if (!known.contains(name)) {
                entry.unknownKey(known);
            }
        });
    }

    Optional<PolicyEntry> get(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    Optional<PolicyEntry> needed(String name) {
        Optional<PolicyEntry> entry = get(name);
        if (entry.isEmpty()) {
            whole.wrong(SettingFault.MISSING.text(name));
        }
        return entry;
    }

    static <T> Optional<T> read(PolicyEntry entry, Function<String, Optional<T>> reader, SettingFault fault) {
        Optional<String> word = entry.word();
        Optional<T> read = word.flatMap(reader);
        if (word.isPresent() && read.isEmpty()) {
            entry.wrong(fault.text(Untrusted.of(word.get())));
        }
        return read;
    }

    <T> Optional<T> one(String name, Function<String, Optional<T>> reader, SettingFault fault) {
        return get(name).flatMap(entry -> read(entry, reader, fault));
    }

    <T> Optional<T> neededOne(String name, Function<String, Optional<T>> reader, SettingFault fault) {
        return needed(name).flatMap(entry -> read(entry, reader, fault));
    }

    Optional<String> text(String name) {
        return get(name).flatMap(PolicyEntry::word);
    }

    Optional<String> neededText(String name) {
        return needed(name).flatMap(PolicyEntry::word);
    }

    int count(String name, int usual, int most) {
        return (int) quantity(name, LimitName.Unit.COUNT, usual, 1, most);
    }

    Optional<Integer> neededPort(String name) {
        return needed(name).map(entry ->
                (int) entry.quantity(LimitName.Unit.COUNT, 1, 65_535).orElse(0));
    }

    long bytes(String name, long usual, long most) {
        return quantity(name, LimitName.Unit.BYTES, usual, 1024, most);
    }

    Duration time(String name, Duration usual, Duration most) {
        return Duration.ofMillis(quantity(name, LimitName.Unit.MILLISECONDS, usual.toMillis(), 10, most.toMillis()));
    }

    private long quantity(String name, LimitName.Unit unit, long usual, long least, long most) {
        return get(name)
                .map(entry -> entry.quantity(unit, least, most).orElse(usual))
                .orElse(usual);
    }

    /** One of these words; the first where nothing is said. */
    String word(String name, List<String> words) {
        return get(name).flatMap(entry -> entry.oneOf(words)).orElse(words.getFirst());
    }

    static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
