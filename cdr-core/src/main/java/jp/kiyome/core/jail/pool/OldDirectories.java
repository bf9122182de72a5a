package jp.kiyome.core.jail.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Workers' directories whose owner was killed while they started: two empty files and a filter, no byte of a document. They are
 * removed when another pool starts.
 */
final class OldDirectories {

    private static final String PREFIX = "kiyome-jail-";

    /** How the names of this process's directories begin. */
    static final String OURS = PREFIX + ProcessHandle.current().pid() + "-";

    /** Longer than a start may take: another container's process may have a number that is nobody's here. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private OldDirectories() {}

    /**
     * @param folder of temp files
     * @param now the time
     */
    static void remove(Path folder, Instant now) {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(OldDirectories::isOrphan).toList()) {
                if (Files.getLastModifiedTime(child).toInstant().isBefore(now.minus(OLD))) {
                    for (String name : new String[] {"in", "out", "filter", ""}) {
                        Files.deleteIfExists(child.resolve(name));
                    }
                }
            }
        } catch (IOException e) {
            System.getLogger(OldDirectories.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot remove old directories: " + e.getMessage());
        }
    }

    private static boolean isOrphan(Path directory) {
        String[] words = directory.getFileName().toString().split("-", -1);
        return words.length == 4
                && directory.getFileName().toString().startsWith(PREFIX)
                && words[2].matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(words[2])).isEmpty();
    }
}
