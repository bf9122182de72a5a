package jp.kiyome.core.jail.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that starts one worker.
 *
 * @param words program and arguments
 * @param jailed whether namespaces are around it
 */
public record Launch(List<String> words, boolean jailed) {

    /**
     * Limits that what follows cannot raise again (POSIX: ulimit): no core files, address space in KiB, files of so many
     * blocks of 512 bytes, open files. What is open besides the standard streams stays outside.
     */
    private static final String LIMITED =
            "ulimit -c 0 && ulimit -v \"$1\" && ulimit -f \"$2\" && ulimit -n 128 && shift 2 && exec \"$@\"";

    public Launch {
        words = List.copyOf(words);
    }

    /**
     * A process of its own, without namespaces.
     *
     * @param confined whether it gives up system calls
     */
    public static Launch bare(WorkerSpec spec, Path in, Path out, boolean confined) {
        List<String> words = new ArrayList<>();
        if (Shell.isThere()) {
            words.addAll(limited(LIMITED, spec));
        }
        words.addAll(spec.javaCommand(System.getProperty("java.io.tmpdir")));
        words.addAll(List.of(in.toString(), out.toString(), confined ? "confined" : "open"));
        return new Launch(words, false);
    }

    /** A process in namespaces of its own. */
    public static Launch jailed(WorkerSpec spec, Path in, Path out, Path filter, Path bubblewrap) {
        // The file descriptor of the filter that holds from the first instruction on; bubblewrap closes it.
        String withFilter = LIMITED.replace("exec \"$@\"", "exec \"$@\" 9<\"$FILTER\"");
        List<String> words = new ArrayList<>(limited("FILTER=$1; shift; " + withFilter, spec));
        words.add(4, filter.toString());
        words.add(bubblewrap.toString());
        words.addAll(new Bubblewrap(spec).arguments(in, out, 9));
        words.addAll(spec.javaCommand("/tmp"));
        words.addAll(List.of(Bubblewrap.IN, Bubblewrap.OUT, "alone"));
        return new Launch(words, true);
    }

    private static List<String> limited(String script, WorkerSpec spec) {
        return List.of(
                Shell.PATH.toString(),
                "-c",
                script,
                "kiyome-worker",
                Long.toString(spec.addressBytes() >> 10),
                Long.toString(spec.mappedBytes() >> 9));
    }
}
