package jp.kiyome.core.jail.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The places where this process may make control groups (cgroups(7)), in which the kernel counts a worker's memory and tasks
 * with all it starts. With version 2 that is a folder whose children have both controllers: the one of this process, or the
 * one above it (systemd: {@code Delegate=memory pids} and {@code DelegateSubgroup=main}). With version 1 it is this process's
 * own group of each controller. Where there is none, the limits of setrlimit(2) stand alone. Threads share it.
 */
public final class ControlGroups {

    private static final String PREFIX = "kiyome-";

    /** Of all that this process makes, by whichever object. */
    private static final AtomicLong MADE = new AtomicLong();

    private final List<Hierarchy> hierarchies;

    private ControlGroups(List<Hierarchy> hierarchies) {
        this.hierarchies = List.copyOf(hierarchies);
    }

    /** Makes none. */
    public static ControlGroups none() {
        return new ControlGroups(List.of());
    }

    /** Those of this machine. What earlier processes have left behind is killed and removed. */
    public static ControlGroups here() {
        ControlGroups groups = in(Path.of("/sys/fs/cgroup"), Path.of("/proc/self/cgroup"));
        groups.sweep();
        return groups;
    }

    /**
     * @param root where the hierarchies are mounted
     * @param self what proc(5) says of this process's groups
     */
    static ControlGroups in(Path root, Path self) {
        try {
            List<Hierarchy> found = new ArrayList<>();
            for (String line : Files.readAllLines(self, StandardCharsets.UTF_8)) {
                String[] fields = line.split(":", 3);
                if (fields.length == 3) {
                    Hierarchy.of(root, List.of(fields[1].split(",")), fields[2]).ifPresent(found::add);
                }
            }
            boolean countsMemory = found.stream().anyMatch(Hierarchy::countsMemory);
            return new ControlGroups(countsMemory ? found : List.of());
        } catch (IOException notLinux) {
            return new ControlGroups(List.of());
        }
    }

    /** Whether groups can be made. */
    public boolean any() {
        return !hierarchies.isEmpty();
    }

    /** A new group, if any can be made. */
    Optional<ControlGroup> make(long memoryBytes, int tasks) {
        if (hierarchies.isEmpty()) {
            return Optional.empty();
        }
        String name = PREFIX + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
        List<Path> folders = new ArrayList<>();
        try {
            for (Hierarchy hierarchy : hierarchies) {
                folders.add(hierarchy.make(name, memoryBytes, tasks));
            }
            return Optional.of(new ControlGroup(folders));
        } catch (IOException e) {
            new ControlGroup(folders).close();
            return Optional.empty();
        }
    }

    /** Ends the groups of processes that are gone. */
    private void sweep() {
        for (Hierarchy hierarchy : hierarchies) {
            try (Stream<Path> children = Files.list(hierarchy.folder())) {
                children.filter(ControlGroups::isOrphan).forEach(child -> new ControlGroup(List.of(child)).close());
            } catch (IOException e) {
                System.getLogger(ControlGroups.class.getName())
                        .log(System.Logger.Level.WARNING, "cannot look for old control groups: " + e.getMessage());
            }
        }
    }

    private static boolean isOrphan(Path group) {
        String[] words = group.getFileName().toString().split("-", -1);
        return words.length == 3
                && PREFIX.startsWith(words[0])
                && words[1].matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(words[1])).isEmpty();
    }
}
