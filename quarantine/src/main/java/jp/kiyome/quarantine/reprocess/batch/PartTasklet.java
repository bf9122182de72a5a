package jp.kiyome.quarantine.reprocess.batch;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import jp.kiyome.quarantine.reprocess.task.Done;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.task.Task;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.reprocess.work.Filing;
import jp.kiyome.quarantine.reprocess.work.TaskWork;
import jp.kiyome.quarantine.store.Treated;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Does the tasks of a part, some at a time: begins them, works on them, files their results. Which are done is known by the tasks
 * themselves; a part that was broken off goes on with those that are not.
 */
final class PartTasklet implements Tasklet {

    /** What is worked on between two commits; so much is done anew, without effect, after the program was killed. */
    private static final int AT_A_TIME = 10;

    private final TaskBook book;
    private final UUID run;
    private final TaskWork work;
    private final Filing filing;
    private final BooleanSupplier wanted;

    /** @param wanted asked between two commits whether to go on */
    PartTasklet(TaskBook book, UUID run, TaskWork work, Filing filing, BooleanSupplier wanted) {
        this.book = book;
        this.run = run;
        this.work = work;
        this.filing = filing;
        this.wanted = wanted;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (!wanted.getAsBoolean()) {
            throw new IllegalStateException("not wanted any more");
        }
        long total = book.find(run).orElseThrow().tasks();
        Ranges.Range range =
                Ranges.of(context.getStepContext().getStepExecution().getStepName(), total);
        List<Task> tasks = book.begin(run, range.first(), range.last(), AT_A_TIME);
        if (tasks.isEmpty()) {
            return RepeatStatus.FINISHED;
        }
        List<Treated> treated = tasks.stream().map(work::work).toList();
        List<Done> done = filing.file(run, treated);
        tasks.forEach(task -> contribution.incrementReadCount());
        for (Done one : done) {
            if (one.result() == Result.SKIPPED) {
                contribution.incrementProcessSkipCount();
            } else {
                contribution.incrementWriteCount(1);
            }
        }
        return RepeatStatus.CONTINUABLE;
    }
}
