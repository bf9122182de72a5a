package jp.kiyome.approval.person;

import java.util.List;
import java.util.function.Predicate;

/** Which groups of a directory or a provider have which roles here. Immutable; threads may share it. */
public record RoleTable(List<Row> rows) {

    /** Everybody whom the directory or provider knows. */
    public static final String EVERYBODY = "*";

    /**
     * What one group is here.
     *
     * @param group as the directory or provider names it; {@link #EVERYBODY} for all
     */
    public record Row(String group, Grant grant) {}

    public RoleTable {
        rows = List.copyOf(rows);
    }

    /** The roles of somebody, each once. Empty for one who has no business here. */
    public List<Grant> grants(Predicate<String> isMember) {
        return rows.stream()
                .filter(row -> row.group().equals(EVERYBODY) || isMember.test(row.group()))
                .map(Row::grant)
                .distinct()
                .toList();
    }
}
