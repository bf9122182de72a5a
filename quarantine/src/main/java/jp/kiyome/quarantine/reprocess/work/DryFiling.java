package jp.kiyome.quarantine.reprocess.work;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Advice;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.task.Comparison;
import jp.kiyome.quarantine.reprocess.task.Done;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.Treated;

/**
 * Results are compared with what the store says, and told.
 *
 * @param book of tables that are not the store's
 */
public record DryFiling(Store store, Organisation organisation, TaskBook book) implements Filing {

    @Override
    public Optional<Staged> stage(Area area, InputStream content, long size) {
        return Optional.empty();
    }

    @Override
    public List<Done> file(UUID run, List<Treated> results) {
        List<Done> done = results.stream().map(this::done).toList();
        book.finish(run, done);
        return done;
    }

    private Done done(Treated treated) {
        return switch (treated) {
            case Treated.Again one -> compared(one.number(), one.item(), one.conclusion(), one.advice());
            case Treated.Taken one -> compared(one.number(), one.arrival().id(), one.conclusion(), one.advice());
            case Treated.Skipped one -> Done.skipped(one.number(), one.item(), one.reason(), one.detail());
        };
    }

    private Done compared(long number, ItemId id, Conclusion now, Advice advice) {
        Optional<Item> item = store.items().find(organisation, id);
        Optional<Conclusion> was = item.flatMap(Item::conclusion);
        Result result = item.map(one -> Comparison.of(one, now, advice)).orElse(Result.FIRST);
        Optional<Verdict> before = was.map(one -> one.root().verdict());
        return new Done(
                number,
                item.map(Item::id),
                result,
                before,
                Optional.of(now.root().verdict()),
                now.root().reason(),
                Untrusted.nothing());
    }
}
