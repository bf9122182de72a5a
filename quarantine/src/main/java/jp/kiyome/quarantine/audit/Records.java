package jp.kiyome.quarantine.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
