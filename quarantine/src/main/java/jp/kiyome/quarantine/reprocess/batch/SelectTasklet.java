package jp.kiyome.quarantine.reprocess.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.source.OutsideWalk;
import jp.kiyome.quarantine.reprocess.source.Selection;
import jp.kiyome.quarantine.reprocess.task.Draft;
import jp.kiyome.quarantine.reprocess.task.Subject;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.store.Items;
import jp.kiyome.quarantine.store.Store;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes down everything that is to be done, before anything is. Broken off, it begins anew. */
final class SelectTasklet implements Tasklet {

    private final Store store;
    private final Organisation organisation;
    private final TaskBook book;
    private final UUID run;
    private final Selection selection;
    private final List<Draft> page = new ArrayList<>();
    private long number;

    SelectTasklet(Store store, Organisation organisation, TaskBook book, UUID run, Selection selection) {
        this.store = store;
        this.organisation = organisation;
        this.book = book;
        this.run = run;
        this.selection = selection;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        book.clear(run);
        page.clear();
        number = 0;
        switch (selection) {
            case Selection.Stored(Criteria criteria) -> stored(criteria);
            case Selection.Outside outside -> OutsideWalk.tell(outside, this::add);
        }
        flush();
        book.selected(run, number);
        return RepeatStatus.FINISHED;
    }

    private void stored(Criteria criteria) {
        Criteria next = criteria;
        List<Hit> hits;
        do {
            hits = store.items().search(organisation, next, Items.MOST_HITS);
            hits.forEach(hit -> add(Draft.of(new Subject.Stored(hit.id()))));
            if (!hits.isEmpty()) {
                next = criteria.after(hits.getLast().cursor());
            }
        } while (hits.size() == Items.MOST_HITS);
    }

    private void add(Draft draft) {
        page.add(draft);
        if (page.size() == TaskBook.PAGE) {
            flush();
        }
    }

    private void flush() {
        book.add(run, number, page);
        number += page.size();
        page.clear();
    }
}
