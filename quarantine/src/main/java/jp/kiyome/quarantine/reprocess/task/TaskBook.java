package jp.kiyome.quarantine.reprocess.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The runs and tasks of an organisation. Whatever a method has written is on disk when it returns. Threads and processes may share
 * it.
 */
public final class TaskBook {

    /** Tasks that are begun or told at a time, at most. */
    public static final int PAGE = 1000;

    private final Database database;
    private final Organisation organisation;
    private final InstantSource clock;

    public TaskBook(Database database, Organisation organisation, InstantSource clock) {
        this.database = database;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Makes room for the organisation where the tables are not the store's own. */
    public void enrol() {
        database.write(
                organisation, rows -> rows.sql("insert into tenant (id) values (:organisation) on conflict do nothing")
                        .update());
    }

    /** The run of this plan that was broken off; else a new one. */
    public Run open(Plan plan) {
        Instant now = clock.instant();
        return database.write(organisation, rows -> find(rows, plan).orElseGet(() -> {
            Run fresh = new Run(UUID.randomUUID(), plan, Run.NOT_SELECTED);
            rows.sql("""
                insert into reprocess_run (organisation, id, selection, engine_version, policy_hash, again, begun, tasks, open)
                values (:organisation, :id, :selection, :engine, :policy, :again, :begun, :tasks, true)\
                """)
                    .param("id", fresh.id())
                    .param("selection", plan.selection())
                    .param("engine", plan.engineVersion())
                    .param("policy", plan.policyHash())
                    .param("again", plan.again())
                    .param("begun", Times.of(now))
                    .param("tasks", fresh.tasks())
                    .update();
            return fresh;
        }));
    }

    private static Optional<Run> find(Rows rows, Plan plan) {
        return rows.sql("""
            select id, tasks from reprocess_run where organisation = :organisation and open
            and selection = :selection and engine_version = :engine and policy_hash = :policy and again = :again
            order by begun desc limit 1\
            """)
                .param("selection", plan.selection())
                .param("engine", plan.engineVersion())
                .param("policy", plan.policyHash())
                .param("again", plan.again())
                .query((row, number) -> new Run(row.getObject("id", UUID.class), plan, row.getLong("tasks")))
                .optional();
    }

    /** A run by its id. */
    public Optional<Run> find(UUID run) {
        return database.read(organisation, rows -> rows.sql("""
            select selection, engine_version, policy_hash, again, tasks from reprocess_run
            where organisation = :organisation and id = :run\
            """)
                .param("run", run)
                .query((row, number) -> new Run(
                        run,
                        new Plan(
                                row.getString("selection"),
                                row.getString("engine_version"),
                                row.getString("policy_hash"),
                                row.getBoolean("again")),
                        row.getLong("tasks")))
                .optional());
    }

    /** Forgets what was selected so far: the selection begins anew. */
    public void clear(UUID run) {
        database.write(organisation, rows -> rows.sql(
                        "delete from reprocess_task where organisation = :organisation and run = :run")
                .param("run", run)
                .update());
    }

    /** Adds tasks, the first of them with this number. */
    public void add(UUID run, long first, List<Draft> drafts) {
        database.write(organisation, rows -> {
            TaskRows.insert(rows, run, first, drafts);
            return run;
        });
    }

    /** All tasks are there. */
    public void selected(UUID run, long tasks) {
        database.write(organisation, rows -> rows.sql(
                        "update reprocess_run set tasks = :tasks where organisation = :organisation and id = :run")
                .param("tasks", tasks)
                .param("run", run)
                .update());
    }

    /**
     * Begins the next tasks between two numbers that are not done. One that was begun before and not done may have been what the
     * program died of: it is begun alone, so that no other is suspected with it.
     *
     * @param last the highest number
     * @param most how many
     */
    public List<Task> begin(UUID run, long first, long last, int most) {
        return database.write(organisation, rows -> {
            List<Task> waiting = rows.sql("select " + TaskRows.SUBJECT + """
                 from reprocess_task where organisation = :organisation and run = :run and number between :first and :last
                and state <> 'DONE' order by number limit :most\
                """)
                    .param("run", run)
                    .param("first", first)
                    .param("last", last)
                    .param("most", most)
                    .query((row, number) -> TaskRows.task(row))
                    .list();
            List<Task> begun = new ArrayList<>();
            for (Task task : waiting) {
                if (task.tries() == 0 || begun.isEmpty()) {
                    begun.add(new Task(task.number(), task.subject(), task.tries() + 1));
                }
                if (task.tries() > 0) {
                    break;
                }
            }
            rows.each(
                    """
                    update reprocess_task set state = 'BEGUN', tries = tries + 1
                    where organisation = :organisation and run = :run and number = :number\
                    """,
                    begun.stream()
                            .map(task -> Map.<String, Object>of("run", run, "number", task.number()))
                            .toList());
            return begun;
        });
    }

    /** Writes down what tasks came to, where nothing else changes with it. */
    public void finish(UUID run, List<Done> done) {
        database.write(organisation, rows -> {
            TaskRows.finish(rows, run, done);
            return run;
        });
    }

    /** How many tasks came to what. */
    public Map<Result, Long> tally(UUID run) {
        Map<Result, Long> tally = new EnumMap<>(Result.class);
        database.read(organisation, rows -> {
            rows.sql("""
                select result, count(*) as tasks from reprocess_task
                where organisation = :organisation and run = :run and state = 'DONE' group by result\
                """).param("run", run).query(row -> {
                tally.put(Result.valueOf(row.getString("result")), row.getLong("tasks"));
            });
            return run;
        });
        return tally;
    }

    /** Tasks that are done, in their order. */
    public List<Told> told(UUID run, long behind) {
        return database.read(organisation, rows -> rows.sql("select " + TaskRows.SUBJECT + """
            , result, verdict_before, verdict_after, reason, detail
            from reprocess_task where organisation = :organisation and run = :run and state = 'DONE'
            and number > :behind order by number limit :most\
            """)
                .param("run", run)
                .param("behind", behind)
                .param("most", PAGE)
                .query((row, number) -> TaskRows.told(row))
                .list());
    }

    /** The run is over, and all was told: its tasks are forgotten. What became of each item stands in the trail. */
    public void end(UUID run) {
        database.write(organisation, rows -> {
            rows.sql("update reprocess_run set open = false where organisation = :organisation and id = :run")
                    .param("run", run)
                    .update();
            rows.sql("delete from reprocess_task where organisation = :organisation and run = :run")
                    .param("run", run)
                    .update();
            return run;
        });
    }
}
