package jp.kiyome.quarantine.reprocess.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;

/** Reads and writes the rows of tasks. */
public final class TaskRows {

    static final String SUBJECT = "number, item, kind, place, reading, start_at, length, tries";
    static final String WAITING = "WAITING";
    static final String BEGUN = "BEGUN";
    static final String DONE = "DONE";

    private TaskRows() {}

    static void insert(Rows rows, UUID run, long first, List<Draft> drafts) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Draft draft : drafts) {
            Map<String, Object> row = subject(draft.subject());
            row.put("run", run);
            row.put("number", first + values.size());
            row.put("state", draft.skip().isPresent() ? DONE : WAITING);
            row.put("result", draft.skip().isPresent() ? Result.SKIPPED.name() : "");
            row.put("reason", draft.skip().map(skip -> skip.reason().name()).orElse(""));
            row.put("detail", StoredText.of(draft.skip().map(Draft.Skip::detail).orElse(Untrusted.nothing())));
            values.add(row);
        }
        rows.each("""
                    insert into reprocess_task (organisation, run, number, item, kind, place, reading, start_at, length, state,
                        tries, result, verdict_before, verdict_after, reason, detail)
                    values (:organisation, :run, :number, cast(nullif(:item, '') as uuid), :kind, :place, :reading, :start, :length, :state,
                        0, :result, '', '', :reason, :detail)\
                    """, values);
    }

    private static Map<String, Object> subject(Subject subject) {
        Map<String, Object> row = new HashMap<>();
        switch (subject) {
            case Subject.Stored(ItemId item) ->
                row.putAll(Map.of(
                        "item", item.toString(), "kind", "", "place", "", "reading", "", "start", 0L, "length", -1L));
            case Subject.Outside outside ->
                row.putAll(Map.of(
                        "item",
                        "",
                        "kind",
                        outside.kind().name(),
                        "place",
                        StoredText.of(outside.place()),
                        "reading",
                        outside.reading().name(),
                        "start",
                        outside.start(),
                        "length",
                        outside.length()));
        }
        return row;
    }

    static Task task(ResultSet row) throws SQLException {
        return new Task(row.getLong("number"), subject(row), row.getInt("tries"));
    }

    static Subject subject(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        if (kind.isEmpty()) {
            return new Subject.Stored(new ItemId(row.getObject("item", UUID.class)));
        }
        return new Subject.Outside(
                Kind.valueOf(kind),
                StoredText.read(row.getString("place")),
                Reading.valueOf(row.getString("reading")),
                row.getLong("start_at"),
                row.getLong("length"));
    }

    static Told told(ResultSet row) throws SQLException {
        UUID item = row.getObject("item", UUID.class);
        return new Told(
                subject(row),
                new Done(
                        row.getLong("number"),
                        Optional.ofNullable(item).map(ItemId::new),
                        Result.valueOf(row.getString("result")),
                        verdict(row.getString("verdict_before")),
                        verdict(row.getString("verdict_after")),
                        row.getString("reason"),
                        StoredText.read(row.getString("detail"))));
    }

    private static Optional<Verdict> verdict(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Verdict.valueOf(name));
    }

    /** Whether a task is done: somebody who was taken to be gone may have done it. */
    public static boolean isDone(Rows rows, UUID run, long number) {
        return rows.sql("""
            select count(*) from reprocess_task
            where organisation = :organisation and run = :run and number = :number and state = 'DONE'\
            """)
                        .param("run", run)
                        .param("number", number)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Writes down what tasks came to, in the transaction that makes it so. */
    public static void finish(Rows rows, UUID run, List<Done> all) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Done done : all) {
            Map<String, Object> row = new HashMap<>(Map.of(
                    "run", run,
                    "number", done.number(),
                    "item", done.item().map(ItemId::toString).orElse(""),
                    "result", done.result().name(),
                    "before", done.before().map(Verdict::name).orElse(""),
                    "after", done.after().map(Verdict::name).orElse(""),
                    "reason", done.reason(),
                    "detail", StoredText.of(done.detail())));
            values.add(row);
        }
        rows.each("""
                update reprocess_task set state = 'DONE', item = coalesce(cast(nullif(:item, '') as uuid), item),
                    result = :result, verdict_before = :before, verdict_after = :after, reason = :reason, detail = :detail
                where organisation = :organisation and run = :run and number = :number and state <> 'DONE'\
                """, values);
    }

    /** Forgets where an erased item lay. */
    public static void forget(Rows rows, ItemId item) {
        rows.sql("""
            update reprocess_task set place = '', detail = '' where organisation = :organisation and item = :item\
            """).param("item", item.value()).update();
    }
}
