package jp.kiyome.quarantine.reprocess.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import jp.kiyome.quarantine.database.Database;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.source.Selection;
import jp.kiyome.quarantine.reprocess.task.Run;
import jp.kiyome.quarantine.reprocess.task.TaskBook;
import jp.kiyome.quarantine.reprocess.work.Filing;
import jp.kiyome.quarantine.reprocess.work.TaskWork;
import jp.kiyome.quarantine.store.Store;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** A run as a job of two steps: select, and work, which has parts. The one place where Spring Batch is put together. */
public final class RunJob {

    private static final String NAME = "reprocess";

    private final Organisation organisation;
    private final Run run;
    private final JobRepository repository;
    private final Job job;

    private RunJob(Organisation organisation, Run run, JobRepository repository, Job job) {
        this.organisation = organisation;
        this.run = run;
        this.repository = repository;
        this.job = job;
    }

    /**
     * What a run consists of.
     *
     * @param jobs parts at a time, when they are done here
     * @param wanted whether to go on with them here
     * @param elsewhere who does the parts; empty for this process
     */
    public record Ingredients(
            Store store,
            Database database,
            Organisation organisation,
            TaskBook book,
            Run run,
            Selection selection,
            TaskWork work,
            Filing filing,
            int jobs,
            BooleanSupplier wanted,
            Optional<Away> elsewhere) {}

    /**
     * Parts that are done elsewhere.
     *
     * @param patience how long nothing is done before nobody is taken to be there
     */
    public record Away(Elsewhere elsewhere, Duration patience) {}

    /** Puts a run together. */
    public static RunJob of(Ingredients of) {
        JobRepository repository = Repository.of(of.database());
        Step select = new StepBuilder("select", repository)
                .tasklet(
                        new SelectTasklet(
                                of.store(),
                                of.organisation(),
                                of.book(),
                                of.run().id(),
                                of.selection()),
                        new ResourcelessTransactionManager())
                .build();
        LongSupplier tasks = () -> of.book().find(of.run().id()).orElseThrow().tasks();
        Step work = new StepBuilder("work", repository)
                .partitioner("part", new Ranges(tasks))
                .partitionHandler(handler(repository, of))
                .build();
        Job job = new JobBuilder(NAME, repository).start(select).next(work).build();
        return new RunJob(of.organisation(), of.run(), repository, job);
    }

    private static PartitionHandler handler(JobRepository repository, Ingredients of) {
        if (of.elsewhere().isPresent()) {
            Away away = of.elsewhere().get();
            LongSupplier done = () -> of.book().tally(of.run().id()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return new PolledParts(repository, of.organisation(), of.run(), away.elsewhere(), done, away.patience());
        }
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("reprocess-");
        threads.setConcurrencyLimit(of.jobs());
        TaskExecutorPartitionHandler here = new TaskExecutorPartitionHandler();
        here.setStep(Parts.step(repository, of.book(), of.run(), of.work(), of.filing(), of.wanted()));
        here.setTaskExecutor(threads);
        return here;
    }

    /**
     * Runs to the end; goes on where an earlier process stopped, which the caller knows to be gone.
     *
     * @throws Broken when it could not be brought to its end
     */
    public void perform() {
        JobParameters parameters = new JobParametersBuilder()
                .addString("run", run.id().toString())
                .addString("organisation", organisation.id(), false)
                .toJobParameters();
        try {
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.afterPropertiesSet();
            JobExecution former = repository.getLastJobExecution(NAME, parameters);
            if (former != null) {
                new Former(repository).end(former);
            }
            if (former == null || former.getStatus() != BatchStatus.COMPLETED) {
                insistCompleted(operator.start(job, parameters));
            }
        } catch (Broken e) {
            throw e;
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the run cannot be started", e);
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch cannot be put together", e);
        }
    }

    private static void insistCompleted(JobExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new Broken(
                    "broken off: " + execution.getExitStatus().getExitCode(), execution.getAllFailureExceptions());
        }
    }
}
