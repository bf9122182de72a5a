package jp.kiyome.quarantine.reprocess.batch;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.reprocess.task.Run;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Hands the parts on and looks into the job repository until each has ended. No answer is waited for: whoever does a part may be
 * gone, or may have answered somebody who is.
 */
final class PolledParts extends AbstractPartitionHandler {

    private static final Duration POLL = Duration.ofMillis(500);

    private final JobRepository repository;
    private final Organisation organisation;
    private final Run run;
    private final Elsewhere elsewhere;
    private final LongSupplier done;
    private final Duration patience;

    /**
     * Hands parts on.
     *
     * @param done how many tasks are done
     * @param patience how long none is, before nobody is taken to be there
     */
    PolledParts(
            JobRepository repository,
            Organisation organisation,
            Run run,
            Elsewhere elsewhere,
            LongSupplier done,
            Duration patience) {
        this.repository = repository;
        this.organisation = organisation;
        this.run = run;
        this.elsewhere = elsewhere;
        this.done = done;
        this.patience = patience;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> parts) throws InterruptedException {
        Map<Long, StepExecution> running = new TreeMap<>();
        for (StepExecution part : parts) {
            running.put(part.getId(), part);
            elsewhere.hand(new Assignment(organisation, run.id(), part.getJobExecutionId(), part.getId()));
        }
        Set<StepExecution> ended = new HashSet<>();
        long last = done.getAsLong();
        long since = System.nanoTime();
        while (!running.isEmpty()) {
            Thread.sleep(POLL);
            int before = ended.size();
            for (StepExecution part : Set.copyOf(running.values())) {
                StepExecution now = Objects.requireNonNull(repository.getStepExecution(part.getId()));
                if (!now.getStatus().isRunning()) {
                    running.remove(part.getId());
                    ended.add(now);
                }
            }
            long count = done.getAsLong();
            if (count != last || ended.size() != before) {
                last = count;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new IllegalStateException("nobody has done anything for " + patience);
            }
        }
        return ended;
    }
}
