package jp.kiyome.core.jail.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.jail.sandbox.ControlGroup;
import jp.kiyome.core.jail.sandbox.ControlGroups;
import jp.kiyome.core.jail.sandbox.Launch;
import jp.kiyome.core.jail.sandbox.ProgramSpec;
import jp.kiyome.core.jail.sandbox.Walls;
import jp.kiyome.core.jail.seccomp.Architecture;
import jp.kiyome.core.jail.seccomp.FilterProgram;

/**
 * Runs programs of the system behind walls, one document in by a pipe, one file out by another. Threads share it; a run has to be waited for
 * by a thread of the platform, for the kernel ends the program with the thread that started it (prctl(2), PR_SET_PDEATHSIG).
 */
final class JailedProgram {

    /** As of workers, so that what is left behind is removed with theirs. */
    private static final String PREFIX =
            "kiyome-jail-" + ProcessHandle.current().pid() + "-";

    private final Walls walls;
    private final ControlGroups groups;

    JailedProgram(Walls walls, ControlGroups groups) {
        this.walls = walls;
        this.groups = groups;
    }

    /** How a run ended. */
    sealed interface Run {

        /** With what it wrote, which is nobody's word but the program's. */
        record Wrote(int code, Content untrusted) implements Run {}

        record Late() implements Run {}

        /** It wrote more than it may. */
        record TooMuch() implements Run {}
    }

    /**
     * Runs one.
     *
     * @param most bytes that it may write
     * @param time after which all of it is killed
     * @throws UncheckedIOException when this machine starts no process
     */
    Run run(ProgramSpec spec, Content input, long most, Duration time, Workspace workspace) {
        try {
            Path folder = Files.createTempDirectory(
                    PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path filter = folder.resolve("filter");
            try {
                Architecture architecture = Architecture.here().orElseThrow();
                Files.write(filter, FilterProgram.atStart(architecture).bytes());
                return run(walls.around(spec, filter, groups), input, most, time, workspace);
            } finally {
                Files.deleteIfExists(filter);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a program behind walls", e);
        }
    }

    private static Run run(Launch launch, Content input, long most, Duration time, Workspace workspace)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launch.words()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        try {
            Process process = builder.start();
            try {
                return answer(process, input, most, time, workspace);
            } finally {
                kill(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run.Late();
        } finally {
            launch.group().ifPresent(ControlGroup::close);
        }
    }

    private static Run answer(Process process, Content input, long most, Duration time, Workspace workspace)
            throws IOException, InterruptedException {
        AtomicBoolean late = new AtomicBoolean();
        Thread feeder = Thread.ofVirtual().start(() -> feed(input, process));
        Thread watch = Thread.ofVirtual().start(() -> watch(process, time, late));
        @SuppressWarnings("resource") // The workspace's.
        Sink sink = workspace.sink();
        boolean fits = read(process, sink, most);
        if (!fits) {
            kill(process);
        }
        int code = process.waitFor();
        watch.join();
        feeder.join();
        Content written = sink.finish();
        if (late.get()) {
            return new Run.Late();
        }
        return fits ? new Run.Wrote(code, written) : new Run.TooMuch();
    }

    /** The program may end without having read all. */
    private static void feed(Content input, Process process) {
        try (OutputStream to = process.getOutputStream();
                InputStream from = input.stream()) {
            from.transferTo(to);
        } catch (IOException ended) {
            return;
        }
    }

    private static void watch(Process process, Duration time, AtomicBoolean late) {
        try {
            if (!process.waitFor(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS)) {
                late.set(true);
                kill(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether what it wrote was not more than it may. */
    private static boolean read(Process process, Sink sink, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        InputStream from = process.getInputStream();
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (sink.position() + read > most) {
                return false;
            }
            sink.write(buffer, 0, read);
        }
        return true;
    }

    /** The first process of its own namespace too, with which the kernel ends all others in it. */
    private static void kill(Process process) {
        try (Stream<ProcessHandle> inside = process.descendants()) {
            List<ProcessHandle> all = inside.toList();
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
