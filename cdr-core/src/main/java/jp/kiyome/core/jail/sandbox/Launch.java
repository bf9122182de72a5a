package jp.kiyome.core.jail.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line that starts one worker, or one program.
 *
 * @param words program and arguments
 * @param jailed whether namespaces are around it
 * @param group in which the kernel counts what it uses
 */
public record Launch(List<String> words, boolean jailed, Optional<ControlGroup> group) {

    /** Enters the groups named before the word {@code --}. */
    private static final String ENTER = "while [ \"$1\" != -- ]; do echo $$ >\"$1\" || exit 1; shift; done; shift; ";

    /**
     * Limits that what follows cannot raise again (POSIX: ulimit): no core files, address space in KiB, files of so many
     * blocks of 512 bytes, open files. What is open besides the standard streams stays outside.
     */
    private static final String LIMITED =
            "ulimit -c 0 && ulimit -v \"$1\" && ulimit -f \"$2\" && ulimit -n 128 && shift 2 && exec \"$@\"";

    /** As {@link #LIMITED}, with seconds of the processor; the input goes to bubblewrap, and the program gets none. */
    private static final String PROGRAM = "FILTER=$1; shift; " + ENTER
            + "ulimit -c 0 && ulimit -v \"$1\" && ulimit -f \"$2\" && ulimit -t \"$3\" && ulimit -n 256 && shift 3"
            + " && exec \"$@\" 8<&0 9<\"$FILTER\" </dev/null";

    public Launch {
        words = List.copyOf(words);
    }

    /**
     * A process of its own, without namespaces.
     *
     * @param confined whether it gives up system calls
     */
    public static Launch bare(WorkerSpec spec, Path in, Path out, boolean confined, ControlGroups groups) {
        List<String> words = new ArrayList<>();
        Optional<ControlGroup> group = Shell.isThere() ? group(spec, groups) : Optional.empty();
        if (Shell.isThere()) {
            words.addAll(limited(ENTER + LIMITED, group, spec));
        }
        words.addAll(spec.javaCommand(System.getProperty("java.io.tmpdir")));
        words.addAll(List.of(in.toString(), out.toString(), confined ? "confined" : "open"));
        return new Launch(words, false, group);
    }

    /** A process in namespaces of its own. */
    static Launch jailed(WorkerSpec spec, Path in, Path out, Path filter, Path bubblewrap, ControlGroups groups) {
        Optional<ControlGroup> group = group(spec, groups);
        // The file descriptor of the filter that holds from the first instruction on; bubblewrap closes it.
        String withFilter = LIMITED.replace("exec \"$@\"", "exec \"$@\" 9<\"$FILTER\"");
        List<String> words = new ArrayList<>(limited("FILTER=$1; shift; " + ENTER + withFilter, group, spec));
        words.add(4, filter.toString());
        words.add(bubblewrap.toString());
        words.addAll(new Bubblewrap(spec).arguments(in, out, 9));
        words.addAll(spec.javaCommand("/tmp"));
        words.addAll(List.of(Bubblewrap.IN, Bubblewrap.OUT, "alone"));
        return new Launch(words, true, group);
    }

    /**
     * A program of the system in namespaces of its own; what it reads comes in by the standard input of the process.
     *
     * @param filter the filter that holds from the first instruction on
     */
    static Launch program(ProgramSpec spec, Path filter, Path bubblewrap, ControlGroups groups) {
        Optional<ControlGroup> group = groups.make(spec.memoryBytes(), ProgramSpec.TASKS);
        List<String> words =
                new ArrayList<>(List.of(Shell.PATH.toString(), "-c", PROGRAM, "kiyome-program", filter.toString()));
        group.ifPresent(made -> made.entrances().forEach(entrance -> words.add(entrance.toString())));
        words.addAll(List.of(
                "--",
                Long.toString(spec.addressBytes() >> 10),
                Long.toString(spec.tempBytes() >> 9),
                Long.toString(Math.max(1, spec.processorTime().toSeconds())),
                bubblewrap.toString()));
        words.addAll(ProgramWalls.arguments(spec));
        return new Launch(words, true, group);
    }

    private static Optional<ControlGroup> group(WorkerSpec spec, ControlGroups groups) {
        return groups.make(spec.memoryBytes(), WorkerSpec.TASKS);
    }

    private static List<String> limited(String script, Optional<ControlGroup> group, WorkerSpec spec) {
        List<String> words = new ArrayList<>(List.of(Shell.PATH.toString(), "-c", script, "kiyome-worker"));
        group.ifPresent(made -> made.entrances().forEach(entrance -> words.add(entrance.toString())));
        words.add("--");
        words.add(Long.toString(spec.addressBytes() >> 10));
        words.add(Long.toString(spec.mappedBytes() >> 9));
        return words;
    }
}
