package jp.kiyome.approval.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Table;

/** Every page and action there is, with who may: {@code access.tsv} beside this class. What is not in it does not exist. */
public record AccessTable(List<AccessRow> rows) {

    public AccessTable {
        rows = List.copyOf(rows);
    }

    /** The table of this version. */
    public static AccessTable ours() {
        return new AccessTable(
                Table.of(Objects.requireNonNull(AccessTable.class.getResource("access.tsv"))).rows().stream()
                        .map(AccessTable::row)
                        .toList());
    }

    private static AccessRow row(List<String> fields) {
        return new AccessRow(
                fields.get(0),
                fields.get(1),
                Who.parse(fields.get(2)),
                fields.get(3).equals("-")
                        ? Relation.NONE
                        : Relation.valueOf(fields.get(3).toUpperCase(Locale.ROOT)),
                fields.get(4).equals("*") ? Set.of() : Set.of(fields.get(4).split(" ")),
                Served.valueOf(fields.get(5).toUpperCase(Locale.ROOT)));
    }

    /**
     * A row that a request is for.
     *
     * @param named what stands in the place of the path
     */
    public record Match(AccessRow row, String named) {}

    public Optional<Match> find(String method, String path) {
        for (AccessRow row : rows) {
            Optional<String> named = row.match(method, path);
            if (named.isPresent()) {
                return Optional.of(new Match(row, named.get()));
            }
        }
        return Optional.empty();
    }
}
