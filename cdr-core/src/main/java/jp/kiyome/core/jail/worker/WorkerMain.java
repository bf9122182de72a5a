package jp.kiyome.core.jail.worker;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.engine.Version;
import jp.kiyome.core.jail.seccomp.Confinement;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.jail.wire.FrameTooLarge;
import jp.kiyome.core.jail.wire.Frames;
import jp.kiyome.core.jail.wire.Request;
import jp.kiyome.core.magic.TikaWitness;

/**
 * A worker. Its standard streams are the pipe to the process that started it; it ends when that pipe does.
 *
 * <p>Arguments: the file to read, the file to write, and {@code confined} (give up system calls before the first request),
 * {@code alone} (the same, in a user namespace of its own) or {@code open}.
 */
public final class WorkerMain {

    private final Frames frames;
    private final Work work;
    private final BlockingQueue<Request> asked = new ArrayBlockingQueue<>(1);

    private WorkerMain(Frames frames, Work work) {
        this.frames = frames;
        this.work = work;
    }

    /** Serves until nobody asks any more. */
    public static void main(String[] arguments) throws IOException {
        OutputStream pipe = new FileOutputStream(FileDescriptor.out);
        WorkerFiles files = new WorkerFiles(Path.of(arguments[0]), Path.of(arguments[1]));
        run(new Frames(new FileInputStream(FileDescriptor.in), pipe), files, arguments[2]);
    }

    static void run(Frames frames, WorkerFiles files, String how) throws IOException {
        // What a library prints is not an answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        // The one native call is slow to link: meanwhile the handlers are loaded.
        FutureTask<Boolean> confined = new FutureTask<>(() -> isConfined(how));
        Thread.ofPlatform().daemon().name("confinement").start(confined);
        Work work = new Work(Registry.ofClassPath(), new TikaWitness(), files);
        WorkerMain worker = new WorkerMain(frames, work);
        Thread.ofPlatform().daemon().name("work").start(worker::serve);
        // Nothing is asked for before this is said, and this is said when all threads are confined.
        frames.send(new Answer.Hello(Version.CURRENT, outcome(confined)));
        worker.listen();
    }

    private static boolean outcome(FutureTask<Boolean> confined) {
        try {
            return confined.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot be confined", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isConfined(String how) {
        return switch (how) {
            case "alone" -> Confinement.confine(true);
            case "confined" -> Confinement.confine(false);
            default -> false;
        };
    }

    private void listen() throws IOException {
        try {
            while (true) {
                Request request = frames.request();
                if (request instanceof Request.Stop stop) {
                    work.stop(stop.id());
                } else if (!asked.offer(request)) {
                    throw new IllegalStateException("one thing at a time");
                }
            }
        } catch (EOFException nobodyAsks) {
            return;
        }
    }

    /** Whatever goes wrong here is no file's fault: the process ends, and another takes its place. */
    private void serve() {
        try {
            while (true) {
                answer(asked.take());
            }
        } catch (Throwable e) {
            Runtime.getRuntime().halt(70);
        }
    }

    private void answer(Request request) throws IOException {
        if (request instanceof Request.Rebuild rebuild) {
            Answer.Done done = work.rebuild(rebuild);
            try {
                frames.send(done);
            } catch (FrameTooLarge e) {
                frames.send(work.tooMuchToSay(done));
            }
        } else if (request instanceof Request.Verify verify) {
            frames.send(work.verify(verify));
        }
    }
}
