package jp.kiyome.quarantine.reprocess.batch;

import java.util.function.BooleanSupplier;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.reprocess.task.Run;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.reprocess.work.Filing;
import jp.kiyome.quarantine.reprocess.work.TaskWork;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/** The parts of a run, where they are done. Threads may share it. */
public final class Parts {

    private final JobRepository repository;
    private final Step step;

    private Parts(JobRepository repository, Step step) {
        this.repository = repository;
        this.step = step;
    }

    /** The parts of a run. */
    public static Parts of(Database database, TaskBook book, Run run, TaskWork work, Filing filing) {
        JobRepository repository = Repository.of(database);
        return new Parts(repository, step(repository, book, run, work, filing, () -> true));
    }

    /** Each commit of a part's work is the store's own; the step around it has none to make. */
    static Step step(
            JobRepository repository, TaskBook book, Run run, TaskWork work, Filing filing, BooleanSupplier wanted) {
        return new StepBuilder("part", repository)
                .tasklet(new PartTasklet(book, run.id(), work, filing, wanted), new ResourcelessTransactionManager())
                .build();
    }

    /**
     * Does a part that somebody else has planned. How it ends stands in the job repository.
     *
     * @return false when nobody waits for it any more
     */
    public boolean perform(Assignment assignment) {
        @Nullable StepExecution execution = repository.getStepExecution(assignment.stepExecution());
        if (execution == null
                || execution.getJobExecutionId() != assignment.jobExecution()
                || !execution.getStatus().isRunning()
                || !execution.getJobExecution().isRunning()) {
            return false;
        }
        try {
            step.execute(execution);
        } catch (JobInterruptedException e) {
            throw new IllegalStateException("a part was interrupted", e);
        }
        return true;
    }
}
