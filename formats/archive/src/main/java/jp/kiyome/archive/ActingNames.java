package jp.kiyome.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.text.Table;

/** Names by which a file acts where it lies, whatever is in it: the table {@code acting-names.tsv}. Immutable. */
final class ActingNames {

    /** What a policy says of them. */
    static final PolicyOption OPTION = PolicyOption.of("archive.acting-names", "remove", "keep");

    /**
     * A row of the table.
     *
     * @param notice whether its absence is worth a notice
     */
    record Row(String pattern, boolean notice) {}

    private final Map<String, Row> names = new HashMap<>();
    private final Map<String, Row> extensions = new HashMap<>();
    private final List<Row> starts = new ArrayList<>();

    private ActingNames(Table table) {
        for (List<String> fields : table.rows()) {
            Row row = new Row(fields.get(0), fields.get(1).equals("notice"));
            if (row.pattern.startsWith("*.")) {
                extensions.put(row.pattern.substring(2), row);
            } else if (row.pattern.endsWith("*")) {
                starts.add(row);
            } else {
                names.put(row.pattern, row);
            }
        }
    }

    static ActingNames load() {
        return new ActingNames(Table.of(Objects.requireNonNull(ActingNames.class.getResource("acting-names.tsv"))));
    }

    /** @param name clean, without folders */
    Optional<Row> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Row row = names.get(lower);
        if (row == null) {
            row = extensions.get(lower.substring(lower.lastIndexOf('.') + 1));
        }
        return Optional.ofNullable(row).or(() -> starts.stream()
                .filter(start -> lower.startsWith(start.pattern.substring(0, start.pattern.length() - 1)))
                .findFirst());
    }
}
