package jp.kiyome.quarantine.reprocess.batch;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Ends in the job repository what an earlier process began and did not end, so that it may be begun again. Who still works on a part
 * of it elsewhere finds, when it next tells how far it is, that nobody waits for it.
 */
final class Former {

    private static final int TRIES = 10;

    private final JobRepository repository;

    Former(JobRepository repository) {
        this.repository = repository;
    }

    void end(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus().isRunning()) {
                end(step.getId());
            }
        }
        if (execution.isRunning() || execution.getStatus().isRunning()) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(ExitStatus.FAILED);
            execution.setEndTime(now());
            repository.update(execution);
        }
    }

    /** Whoever works on it elsewhere may tell of it at the same moment. */
    private void end(long id) {
        for (int i = 0; i < TRIES; i++) {
            StepExecution step = Objects.requireNonNull(repository.getStepExecution(id));
            if (!step.getStatus().isRunning()) {
                return;
            }
            step.setStatus(BatchStatus.FAILED);
            step.setExitStatus(ExitStatus.FAILED);
            step.setEndTime(now());
            try {
                repository.update(step);
                return;
            } catch (OptimisticLockingFailureException e) {
                // Told of meanwhile: looked at anew.
            }
        }
        throw new IllegalStateException("a part that somebody else does cannot be ended");
    }

    /** Spring Batch keeps the machine's own time. */
    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault());
    }
}
