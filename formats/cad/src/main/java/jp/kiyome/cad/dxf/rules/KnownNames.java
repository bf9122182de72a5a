package jp.kiyome.cad.dxf.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Table;

/** Names that programs choose and a drawing may use: the table {@code names.allow}. Immutable; threads may share it. */
public final class KnownNames {

    private static final KnownNames NAMES = new KnownNames();

    private final Map<String, Set<String>> byKind = new HashMap<>();
    private final Map<String, ClassRule> classes = new HashMap<>();

    /** A class of records that a program must know by name: as its entry in CLASSES has it. */
    public record ClassRule(String record, String className, String application) {}

    private KnownNames() {
        Table table = Table.of(Objects.requireNonNull(KnownNames.class.getResource("names.allow")));
        for (List<String> row : table.rows()) {
            if (row.get(0).equals("class")) {
                String[] words = row.get(1).split(" ", 3);
                classes.put(words[0], new ClassRule(words[0], words[1], words[2].replace('~', ' ')));
            } else {
                byKind.computeIfAbsent(row.get(0), any -> new HashSet<>()).add(row.get(1));
            }
        }
    }

    public static KnownNames get() {
        return NAMES;
    }

    public boolean rootKey(String key) {
        return has("root", key);
    }

    public boolean extensionKey(String key) {
        return has("extension", key);
    }

    public boolean variableKey(String key) {
        return has("variable", key);
    }

    /** Whether the extended data of a registered application may stay. */
    public boolean application(String name) {
        return has("application", name);
    }

    /** Whether extended data may hold a text. */
    public boolean word(String text) {
        return has("word", text);
    }

    public Optional<ClassRule> classOf(String record) {
        return Optional.ofNullable(classes.get(record));
    }

    private boolean has(String kind, String name) {
        return byKind.getOrDefault(kind, Set.of()).contains(name);
    }
}
