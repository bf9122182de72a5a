package jp.kiyome.core.jail.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a pool could leave behind, counted.
 *
 * @param processes below this one, all generations
 * @param descriptors open in this process
 * @param directories of workers
 */
record Leftovers(long processes, long descriptors, long directories) {

    static Leftovers now() {
        return new Leftovers(
                ProcessHandle.current().descendants().count(),
                count(Path.of("/proc/self/fd"), ""),
                count(Path.of(System.getProperty("java.io.tmpdir")), "kiyome-jail-"));
    }

    private static long count(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
