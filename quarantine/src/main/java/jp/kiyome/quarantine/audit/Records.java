package jp.kiyome.quarantine.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.Times;

/** Reads records in their order. */
final class Records {

    private static final String COLUMNS =
            "select number, at, who, action, subject, detail, previous, hash from audit_record where ";

    private Records() {}

    /** Those behind a number, at most so many. */
    static List<AuditRecord> behind(Rows rows, long number, int most) {
        return rows.sql(COLUMNS + """
                organisation = :organisation and number > :number order by number limit :most""")
                .param("number", number)
                .param("most", most)
                .query((row, at) -> record(rows, row))
                .list();
    }

    /** Those behind a number that are as asked for. Values are always parameters. */
    static List<AuditRecord> search(Rows rows, TrailCriteria criteria, long number, int most) {
        StringBuilder where = new StringBuilder("organisation = :organisation and number > :number");
        Map<String, Object> values = new HashMap<>();
        criteria.who().ifPresent(word -> {
            where.append(" and position(:who in who) > 0");
            values.put("who", word);
        });
        criteria.action().ifPresent(word -> {
            where.append(" and position(:action in action) = 1");
            values.put("action", word);
        });
        criteria.subject().ifPresent(word -> {
            where.append(" and subject = :subject");
            values.put("subject", word);
        });
        criteria.from().ifPresent(at -> {
            where.append(" and at >= :from");
            values.put("from", Times.of(at));
        });
        criteria.until().ifPresent(at -> {
            where.append(" and at < :until");
            values.put("until", Times.of(at));
        });
        return rows.sql(COLUMNS + where + " order by number limit :most")
                .param("number", number)
                .param("most", most)
                .params(values)
                .query((row, at) -> record(rows, row))
                .list();
    }

    static List<AuditRecord> of(Rows rows, String subject) {
        return rows.sql(COLUMNS + "organisation = :organisation and subject = :subject order by number")
                .param("subject", subject)
                .query((row, at) -> record(rows, row))
                .list();
    }

    private static AuditRecord record(Rows rows, ResultSet row) throws SQLException {
        return new AuditRecord(
                rows.organisation(),
                row.getLong("number"),
                Times.read(row, "at"),
                row.getString("who"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
