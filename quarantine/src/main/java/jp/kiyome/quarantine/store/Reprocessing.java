package jp.kiyome.quarantine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.reprocess.task.Comparison;
import jp.kiyome.quarantine.reprocess.task.Done;
import jp.kiyome.quarantine.reprocess.task.Plan;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.TaskRows;

/**
 * Files what came of processing items again. For each item there is one transaction that changes it, records it, and marks it as
 * done: whatever stops the program, an item was done wholly and once, or not at all. Threads and processes may share it.
 *
 * <p>Nothing is delivered by it. An item whose result changed is {@link State#HELD}; one that somebody decides on or has decided on
 * stays as it is, and the trail says what would become of it now.
 */
public final class Reprocessing {

    private static final String WHY = "reprocessed: ";

    /** Why an item is held that was held before it was processed again, and came to the same. */
    public static final String HELD_AS_BEFORE = WHY + Result.SAME;

    private final Ledger ledger;
    private final BlobRows blobs;

    Reprocessing(Ledger ledger, BlobRows blobs) {
        this.ledger = ledger;
        this.blobs = blobs;
    }

    /** Records that a run begins, or goes on. */
    public void begin(Organisation organisation, Actor who, UUID run, Plan plan) {
        ledger.change(organisation, who, change -> {
            change.record(
                    "reprocess.begin",
                    "",
                    Map.of(
                            "run", run.toString(),
                            "selection", plan.selection(),
                            "engine", plan.engineVersion(),
                            "policy", plan.policyHash()));
            return run;
        });
    }

    /** Records that a run is over. */
    public void end(Organisation organisation, Actor who, UUID run, Map<Result, Long> tally) {
        Map<String, String> detail = new TreeMap<>(Map.of("run", run.toString()));
        tally.forEach((result, tasks) -> detail.put(result.name(), Long.toString(tasks)));
        ledger.change(organisation, who, change -> {
            change.record("reprocess.end", "", detail);
            return run;
        });
    }

    /** Whether an item was done under an engine and a policy: by an earlier run, or when it was last concluded. */
    public boolean isDone(Organisation organisation, ItemId item, String engineVersion, String policyHash) {
        return ledger.read(organisation, rows -> isDone(rows, item, engineVersion, policyHash));
    }

