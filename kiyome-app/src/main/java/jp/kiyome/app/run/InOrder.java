package jp.kiyome.app.run;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;

/** Works on several files at once, and hands their results on in the order of the files. */
public final class InOrder {

    /** Files worked on ahead of the one whose result is waited for, for each worker. */
    private static final int AHEAD = 4;

    private InOrder() {}

    /**
     * Works on all files; one alone without another thread.
     *
     * @param jobs files at a time
     * @param awaited told of each file before its result is waited for
     * @param done told of each result, on the caller's thread
     */
    public static void run(
            List<InputFile> files,
            FileWorker worker,
            int jobs,
            Consumer<InputFile> awaited,
            Consumer<FileResult> done) {
        if (jobs == 1 || files.size() < 2) {
            for (InputFile file : files) {
                awaited.accept(file);
                done.accept(worker.work(file));
            }
            return;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, files.size()))) {
            Queue<Future<FileResult>> running = new ArrayDeque<>();
            Iterator<InputFile> waiting = files.iterator();
            for (InputFile file : files) {
                while (running.size() < jobs * AHEAD && waiting.hasNext()) {
                    InputFile next = waiting.next();
                    running.add(workers.submit(() -> worker.work(next)));
                }
                awaited.accept(file);
                done.accept(result(file, running.remove()));
            }
        }
    }

    private static FileResult result(InputFile file, Future<FileResult> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            // Not a fault of the file, which the engine would have told: ours, or no memory left.
            Object cause = Voice.shown(String.valueOf(e.getCause()));
            return new FileResult.Troubled(file, new FileTrouble(Say.INTERNAL_ERROR, cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
