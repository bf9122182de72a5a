package jp.kiyome.mail.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import jp.kiyome.core.policy.file.PolicyEntry;

/** The tests that rules know, by the keys of policy files. Stateless. */
final class Tests {

    /** Reads the value of a key. */
    interface Reader extends BiFunction<PolicyEntry, Set<Path>, Optional<Condition.Test>> {}

    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        READERS.putAll(EnvelopeTests.READERS);
        READERS.putAll(IdentityTests.READERS);
        READERS.putAll(WordTests.READERS);
        READERS.putAll(PartTests.READERS);
        READERS.putAll(ReportTests.READERS);
    }

    private Tests() {}

    static List<String> keys() {
        return List.copyOf(READERS.keySet());
    }

    /** @param lists takes the files that the test reads */
    static Optional<Condition.Test> read(String key, PolicyEntry entry, Set<Path> lists) {
        return Optional.ofNullable(READERS.get(key)).flatMap(reader -> reader.apply(entry, lists));
    }
}
