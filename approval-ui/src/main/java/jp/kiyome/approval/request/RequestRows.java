package jp.kiyome.approval.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.ItemId;

/** Reads and writes the table of requests. Stateless. */
final class RequestRows {

    private RequestRows() {}

    static Optional<Request> find(Rows rows, RequestId id) {
        return rows.sql("select * from request where organisation = :organisation and id = :id")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** An item's, the newest first. */
    static List<Request> of(Rows rows, ItemId item) {
        return rows.sql("""
                select * from request where organisation = :organisation and item = :item
                order by made desc, id desc limit 200""")
                .param("item", item.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Somebody's, the newest first. */
    static List<Request> of(Rows rows, AccountName requester, int most) {
        return rows.sql("""
                select * from request where organisation = :organisation and requester = :requester
                order by made desc, id desc limit :most""")
                .param("requester", requester.value())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    static void insert(Rows rows, Request request) {
        rows.sql("""
                insert into request (organisation, id, item, wanted, requester, reason, state, made, leads,
                    original_sha256, output_sha256, policy_hash, decided_by, decided, comment, chain, step, deadline, look_at, escalated)
                values (:organisation, :id, :item, :wanted, :requester, :reason, :state, :made, :leads,
                    :original, :output, :policy, '', :decided, '', :chain, :step, :deadline, :lookAt, :escalated)""")
                .param("id", request.id().value())
                .param("item", request.item().value())
                .param("wanted", request.wanted().name())
                .param("requester", request.requester().value())
                .param("reason", StoredText.of(request.reason()))
                .param("state", request.phase().name())
                .param("made", Times.of(request.made()))
                .param("leads", request.leads())
                .param("original", request.bond().original())
                .param("output", request.bond().output())
                .param("policy", request.bond().policy())
                .param("decided", Times.of(Instant.EPOCH))
                .param("chain", request.progress().chain().written())
                .param("step", request.progress().step())
                .param("deadline", Times.of(request.progress().deadline()))
                .param("lookAt", Times.of(request.progress().lookAt()))
                .param("escalated", request.progress().escalated())
                .update();
    }

    static void progress(Rows rows, RequestId id, Progress progress) {
        rows.sql("""
                update request set step = :step, deadline = :deadline, look_at = :lookAt, escalated = :escalated
                where organisation = :organisation and id = :id""")
                .param("step", progress.step())
                .param("deadline", Times.of(progress.deadline()))
                .param("lookAt", Times.of(progress.lookAt()))
                .param("escalated", progress.escalated())
                .param("id", id.value())
                .update();
    }

    /** Those that wait and are to be looked at by then, the most urgent first. */
    static List<RequestId> toLookAt(Rows rows, Instant by, int most) {
        return rows.sql("""
                select id from request where organisation = :organisation and state = 'OPEN' and look_at <= :by
                order by look_at, id limit :most""")
                .param("by", Times.of(by))
                .param("most", most)
                .query((row, number) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What somebody has decided on, or another in their place, the latest first. */
    static List<Request> decidedBy(Rows rows, AccountName who, int most) {
        return rows.sql("""
                select r.* from request r
                join (select request, max(decided) as at from approval where organisation = :organisation
                    and (decided_by = :who or stands_for = :named) group by request) a on a.request = r.id
                where r.organisation = :organisation order by a.at desc, r.id desc limit :most""")
                .param("who", who.value())
                .param("named", new Approver.Named(who).written())
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    static void settle(Rows rows, RequestId id, Phase phase, String by, Instant at, Untrusted comment) {
        rows.sql("""
                update request set state = :state, decided_by = :by, decided = :at, comment = :comment
                where organisation = :organisation and id = :id""")
                .param("state", phase.name())
                .param("by", by)
                .param("at", Times.of(at))
                .param("comment", StoredText.of(comment))
                .param("id", id.value())
                .update();
    }

    static Request read(ResultSet row) throws SQLException {
        return new Request(
                new RequestId(row.getObject("id", UUID.class)),
                new ItemId(row.getObject("item", UUID.class)),
                Wanted.valueOf(row.getString("wanted")),
                new AccountName(row.getString("requester")),
                StoredText.read(row.getString("reason")),
                Phase.valueOf(row.getString("state")),
                Times.read(row, "made"),
                row.getBoolean("leads"),
                new Bond(
                        row.getString("original_sha256"), row.getString("output_sha256"), row.getString("policy_hash")),
                new Progress(
                        Chain.read(row.getString("chain")),
                        row.getInt("step"),
                        Times.read(row, "deadline"),
                        Times.read(row, "look_at"),
                        row.getBoolean("escalated")),
                row.getString("decided_by"),
                Times.read(row, "decided"),
                StoredText.read(row.getString("comment")));
    }
}
