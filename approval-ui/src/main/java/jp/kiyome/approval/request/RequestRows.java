package jp.kiyome.approval.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                    original_sha256, output_sha256, policy_hash, decided_by, decided, comment)
                values (:organisation, :id, :item, :wanted, :requester, :reason, :state, :made, :leads,
                    :original, :output, :policy, '', :decided, '')""")
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
                .update();
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
                row.getString("decided_by"),
                Times.read(row, "decided"),
                StoredText.read(row.getString("comment")));
    }
}
