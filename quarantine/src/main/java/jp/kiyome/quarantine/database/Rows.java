package jp.kiyome.quarantine.database;

import java.util.List;
import java.util.Map;
import jp.kiyome.quarantine.item.Organisation;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one organisation, in one transaction. A statement that does not say {@code :organisation} is refused, and the caller
 * cannot say which one it is. Valid, and to be used by one thread, until the transaction ends.
 */
public final class Rows {

    private static final String PARAMETER = "organisation";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final Organisation organisation;

    Rows(JdbcClient jdbc, NamedParameterJdbcTemplate many, Organisation organisation) {
        this.jdbc = jdbc;
        this.many = many;
        this.organisation = organisation;
    }

    public Organisation organisation() {
        return organisation;
    }

    /** A statement with its parameter {@code :organisation} set. */
    public JdbcClient.StatementSpec sql(String sql) {
        insistBound(sql);
        return jdbc.sql(sql).param(PARAMETER, organisation.id());
    }

    /** The same statement for each of these values. */
    public void each(String sql, List<Map<String, Object>> values) {
        insistBound(sql);
        if (values.isEmpty()) {
            return;
        }
        MapSqlParameterSource[] sources = new MapSqlParameterSource[values.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new MapSqlParameterSource(values.get(i)).addValue(PARAMETER, organisation.id());
        }
        many.batchUpdate(sql, sources);
    }

    private static void insistBound(String sql) {
        if (!sql.contains(":" + PARAMETER)) {
            throw new IllegalArgumentException("a statement that is bound to no organisation: " + sql);
        }
    }
}
