package jp.kiyome.core.jail.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Table;

/**
 * The jail's walls: what bubblewrap (bwrap(1)) is told. The worker sees Java, its class path, five libraries of the system,
 * three devices and the two files of its own, and can write to one of these and to a file system in memory.
 */
final class Bubblewrap {

    static final String IN = "/work/in";
    static final String OUT = "/work/out";

    /** Where systems install programs; a directory that a user could have put into the path does not count. */
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/bwrap"), Path.of("/bin/bwrap"), Path.of("/usr/local/bin/bwrap"));

    private static final List<String> LIBRARY_FOLDERS = List.of(
            "/lib64",
            "/lib",
            "/usr/lib64",
            "/usr/lib",
            "/lib/x86_64-linux-gnu",
            "/usr/lib/x86_64-linux-gnu",
            "/lib/aarch64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu");

    private final WorkerSpec spec;

    Bubblewrap(WorkerSpec spec) {
        this.spec = spec;
    }

    static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /** @param filter file descriptor of the filter that holds from the start */
    List<String> arguments(Path in, Path out, int filter) {
        List<String> words =
                CommonWalls.begin(List.of("LC_ALL=C.UTF-8", "MALLOC_ARENA_MAX=2"), filter, spec.tempBytes());
        words.add("--as-pid-1");
        readable().forEach(path -> bind(words, "--ro-bind", path, path.toString()));
        CommonWalls.system(words);
        bind(words, "--ro-bind", in, IN);
        bind(words, "--bind", out, OUT);
        CommonWalls.end(words);
        return words;
    }

    /** What the worker reads, under the names it has outside: the cache of classes knows the class path by name. */
    private Set<Path> readable() {
        Set<Path> readable = new LinkedHashSet<>();
        readable.add(spec.java());
        readable.addAll(spec.classPath());
        spec.cache().ifPresent(readable::add);
        for (List<String> row : Table.of(Objects.requireNonNull(Bubblewrap.class.getResource("libraries.tsv")))
                .rows()) {
            readable.addAll(library(row.getFirst()));
        }
        return readable;
    }

    /** Under each folder where it is another file: many systems have folders that are links to others. */
    private static List<Path> library(String name) {
        Map<Path, Path> byFile = new LinkedHashMap<>();
        for (String folder : LIBRARY_FOLDERS) {
            Path library = Path.of(folder, name);
            real(library).ifPresent(file -> byFile.putIfAbsent(file, library));
        }
        return List.copyOf(byFile.values());
    }

    private static Optional<Path> real(Path library) {
        try {
            return Optional.of(library.toRealPath());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static void bind(List<String> words, String how, Path from, String to) {
        words.addAll(List.of(how, from.toString(), to));
    }
}
