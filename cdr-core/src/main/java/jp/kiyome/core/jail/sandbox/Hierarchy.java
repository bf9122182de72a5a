package jp.kiyome.core.jail.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One mounted tree of control groups, and the folder in it below which this process may make some.
 *
 * @param folder the parent of the groups to be made
 * @param kind which files a group of this tree has
 */
record Hierarchy(Path folder, Kind kind) {

    enum Kind {
        UNIFIED,
        MEMORY,
        TASKS
    }

    /**
     * The tree that one line of {@code /proc/self/cgroup} tells of, if it counts what is wanted here and can be written.
     *
     * @param controllers none but an empty word for version 2
     * @param path of this process's group
     */
    static Optional<Hierarchy> of(Path root, List<String> controllers, String path) {
        String below = path.startsWith("/") ? path.substring(1) : path;
        if (controllers.contains("memory")) {
            return writable(root.resolve("memory").resolve(below), Kind.MEMORY);
        }
        if (controllers.contains("pids")) {
            return writable(root.resolve("pids").resolve(below), Kind.TASKS);
        }
        if (!controllers.equals(List.of(""))) {
            return Optional.empty();
        }
        Path own = root.resolve(below).normalize();
        Optional<Path> above = Optional.ofNullable(own.getParent()).filter(parent -> !own.equals(root));
        return giving(own).or(() -> above.flatMap(Hierarchy::giving));
    }

    private static Optional<Hierarchy> writable(Path folder, Kind kind) {
        return Files.isWritable(folder.resolve("cgroup.procs"))
                ? Optional.of(new Hierarchy(folder, kind))
                : Optional.empty();
    }

    /** A folder of version 2 whose children are counted by both controllers, which are asked for if need be. */
    private static Optional<Hierarchy> giving(Path folder) {
        Path given = folder.resolve("cgroup.subtree_control");
        if (!Files.isWritable(given) || writable(folder, Kind.UNIFIED).isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!gives(given)) {
                write(given, "+memory +pids");
            }
            return gives(given) ? Optional.of(new Hierarchy(folder, Kind.UNIFIED)) : Optional.empty();
        } catch (IOException notGiven) {
            return Optional.empty();
        }
    }

    private static boolean gives(Path control) throws IOException {
        return List.of(Files.readString(control).strip().split("\\s+")).containsAll(List.of("memory", "pids"));
    }

    boolean countsMemory() {
        return kind != Kind.TASKS;
    }

    /** Makes a group with its limits. */
    Path make(String name, long memoryBytes, int tasks) throws IOException {
        Path group = Files.createDirectory(folder.resolve(name));
        try {
            switch (kind) {
                case UNIFIED -> {
                    write(group.resolve("memory.max"), Long.toString(memoryBytes));
                    write(group.resolve("pids.max"), Integer.toString(tasks));
                    writeWhereThere(group.resolve("memory.swap.max"), "0");
                    writeWhereThere(group.resolve("memory.oom.group"), "1");
                }
                case MEMORY -> {
                    write(group.resolve("memory.limit_in_bytes"), Long.toString(memoryBytes));
                    writeWhereThere(group.resolve("memory.memsw.limit_in_bytes"), Long.toString(memoryBytes));
                }
                case TASKS -> write(group.resolve("pids.max"), Integer.toString(tasks));
            }
            return group;
        } catch (IOException e) {
            Files.deleteIfExists(group);
            throw e;
        }
    }

    private static void writeWhereThere(Path file, String value) throws IOException {
        if (Files.isWritable(file)) {
            write(file, value);
        }
    }

    private static void write(Path file, String value) throws IOException {
        Files.writeString(file, value, StandardCharsets.US_ASCII);
    }
}
