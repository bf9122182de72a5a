package jp.kiyome.core.jail.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.kiyome.core.engine.Version;
import jp.kiyome.core.jail.sandbox.ControlGroup;
import jp.kiyome.core.jail.sandbox.Launch;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.jail.wire.Frames;
import jp.kiyome.core.jail.wire.Request;

/** One worker process. One thread at a time uses it. */
final class Worker {

    private static final Duration DYING = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Process process;
    private final Launch launch;
    private final Pipe pipe;
    private final WorkerDirectory directory;
    private final Figures figures;
    private int files;
    private boolean greeted;
    private Optional<String> tenant = Optional.empty();

    private Worker(Process process, Launch launch, WorkerDirectory directory, Figures figures) {
        this.process = process;
        this.launch = launch;
        this.directory = directory;
        this.figures = figures;
        this.pipe =
                new Pipe(new Frames(process.getInputStream(), process.getOutputStream()), "worker " + process.pid());
    }

    static Worker start(Launch launch, WorkerDirectory directory, Figures figures) {
        try {
            ProcessBuilder builder = new ProcessBuilder(launch.words());
            builder.environment().clear();
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            Process process = builder.start();
            figures.count(Figures.Event.STARTED);
            return new Worker(process, launch, directory, figures);
        } catch (IOException e) {
            launch.group().ifPresent(ControlGroup::close);
            directory.close();
            throw new UncheckedIOException("cannot start a worker", e);
        }
    }

    /** Waits for its first word. */
    Answer.Hello hello(Duration time) throws WorkerFault {
        Heard first = await(time).orElseThrow(() -> new WorkerFault(WorkerFault.Kind.LATE, "does not start"));
        if (said(first) instanceof Answer.Hello hello && hello.engineVersion().equals(Version.CURRENT)) {
            directory.forgetNames();
            greeted = true;
            return hello;
        }
        throw new WorkerFault(WorkerFault.Kind.LIED, "another program than ours");
    }

    /** Whether it has said its first word. */
    boolean isGreeted() {
        return greeted;
    }

    /** Whether it has seen files of nobody else than this tenant. */
    boolean isFor(String asking) {
        return tenant.isEmpty() || tenant.get().equals(asking);
    }

    /** From here on it is this tenant's alone. */
    void belongTo(String asking) {
        tenant = Optional.of(asking);
    }

    boolean jailed() {
        return launch.jailed();
    }

    Optional<ControlGroup> group() {
        return launch.group();
    }

    /** The Java process itself, which in a jail is the child of the one that was started. */
    long javaPid() {
        if (!launch.jailed()) {
            return process.pid();
        }
        try (Stream<ProcessHandle> children = process.children()) {
            return children.findFirst().map(ProcessHandle::pid).orElse(-1L);
        }
    }

    /** Whether it is at its end; waits for as long as dying takes. */
    boolean isDead() {
        try {
            return process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    WorkerDirectory directory() {
        return directory;
    }

    /** Files it has been asked about. */
    int files() {
        return files;
    }

    /** Whether it can be asked: it lives, and has said nothing of its own accord. */
    boolean isReady() {
        return process.isAlive() && !pipe.hasMore();
    }

    /**
     * Asks, and waits: first for as long as the work may take, then for it to stop, then for its death.
     *
     * @param time for the work
     * @param grace for stopping
     */
    Answer ask(Request request, Duration time, Duration grace) throws WorkerFault {
        files++;
        if (!pipe.say(request)) {
            throw new WorkerFault(WorkerFault.Kind.LATE, "takes no requests");
        }
        Optional<Heard> heard = await(time);
        if (heard.isEmpty()) {
            pipe.say(new Request.Stop(request.id()));
            heard = await(grace);
        }
        return said(heard.orElseThrow(() -> new WorkerFault(WorkerFault.Kind.LATE, "did not stop when asked")));
    }

    /** Hears the next, or nothing in the time given. Something else than the worker may hold its pipe open: so it is watched. */
    private Optional<Heard> await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            boolean alive = process.isAlive();
            Optional<Heard> heard = pipe.hear(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
            if (heard.isPresent() || !alive) {
                return heard.or(() -> Optional.of(new Heard.Silence()));
            }
        }
        return Optional.empty();
    }

    private Answer said(Heard heard) throws WorkerFault {
        // Asked one by one: a switch over types links a call site anew in each process.
        if (heard instanceof Heard.Said said) {
            return said.answer();
        }
        if (heard instanceof Heard.Noise noise) {
            throw new WorkerFault(WorkerFault.Kind.LIED, noise.why());
        }
        throw new WorkerFault(WorkerFault.Kind.DIED, lastWords());
    }

    /** How it ended, and the beginning of what it said about that, if anything. */
    private String lastWords() {
        try {
            boolean ended = process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS);
            InputStream said = process.getErrorStream();
            byte[] words = said.readNBytes(Math.min(said.available(), 400));
            String how = ended ? "exit code " + process.exitValue() : "closed its pipe";
            return words.length == 0 ? how : how + ": " + new String(words, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "ended";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "ended";
        }
    }

    /** Kills it with everything it has started, and waits until it is gone. */
    void kill() {
        try (Stream<ProcessHandle> all = process.descendants()) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
        try {
            if (!process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS)) {
                figures.count(Figures.Event.WOULD_NOT_DIE);
                System.getLogger(Worker.class.getName())
                        .log(System.Logger.Level.ERROR, "worker " + process.pid() + " does not die");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        launch.group().ifPresent(ControlGroup::close);
        if (!greeted) {
            Stragglers.kill(directory.in());
        }
        pipe.close();
        directory.close();
        try {
            process.getOutputStream().close();
            process.getErrorStream().close();
        } catch (IOException brokenPipe) {
            // Nobody is left to hear what was still to be said.
            return;
        }
    }

    /** Begins to kill it; {@link #kill} waits. */
    void doom() {
        process.destroyForcibly();
    }
}
