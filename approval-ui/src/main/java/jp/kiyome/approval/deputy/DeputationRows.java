package jp.kiyome.approval.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.Times;

/** Reads and writes the table of deputations. Stateless. */
final class DeputationRows {

    /** Of one person at a time, or of one list. */
    static final int MOST = 100;

    private DeputationRows() {}

    static void insert(Rows rows, Deputation one) {
        rows.sql("""
                insert into deputation (organisation, id, approver, deputy, begins, ends, named_by)
                values (:organisation, :id, :approver, :deputy, :begins, :ends, :by)""")
                .param("id", one.id())
                .param("approver", one.approver().value())
                .param("deputy", one.deputy().value())
                .param("begins", Times.of(one.from()))
                .param("ends", Times.of(one.until()))
                .param("by", one.namedBy())
                .update();
    }

    static Optional<Deputation> find(Rows rows, UUID id) {
        return rows.sql("select * from deputation where organisation = :organisation and id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    static void end(Rows rows, UUID id, Instant at) {
        rows.sql("update deputation set ends = :at where organisation = :organisation and id = :id")
                .param("at", Times.of(at))
                .param("id", id)
                .update();
    }

    /** Whose place somebody takes then. */
    static List<Deputation> of(Rows rows, AccountName deputy, Instant at) {
        return rows.sql("""
                select * from deputation where organisation = :organisation and deputy = :deputy and begins <= :at and ends > :at
                order by approver, id limit :most""")
                .param("deputy", deputy.value())
                .param("at", Times.of(at))
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    /** Who takes somebody's place then. */
    static List<Deputation> standingIn(Rows rows, AccountName approver, Instant at) {
        return rows.sql("""
                select * from deputation where organisation = :organisation and approver = :approver and begins <= :at
                and ends > :at order by deputy, id limit :most""")
                .param("approver", approver.value())
                .param("at", Times.of(at))
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    /** What is not over: all, or what somebody is in. */
    static List<Deputation> all(Rows rows, Optional<AccountName> who, Instant at) {
        return rows.sql("""
                select * from deputation where organisation = :organisation and ends > :at
                and (:who = '' or approver = :who or deputy = :who) order by begins, id limit :most""")
                .param("who", who.map(AccountName::value).orElse(""))
                .param("at", Times.of(at))
                .param("most", MOST)
                .query((row, number) -> read(row))
                .list();
    }

    private static Deputation read(ResultSet row) throws SQLException {
        return new Deputation(
                row.getObject("id", UUID.class),
                new AccountName(row.getString("approver")),
                new AccountName(row.getString("deputy")),
                Times.read(row, "begins"),
                Times.read(row, "ends"),
                row.getString("named_by"));
    }
}
