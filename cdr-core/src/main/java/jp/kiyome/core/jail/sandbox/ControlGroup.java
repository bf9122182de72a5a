package jp.kiyome.core.jail.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The group of one worker: one folder in each tree of groups. A process enters by writing its number into {@link #entrances};
 * what it starts is in the group too. Closing kills whoever is in it and removes it.
 *
 * @param folders of the group
 */
public record ControlGroup(List<Path> folders) implements AutoCloseable {

    /** Times 10 ms: what was killed is gone by then. */
    private static final int TRIES = 300;

    public ControlGroup {
        folders = List.copyOf(folders);
    }

    /** Files into which a process writes its number to enter. */
    List<Path> entrances() {
        return folders.stream().map(folder -> folder.resolve("cgroup.procs")).toList();
    }

    /** Whether a process is in it, as the kernel tells. */
    boolean holds(long pid) throws IOException {
        for (Path entrance : entrances()) {
            if (!Files.readAllLines(entrance, StandardCharsets.US_ASCII).contains(Long.toString(pid))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        for (Path folder : folders) {
            if (!isRemoved(folder)) {
                System.getLogger(ControlGroup.class.getName())
                        .log(System.Logger.Level.WARNING, "cannot remove the control group " + folder);
            }
        }
    }

    private static boolean isRemoved(Path folder) {
        for (int i = 0; i < TRIES; i++) {
            killAll(folder);
            try {
                Files.deleteIfExists(folder);
                return true;
            } catch (IOException stillTaken) {
                LockSupport.parkNanos(10_000_000);
            }
        }
        return false;
    }

    private static void killAll(Path folder) {
        try {
            for (String pid : Files.readAllLines(folder.resolve("cgroup.procs"), StandardCharsets.US_ASCII)) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (IOException gone) {
            // Another hierarchy's folder of the same group, or one already removed: deleting it says which.
            return;
        }
    }
}
