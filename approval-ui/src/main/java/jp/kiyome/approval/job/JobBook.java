package jp.kiyome.approval.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.search.SearchForm;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.StoredText;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.SkipReason;

/** Reads and writes the tables of jobs. Stateless. */
final class JobBook {

    private static final String RESULT = "RESULT";
    private static final String SKIPPED = "SKIPPED";

    private JobBook() {}

    static void insert(Rows rows, Job job) {
        rows.sql("""
                insert into job (organisation, id, kind, dry, again, group_name, query, policy, account, begun, ended, state,
                    stopping, total, done)
                values (:organisation, :id, :kind, :dry, :again, :group, :query, :policy, :account, :begun, :never, :state,
                    false, :total, 0)""")
                .param("id", job.id().value())
                .param("kind", job.order().kind().name())
                .param("dry", job.order().dry())
                .param("again", job.order().again())
                .param("group", job.order().group().name())
                .param("query", job.order().form().query())
                .param("policy", StoredText.of(job.order().policy()))
                .param("account", job.by().value())
                .param("begun", Times.of(job.begun()))
                .param("never", Times.of(Instant.EPOCH))
                .param("state", job.state().name())
                .param("total", job.total())
                .update();
    }

    static Optional<Job> find(Rows rows, JobId id) {
        return rows.sql("select * from job where organisation = :organisation and id = :id")
                .param("id", id.value())
                .query((row, number) -> job(row))
                .optional();
    }

    /** The newest first. */
    static List<Job> all(Rows rows, Order.Kind kind, int most) {
        return rows.sql("""
                select * from job where organisation = :organisation and kind = :kind
                order by begun desc, id desc limit :most""")
                .param("kind", kind.name())
                .param("most", most)
                .query((row, number) -> job(row))
                .list();
    }

    private static Job job(ResultSet row) throws SQLException {
        Instant ended = Times.read(row, "ended");
        return new Job(
                new JobId(row.getObject("id", UUID.class)),
                new Order(
                        Order.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("dry"),
                        row.getBoolean("again"),
                        new Group(row.getString("group_name")),
                        SearchForm.ofQuery(row.getString("query")),
                        StoredText.read(row.getString("policy"))),
                new AccountName(row.getString("account")),
                Times.read(row, "begun"),
                ended.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(ended),
                JobState.valueOf(row.getString("state")),
                row.getBoolean("stopping"),
                row.getLong("total"),
                row.getLong("done"));
    }

    /** Goes on with one that ended before its end. */
    static void begin(Rows rows, JobId id, AccountName by) {
        rows.sql("""
                update job set state = 'RUNNING', stopping = false, ended = :never, account = :by
                where organisation = :organisation and id = :id""")
                .param("never", Times.of(Instant.EPOCH))
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    /** What nobody works on any more. */
    static int interrupt(Rows rows, Instant now) {
        return rows.sql("""
                update job set state = 'INTERRUPTED', ended = :now where organisation = :organisation and state = 'RUNNING'""").param("now", Times.of(now)).update();
    }

    static boolean isAnyRunning(Rows rows) {
        return rows.sql("select count(*) from job where organisation = :organisation and state = 'RUNNING'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    static void progress(Rows rows, JobId id, long total, long done) {
        rows.sql("update job set total = :total, done = :done where organisation = :organisation and id = :id")
                .param("total", total)
                .param("done", done)
                .param("id", id.value())
                .update();
    }

    static void askToStop(Rows rows, JobId id) {
        rows.sql("""
                update job set stopping = true where organisation = :organisation and id = :id and state = 'RUNNING'""").param("id", id.value()).update();
    }

    static void end(Rows rows, JobId id, JobState state, Instant now) {
        rows.sql("update job set state = :state, ended = :now where organisation = :organisation and id = :id")
                .param("state", state.name())
                .param("now", Times.of(now))
                .param("id", id.value())
                .update();
    }

    static void write(Rows rows, JobId id, JobOutcome outcome) {
        for (String table : List.of("job_count", "job_line")) {
            rows.sql("delete from " + table + " where organisation = :organisation and job = :job")
                    .param("job", id.value())
                    .update();
        }
        List<Map<String, Object>> counts = new ArrayList<>();
        outcome.results()
                .forEach((result, amount) ->
                        counts.add(Map.of("job", id.value(), "area", RESULT, "name", result.name(), "amount", amount)));
        outcome.skips()
                .forEach((reason, amount) -> counts.add(
                        Map.of("job", id.value(), "area", SKIPPED, "name", reason.name(), "amount", amount)));
        rows.each("""
                insert into job_count (organisation, job, area, name, amount)
                values (:organisation, :job, :area, :name, :amount)""", counts);
        rows.each("""
                insert into job_line (organisation, job, number, item, result, verdict_before, verdict_after, reason)
                values (:organisation, :job, :number, :item, :result, :before, :after, :reason)""", outcome.lines().stream().map(line -> line(id, line)).toList());
    }

    private static Map<String, Object> line(JobId id, JobLine line) {
        return Map.of(
                "job", id.value(),
                "number", line.number(),
                "item", line.item().value(),
                "result", line.result().name(),
                "before", line.before(),
                "after", line.after(),
                "reason", line.reason());
    }

    static JobCounts counts(Rows rows, JobId id) {
        Map<Result, Long> results = new EnumMap<>(Result.class);
        Map<SkipReason, Long> skips = new EnumMap<>(SkipReason.class);
        rows.sql("select area, name, amount from job_count where organisation = :organisation and job = :job")
                .param("job", id.value())
                .query(row -> {
                    if (row.getString("area").equals(RESULT)) {
                        results.put(Result.valueOf(row.getString("name")), row.getLong("amount"));
                    } else {
                        skips.put(SkipReason.valueOf(row.getString("name")), row.getLong("amount"));
                    }
                });
        return new JobCounts(results, skips);
    }

    /** In the order of the run, behind a number. */
    static List<JobLine> lines(Rows rows, JobId id, long behind, int most) {
        return rows.sql("""
                select * from job_line where organisation = :organisation and job = :job and number > :behind
                order by number limit :most""")
                .param("job", id.value())
                .param("behind", behind)
                .param("most", most)
                .query((row, number) -> new JobLine(
                        row.getLong("number"),
                        new ItemId(row.getObject("item", UUID.class)),
                        Result.valueOf(row.getString("result")),
                        row.getString("verdict_before"),
                        row.getString("verdict_after"),
                        row.getString("reason")))
                .list();
    }
}
