package jp.kiyome.core.jail.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The arguments of bwrap(1) that workers and programs of the system have in common. */
final class CommonWalls {

    private static final List<String> NAMESPACES = List.of(
            "--unshare-user",
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
            "--clearenv");

    private CommonWalls() {}

    /**
     * Namespaces, and temp files in memory before all that may stand below them: a later mount hides an earlier one.
     *
     * @param environment name=value, and nothing else
     * @param filter file descriptor of the filter that holds from the start
     */
    static List<String> begin(List<String> environment, int filter, long tempBytes) {
        List<String> words = new ArrayList<>(NAMESPACES);
        for (String setting : environment) {
            int equals = setting.indexOf('=');
            words.addAll(List.of("--setenv", setting.substring(0, equals), setting.substring(equals + 1)));
        }
        words.addAll(List.of("--seccomp", Integer.toString(filter)));
        words.addAll(List.of("--size", Long.toString(tempBytes), "--tmpfs", "/tmp"));
        return words;
    }

    /** Its own processes, and devices that hold nothing. */
    static void system(List<String> words) {
        words.addAll(List.of("--proc", "/proc"));
        for (String device : List.of("/dev/null", "/dev/random", "/dev/urandom")) {
            words.addAll(List.of("--dev-bind", device, device));
        }
    }

    /** The places are made: their own root, in memory, could else be filled. */
    static void end(List<String> words) {
        words.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
    }
}
