package jp.kiyome.quarantine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.PartFinding;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.reprocess.task.TaskRows;

/** Writes the rows of items. */
final class ItemRows {

    private ItemRows() {}

    static void insert(Rows rows, Arrival arrival, Digest original) {
        rows.sql("""
            insert into item (organisation, id, kind, group_name, title, sender, state, received, changed, retain_until,
                original_sha256, original_size, engine_version, policy_hash)
            values (:organisation, :id, :kind, :group, :title, :sender, :state, :received, :received, :retainUntil,
                :sha256, :size, '', '')\
            """)
                .param("id", arrival.id().value())
                .param("kind", arrival.kind().name())
                .param("group", arrival.group().name())
                .param("title", StoredText.of(arrival.title()))
                .param("sender", StoredText.of(arrival.sender()))
                .param("state", State.RECEIVED.name())
                .param("received", Times.of(arrival.received()))
                .param("retainUntil", Times.of(arrival.retainUntil()))
                .param("sha256", original.sha256())
                .param("size", original.size())
                .update();
        List<Map<String, Object>> recipients = new ArrayList<>();
        for (int i = 0; i < arrival.recipients().size(); i++) {
            recipients.add(Map.of(
                    "item", arrival.id().value(),
                    "number", i,
                    "address", StoredText.of(arrival.recipients().get(i))));
        }
        rows.each("""
                insert into recipient (organisation, item, number, address)
                values (:organisation, :item, :number, :address)\
                """, recipients);
    }

    static void state(Rows rows, ItemId id, State state, Instant changed) {
        rows.sql("update item set state = :state, changed = :changed where organisation = :organisation and id = :id")
                .param("state", state.name())
                .param("changed", Times.of(changed))
                .param("id", id.value())
                .update();
    }

    static void conclude(Rows rows, ItemId id, Conclusion conclusion) {
        rows.sql("""
            update item set engine_version = :engine, policy_hash = :policy
            where organisation = :organisation and id = :id\
            """)
                .param("engine", conclusion.engineVersion())
                .param("policy", conclusion.policyHash())
                .param("id", id.value())
                .update();
        rows.sql("""
            insert into item_report (organisation, item, report, receipt)
            values (:organisation, :id, :report, :receipt)\
            """)
                .param("report", conclusion.report())
                .param("receipt", conclusion.receipt())
                .param("id", id.value())
                .update();
        parts(rows, id, conclusion.root().all().toList());
    }

    private static void parts(Rows rows, ItemId id, List<Part> parts) {
        List<Map<String, Object>> partValues = new ArrayList<>();
        List<Map<String, Object>> findingValues = new ArrayList<>();
        for (Part part : parts) {
            for (PartFinding finding : part.findings()) {
                findingValues.add(Map.of(
                        "item", id.value(),
                        "part", partValues.size(),
                        "code", finding.code(),
                        "action", finding.action().name(),
                        "amount", finding.count()));
            }
            partValues.add(values(id, part, partValues.size()));
        }
        rows.each("""
                    insert into part (organisation, item, number, path, name, output_name, type, verdict, reason,
                        input_sha256, input_size, output_sha256, output_size)
                    values (:organisation, :item, :number, :path, :name, :outputName, :type, :verdict, :reason,
                        :input, :inputSize, :output, :outputSize)\
                    """, partValues);
        rows.each("""
                insert into part_finding (organisation, item, part, code, action, amount)
                values (:organisation, :item, :part, :code, :action, :amount)\
                """, findingValues);
    }

    private static Map<String, Object> values(ItemId id, Part part, int number) {
        return Map.ofEntries(
                Map.entry("item", id.value()),
                Map.entry("number", number),
                Map.entry("path", part.path()),
                Map.entry("name", StoredText.of(part.name())),
                Map.entry("outputName", StoredText.of(part.outputName())),
                Map.entry("type", part.type()),
                Map.entry("verdict", part.verdict().name()),
                Map.entry("reason", part.reason()),
                Map.entry("input", part.input().sha256()),
                Map.entry("inputSize", part.input().size()),
                Map.entry("output", part.output().map(Digest::sha256).orElse("")),
                Map.entry("outputSize", part.output().map(Digest::size).orElse(-1L)));
    }

    /** Forgets what processing came to. */
    static void forgetConclusion(Rows rows, ItemId id) {
        for (String table : List.of("part_finding", "part", "item_report")) {
            delete(rows, table, id);
        }
    }

    /** Forgets everything but that the item was here: its id, its times, its hash and its trail. */
    static void forget(Rows rows, ItemId id) {
        forgetConclusion(rows, id);
        TaskRows.forget(rows, id);
        for (String table : List.of(
                "assessment",
                "recipient",
                "keyword",
                "item_text",
                "reprocessed",
                "outbox",
                "sender_identity",
                "waiting_claim",
                "waiting")) {
            delete(rows, table, id);
        }
        rows.sql("update item set title = '', sender = '' where organisation = :organisation and id = :id")
                .param("id", id.value())
                .update();
    }

    private static void delete(Rows rows, String table, ItemId id) {
        rows.sql("delete from " + table + " where organisation = :organisation and item = :item")
                .param("item", id.value())
                .update();
    }

    static void assess(Rows rows, ItemId id, Assessment assessment) {
        OpinionColumns columns = OpinionColumns.of(assessment.opinion());
        rows.sql("""
            insert into assessment (organisation, item, number, source, version, signatures, sha256, opinion, score, words, given)
            select :organisation, cast(:item as uuid), coalesce(max(number), 0) + 1, cast(:source as varchar),
                cast(:version as varchar), cast(:signatures as timestamp(3) with time zone), cast(:sha256 as varchar), cast(:opinion as varchar), cast(:score as double precision),
                cast(:words as varchar), cast(:given as timestamp(3) with time zone)
            from assessment where organisation = :organisation and item = :item\
            """)
                .param("item", id.value())
                .param("source", assessment.source())
                .param("version", StoredText.of(Untrusted.of(assessment.version())))
                .param("signatures", assessment.signatures().map(Times::of).orElse(null))
                .param("sha256", assessment.sha256())
                .param("opinion", columns.opinion())
                .param("score", columns.score())
                .param("words", columns.words())
                .param("given", Times.of(assessment.at()))
                .update();
    }
}
