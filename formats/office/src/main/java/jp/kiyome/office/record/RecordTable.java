package jp.kiyome.office.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.office.value.AllowLines;

/**
 * The records that an allow-list names. One line each, a line that begins with {@code +} goes on with the one before:
 *
 * <pre>
 * TYPE NAME container INSTANCES CHILD...
 * TYPE NAME atom VERSION INSTANCES FIELD...
 * TYPE NAME code INSTANCES CODEC
 * TYPE NAME drop FINDING
 * </pre>
 *
 * INSTANCES are numbers as in a {@link Field}, or {@code *}. Immutable; threads may share it.
 */
public final class RecordTable {

    private final Map<Integer, RecordRule> byType = new HashMap<>();

    /** Reads the table that stands beside a class. */
    public static RecordTable beside(Class<?> owner, String file) {
        RecordTable table = new RecordTable();
        List<String> entry = new ArrayList<>();
        for (List<String> words : AllowLines.of(owner, file)) {
            if (!words.getFirst().equals("+")) {
                table.add(entry);
                entry.clear();
                entry.addAll(words);
            } else {
                entry.addAll(words.subList(1, words.size()));
            }
        }
        table.add(entry);
        return table;
    }

    private RecordTable() {}

    /** What becomes of records of a type; empty where nobody named it. */
    public Optional<RecordRule> rule(int type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The name of a type, for people: its number where it has none. */
    public String name(int type) {
        return rule(type).map(RecordRule::name).orElse("0x" + Integer.toHexString(type));
    }

    private void add(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        if (byType.put(Integer.decode(words.getFirst()), rule(words)) != null) {
            throw new IllegalStateException("twice in the table: " + words);
        }
    }

    private static RecordRule rule(List<String> words) {
        String name = words.get(1);
        List<String> rest = words.subList(3, words.size());
        return switch (words.get(2)) {
            case "drop" -> new RecordRule.Drop(name, rest.getFirst());
            case "container" ->
                new RecordRule.Container(name, instances(rest.getFirst()), rest.subList(1, rest.size()));
            case "code" -> new RecordRule.Coded(name, instances(rest.get(0)), rest.get(1));
            case "atom" ->
                new RecordRule.Atom(
                        name,
                        Integer.parseInt(rest.get(0)),
                        instances(rest.get(1)),
                        Layout.parse(rest.subList(2, rest.size())));
            default -> throw new IllegalStateException("no rule: " + words);
        };
    }

    private static Values instances(String word) {
        return word.equals("*") ? Values.any() : Values.parse(word.substring(1, word.length() - 1));
    }
}
