package jp.kiyome.core.jail.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.sandbox.Confined;
import jp.kiyome.core.jail.sandbox.ControlGroups;
import jp.kiyome.core.jail.sandbox.JailGap;
import jp.kiyome.core.jail.sandbox.Launch;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.core.jail.sandbox.Walls;
import jp.kiyome.core.jail.seccomp.Architecture;
import jp.kiyome.core.jail.seccomp.FilterProgram;
import jp.kiyome.core.jail.wire.Answer;
import jp.kiyome.core.policy.JailRule;

/**
 * Starts workers, with as much of a jail as the rule asks for and the machine gives. Once there was a whole jail there is
 * never less: a worker that does not start then is an error, not a reason to do without. Threads share it.
 */
final class Recruiter implements AutoCloseable {

    private static final int TRIES = 8;

    private final PoolSettings settings;
    private final Figures figures;
    private final Walls walls;
    private final CopyOnWriteArrayList<Missing> missing = new CopyOnWriteArrayList<>();

    /**
     * The kernel kills bubblewrap when the thread ends that started it (prctl(2), PR_SET_PDEATHSIG): so one thread starts
     * them all, and ends with the process.
     */
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keeper of workers").factory());

    /** Found by the keeper's thread, which alone uses it. */
    private Optional<ControlGroups> groups = Optional.empty();

    private volatile boolean namespaces;
    private volatile boolean provenJail;

    Recruiter(PoolSettings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
        this.walls = Walls.here();
        this.namespaces = settings.rule() != JailRule.OFF && walls.gap().isEmpty();
        if (settings.rule() != JailRule.OFF) {
            walls.gap().map(Missing::of).ifPresent(this::lacks);
        }
    }

    /** Which pieces of the jail are missing, as far as is known. */
    List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** Begins to start a worker. */
    CompletableFuture<Worker> begin() {
        return CompletableFuture.supplyAsync(this::start, keeper);
    }

    /**
     * Waits until a worker is ready, and looks at it.
     *
     * @throws JailUnavailable when none can be had
     */
    Worker ready(CompletableFuture<Worker> begun) {
        String why = "";
        for (int i = 0; i < TRIES; i++) {
            Worker worker;
            try {
                worker = (i == 0 ? begun : begin()).join();
            } catch (CompletionException e) {
                // The system gave no process, or took it back before it was one.
                why = String.valueOf(e.getCause());
                continue;
            }
            try {
                Answer.Hello hello = worker.hello(settings.startTime());
                inspect(worker, hello);
                return worker;
            } catch (WorkerFault fault) {
                why = String.valueOf(fault.getMessage());
                worker.kill();
                if (worker.jailed() && !provenJail && why.contains("bwrap:")) {
                    lacks(new Missing(JailGap.BUBBLEWRAP_FAILED, Untrusted.of(why)));
                    namespaces = false;
                }
            } catch (JailUnavailable e) {
                worker.kill();
                throw e;
            }
        }
        throw new JailUnavailable("no worker starts: " + why, List.of());
    }

    private Worker start() {
        WorkerDirectory directory = new WorkerDirectory();
        return Worker.start(launch(directory), directory, figures);
    }

    private Launch launch(WorkerDirectory directory) {
        if (!namespaces) {
            boolean confined = settings.rule() != JailRule.OFF;
            return Launch.bare(settings.spec(), directory.in(), directory.out(), confined, groups());
        }
        try {
            Optional<Architecture> architecture = Architecture.here();
            if (architecture.isPresent()) {
                Files.write(
                        directory.filter(),
                        FilterProgram.atStart(architecture.get()).bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the filter", e);
        }
        return walls.around(settings.spec(), directory.in(), directory.out(), directory.filter(), groups());
    }

    /** On first use, what earlier processes have left behind goes too. */
    private ControlGroups groups() {
        if (groups.isEmpty()) {
            OldDirectories.remove(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
            groups = Optional.of(settings.rule() == JailRule.OFF ? ControlGroups.none() : ControlGroups.here());
        }
        return groups.get();
    }

    private void inspect(Worker worker, Answer.Hello hello) throws WorkerFault {
        if (settings.rule() == JailRule.OFF) {
            return;
        }
        if (!hello.filtered()) {
            lacks(Missing.of(JailGap.NO_FILTER));
            return;
        }
        List<String> faults = Confined.faults(worker.javaPid(), worker.jailed(), worker.group());
        if (!faults.isEmpty() && worker.isDead()) {
            // What is no longer there cannot be looked at, and says nothing about the jail.
            throw new WorkerFault(WorkerFault.Kind.DIED, "ended while it was looked at");
        }
        if (!faults.isEmpty()) {
            lacks(new Missing(JailGap.NOT_CONFINED, Untrusted.of(String.join(", ", faults))));
        } else {
            provenJail |= worker.jailed();
        }
    }

    private void lacks(Missing piece) {
        if (settings.rule() == JailRule.REQUIRED) {
            throw new JailUnavailable("the jail is not whole:", List.of(piece));
        }
        if (missing.stream().noneMatch(known -> known.gap() == piece.gap())) {
            missing.add(piece);
        }
    }

    @Override
    public void close() {
        keeper.shutdown();
    }
}
