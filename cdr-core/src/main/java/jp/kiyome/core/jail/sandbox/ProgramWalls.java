package jp.kiyome.core.jail.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jp.kiyome.core.text.Table;

/**
 * The walls around a program of the system (bwrap(1)): it sees what the system installs, one file to read, and can write to a file
 * system in memory alone. What it has made comes out of its standard output. It makes no user namespace of its own, in which the kernel
 * would let it try more.
 */
final class ProgramWalls {

    /** File descriptors that the shell opens and bubblewrap closes. */
    static final int INPUT = 8;

    static final int FILTER = 9;

    private ProgramWalls() {}

    static List<String> arguments(ProgramSpec spec) {
        List<String> words = CommonWalls.begin(
                List.of("LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/tmp", "TMPDIR=/tmp", "MALLOC_ARENA_MAX=2"),
                FILTER,
                spec.tempBytes());
        words.add("--disable-userns");
        for (List<String> row : Table.of(Objects.requireNonNull(ProgramWalls.class.getResource("program-files.tsv")))
                .rows()) {
            see(words, Path.of(row.getFirst()));
        }
        spec.folders().forEach(folder -> see(words, folder));
        CommonWalls.system(words);
        words.addAll(List.of("--ro-bind-data", Integer.toString(INPUT), spec.input()));
        CommonWalls.end(words);
        words.addAll(spec.words());
        return words;
    }

    /** Systems whose {@code /bin} is a link keep the link. */
    private static void see(List<String> words, Path path) {
        if (Files.isSymbolicLink(path) && path.getNameCount() == 1) {
            words.addAll(List.of("--symlink", "usr/" + path.getFileName(), path.toString()));
        } else {
            words.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
        }
    }
}
