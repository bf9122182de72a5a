package jp.kiyome.approval.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Turn;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Role;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Group;

/** Reads and writes whose turn it is, and who has decided what. Stateless. */
final class TurnRows {

    /** The role of a turn that whoever may decide can fill. */
    static final String WHOEVER = "*";

    private TurnRows() {}

    static void insert(Rows rows, RequestId request, Turn turn) {
        String role =
                switch (turn.who()) {
                    case Approver.Whoever _ -> WHOEVER;
                    case Approver.Holder holder -> holder.role().name();
                    case Approver.Named _ -> "";
                };
        Group group =
                switch (turn.who()) {
                    case Approver.Whoever whoever -> whoever.group().orElse(Group.WHOLE);
                    case Approver.Holder holder -> holder.group().orElse(Group.WHOLE);
                    case Approver.Named _ -> Group.WHOLE;
                };
        String account =
                turn.who() instanceof Approver.Named named ? named.name().value() : "";
        rows.sql("""
                insert into request_turn (organisation, request, step, slot, role, group_name, account, stands_in, open)
                values (:organisation, :request, :step, :slot, :role, :group, :account, :standsIn, :open)""")
                .param("request", request.value())
                .param("step", turn.step())
                .param("slot", turn.slot())
                .param("role", role)
                .param("group", group.name())
                .param("account", account)
                .param("standsIn", turn.standsIn())
                .param("open", turn.open())
                .update();
    }

    /** A place is filled, or with a slot below 0 the whole step. */
    static void close(Rows rows, RequestId request, int step, int slot) {
        rows.sql("""
                update request_turn set open = false where organisation = :organisation and request = :request and step = :step
                and (:slot < 0 or slot = :slot)""")
                .param("request", request.value())
                .param("step", step)
                .param("slot", slot)
                .update();
    }

    /** All that the request has come to, in order. */
    static List<Turn> of(Rows rows, RequestId request) {
        return rows.sql("""
                select * from request_turn where organisation = :organisation and request = :request
                order by step, slot, stands_in""")
                .param("request", request.value())
                .query((row, number) -> turn(row))
                .list();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        String role = row.getString("role");
        String account = row.getString("account");
        Optional<Group> group = Optional.of(new Group(row.getString("group_name")));
        Approver who;
        if (!account.isEmpty()) {
            who = new Approver.Named(new AccountName(account));
        } else if (role.equals(WHOEVER)) {
            who = new Approver.Whoever(group);
        } else {
            who = new Approver.Holder(Role.valueOf(role), group);
        }
        return new Turn(
                row.getInt("step"), row.getInt("slot"), who, row.getBoolean("stands_in"), row.getBoolean("open"));
    }

    static void insert(Change change, RequestId request, int number, Approval approval) {
        change.rows()
                .sql("""
                        insert into approval (organisation, request, number, step, slot, decision, decided_by, stands_for,
                            decided, comment)
                        values (:organisation, :request, :number, :step, :slot, :decision, :by, :standsFor, :at, :comment)""")
                .param("request", request.value())
                .param("number", number)
                .param("step", approval.step())
                .param("slot", approval.slot())
                .param("decision", approval.decision().name())
                .param("by", approval.by().value())
                .param("standsFor", approval.standsFor().map(Approver::written).orElse(""))
                .param("at", Times.of(approval.at()))
                .param("comment", StoredText.of(approval.comment()))
                .update();
    }

    /** In the order in which they were made. */
    static List<Approval> approvals(Rows rows, RequestId request) {
        return rows.sql("""
                select * from approval where organisation = :organisation and request = :request order by number""")
                .param("request", request.value())
                .query((row, number) -> approval(row))
                .list();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        Untrusted comment = StoredText.read(row.getString("comment"));
        return new Approval(
                row.getInt("step"),
                row.getInt("slot"),
                Decision.valueOf(row.getString("decision")),
                new AccountName(row.getString("decided_by")),
                Approver.read(row.getString("stands_for")),
                Times.read(row, "decided"),
                comment);
    }
}