    private static boolean isDone(Rows rows, ItemId item, String engineVersion, String policyHash) {
        return rows.sql("""
            select (select count(*) from reprocessed where organisation = :organisation and item = :item
                    and engine_version = :engine and policy_hash = :policy)
                + (select count(*) from item where organisation = :organisation and id = :item
                    and engine_version = :engine and policy_hash = :policy)\
            """)
                        .param("item", item.value())
                        .param("engine", engineVersion)
                        .param("policy", policyHash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What keeps an item from being processed again, whatever it would come to. */
    public static Optional<SkipReason> obstacle(State state) {
        return switch (state) {
            case RECEIVED, PROCESSING -> Optional.of(SkipReason.BEING_PROCESSED);
            case EXPIRED, ERASED -> Optional.of(SkipReason.EXPIRED);
            case REBUILT, BLOCKED, LOCKED, FAILED, HELD, REQUESTED, APPROVED, RETURNED, DENIED, DELIVERED ->
                Optional.empty();
        };
    }

    /**
     * Files results, all of them or none.
     *
     * @param again whether what was done before is done once more
     * @return what each came to, in the same order
     */
    public List<Done> file(Organisation organisation, Actor who, UUID run, boolean again, List<Treated> results) {
        results.forEach(Reprocessing::insistOutput);
        return ledger.change(organisation, who, change -> {
            List<Done> done = new ArrayList<>();
            for (Treated treated : results) {
                done.add(new Filing(change, run, again).file(treated));
            }
            TaskRows.finish(change.rows(), run, done);
            return done;
        });
    }

    private static void insistOutput(Treated treated) {
        switch (treated) {
            case Treated.Again one ->
                Items.insistOutputs(
                        one.conclusion().root(), one.output().stream().toList());
            case Treated.Taken one -> {
                Items.insistArea(one.original().orElseThrow(), Area.ORIGINAL);
                Items.insistOutputs(
                        one.conclusion().root(), one.output().stream().toList());
            }
            case Treated.Skipped skipped -> {
                // Nothing came out.
            }
        }
    }

    /** The results of one run in one transaction. */
    private final class Filing {

        private final Change change;
        private final UUID run;
        private final boolean repeated;

        Filing(Change change, UUID run, boolean repeated) {
            this.change = change;
            this.run = run;
            this.repeated = repeated;
        }

        Done file(Treated treated) {
            if (TaskRows.isDone(change.rows(), run, treated.number())) {
                discard(treated);
                return Done.skipped(treated.number(), Optional.empty(), SkipReason.ALREADY_DONE, Untrusted.nothing());
            }
            return switch (treated) {
                case Treated.Again one -> again(one);
                case Treated.Taken one -> taken(one);
                case Treated.Skipped skipped ->
                    Done.skipped(skipped.number(), skipped.item(), skipped.reason(), skipped.detail());
            };
        }

        private void discard(Treated treated) {
            switch (treated) {
                case Treated.Again one -> one.output().ifPresent(output -> blobs.discard(change, output));
                case Treated.Taken one -> {
                    one.original().ifPresent(original -> blobs.discard(change, original));
                    one.output().ifPresent(output -> blobs.discard(change, output));
                }
                case Treated.Skipped skipped -> {
                    // Nothing was staged.
                }
            }
        }

        private Done again(Treated.Again one) {
            Optional<Item> item = new ItemReading(change.rows(), one.item()).find();
            Optional<SkipReason> obstacle = item.isEmpty()
                    ? Optional.of(SkipReason.GONE)
                    : obstacle(item.get().state()).or(() -> doneBefore(one.item(), one.conclusion()));
            if (obstacle.isPresent()) {
                one.output().ifPresent(output -> blobs.discard(change, output));
                return Done.skipped(one.number(), Optional.of(one.item()), obstacle.get(), Untrusted.nothing());
            }
            return compared(one, item.get());
        }

        /** Another process may have done it since it was begun. */
        private Optional<SkipReason> doneBefore(ItemId item, Conclusion now) {
            boolean done = !repeated && isDone(change.rows(), item, now.engineVersion(), now.policyHash());
            return done ? Optional.of(SkipReason.ALREADY_DONE) : Optional.empty();
        }

        private Done compared(Treated.Again one, Item item) {
            Conclusion now = one.conclusion();
            Optional<Verdict> before = item.conclusion().map(was -> was.root().verdict());
            Result result = Comparison.of(item, now, one.advice());
            Optional<Digest> formerOutput =
                    item.conclusion().flatMap(was -> was.root().output());
            boolean differs =
                    result != Result.SAME || !formerOutput.equals(now.root().output());
            if (differs && item.state().next().contains(State.PROCESSING)) {
                replace(item, now, one.output(), result);
            } else {
                one.output().ifPresent(output -> blobs.discard(change, output));
            }
            assess(item, one.advice());
            mark(item.id(), now, result, before);
            return done(one.number(), item.id(), now, result, before);
        }

        private void replace(Item item, Conclusion now, Optional<Staged> output, Result result) {
            Items.move(change, item, State.PROCESSING, WHY + run, Map.of());
            Item taken = Items.existing(change, item.id());
            Items.conclude(change, blobs, taken, now, output.stream().toList(), WHY + run);
            if (result != Result.SAME || item.state() == State.HELD) {
                hold(item.id(), result);
            }
        }

        private void assess(Item item, Advice advice) {
            advice.assessments().forEach(assessment -> Items.assess(change, item, assessment));
        }

        private void hold(ItemId item, Result result) {
            Items.move(change, Items.existing(change, item), State.HELD, WHY + result, Map.of("run", run.toString()));
        }

        private Done taken(Treated.Taken one) {
            ItemId id = one.arrival().id();
            if (new ItemReading(change.rows(), id).find().isPresent()) {
                blobs.discard(change, one.original().orElseThrow());
                return again(new Treated.Again(one.number(), id, one.conclusion(), one.output(), one.advice()));
            }
            Items.accept(change, blobs, one.arrival(), one.original().orElseThrow());
            replace(Items.existing(change, id), one.conclusion(), one.output(), Result.FIRST);
            assess(Items.existing(change, id), one.advice());
            mark(id, one.conclusion(), Result.FIRST, Optional.empty());
            return done(one.number(), id, one.conclusion(), Result.FIRST, Optional.empty());
        }

        private void mark(ItemId item, Conclusion now, Result result, Optional<Verdict> before) {
            Rows rows = change.rows();
            rows.sql("""
                delete from reprocessed where organisation = :organisation and item = :item
                and engine_version = :engine and policy_hash = :policy\
                """)
                    .param("item", item.value())
                    .param("engine", now.engineVersion())
                    .param("policy", now.policyHash())
                    .update();
            rows.sql("""
                insert into reprocessed (organisation, item, engine_version, policy_hash, run, result, at)
                values (:organisation, :item, :engine, :policy, :run, :result, :at)\
                """)
                    .param("item", item.value())
                    .param("engine", now.engineVersion())
                    .param("policy", now.policyHash())
                    .param("run", run)
                    .param("result", result.name())
                    .param("at", Times.of(change.now()))
                    .update();
            Map<String, String> detail = new TreeMap<>(Map.of(
                    "run", run.toString(),
                    "result", result.name(),
                    "engine", now.engineVersion(),
                    "policy", now.policyHash(),
                    "after", now.root().verdict().name(),
                    "reason", now.root().reason()));
            before.ifPresent(verdict -> detail.put("before", verdict.name()));
            change.record("item.reprocessed", item.toString(), detail);
        }

        private static Done done(long number, ItemId item, Conclusion now, Result result, Optional<Verdict> before) {
            return new Done(
                    number,
                    Optional.of(item),
                    result,
                    before,
                    Optional.of(now.root().verdict()),
                    now.root().reason(),
                    Untrusted.nothing());
        }
    }
}
