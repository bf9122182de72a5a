package jp.kiyome.core.jail.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> words = new ArrayList<>(List.of(
                "--unshare-user",
                "--disable-userns",
                "--unshare-pid",
                "--unshare-ipc",
                "--unshare-net",
                "--unshare-uts",
                "--unshare-cgroup-try",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--uid",
                "65534",
                "--gid",
                "65534",
                "--hostname",
                "jail",
                "--clearenv"));
        for (String setting :
                List.of("LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/tmp", "TMPDIR=/tmp", "MALLOC_ARENA_MAX=2")) {
            int equals = setting.indexOf('=');
            words.addAll(List.of("--setenv", setting.substring(0, equals), setting.substring(equals + 1)));
        }
        words.addAll(List.of("--seccomp", Integer.toString(FILTER)));
        words.addAll(List.of("--size", Long.toString(spec.tempBytes()), "--tmpfs", "/tmp"));
        for (List<String> row : Table.of(Objects.requireNonNull(ProgramWalls.class.getResource("program-files.tsv")))
                .rows()) {
            see(words, Path.of(row.getFirst()));
        }
        spec.folders().forEach(folder -> see(words, folder));
        words.addAll(List.of("--proc", "/proc"));
        for (String device : List.of("/dev/null", "/dev/random", "/dev/urandom")) {
            words.addAll(List.of("--dev-bind", device, device));
        }
        words.addAll(List.of("--ro-bind-data", Integer.toString(INPUT), spec.input()));
        // Else the root, which is in memory too, could be filled.
        words.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
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
