package jp.kiyome.core.jail.pool;

import java.time.Duration;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.policy.JailRule;

/**
 * How a pool is run.
 *
 * @param spec what workers are
 * @param rule how much of a jail is insisted on; with OFF workers are processes of their own and no more
 * @param filesAtATime how many files are worked on at once
 * @param filesPerWorker after so many a worker is replaced
 * @param mostWaiting files that may wait for their turn; more are turned away
 * @param placeForSmall whether large files leave one place to small ones; a batch, whose files wait for nobody but each other, needs none
 * @param startTime the most a worker may take to start
 * @param grace what a worker is given beyond a policy's limit of time before it is asked to stop, then again before it is
 *     killed
 */
public record PoolSettings(
        WorkerSpec spec,
        JailRule rule,
        int filesAtATime,
        int filesPerWorker,
        int mostWaiting,
        boolean placeForSmall,
        Duration startTime,
        Duration grace) {

    public static PoolSettings of(WorkerSpec spec, JailRule rule) {
        return new PoolSettings(
                spec,
                rule,
                Runtime.getRuntime().availableProcessors(),
                1_000,
                1_000,
                true,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2));
    }

    public PoolSettings withFilesAtATime(int files) {
        return new PoolSettings(spec, rule, files, filesPerWorker, mostWaiting, placeForSmall, startTime, grace);
    }

    public PoolSettings withFilesPerWorker(int files) {
        return new PoolSettings(spec, rule, filesAtATime, files, mostWaiting, placeForSmall, startTime, grace);
    }

    public PoolSettings withMostWaiting(int files) {
        return new PoolSettings(spec, rule, filesAtATime, filesPerWorker, files, placeForSmall, startTime, grace);
    }

    /** For so many files at a time of one batch, large or small. */
    public PoolSettings forBatch(int files) {
        return new PoolSettings(spec, rule, files, filesPerWorker, mostWaiting, false, startTime, grace);
    }

    public PoolSettings withGrace(Duration time) {
        return new PoolSettings(spec, rule, filesAtATime, filesPerWorker, mostWaiting, placeForSmall, startTime, time);
    }
}
