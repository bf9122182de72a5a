package jp.kiyome.core.jail.sandbox;

import java.nio.file.Path;
import java.util.Optional;
import jp.kiyome.core.jail.seccomp.Architecture;

/**
 * What this machine has to build a jail with.
 *
 * @param gap why there can be no namespaces
 * @param bubblewrap the program; present when there is no gap
 */
public record Walls(Optional<JailGap> gap, Optional<Path> bubblewrap) {

    public static Walls here() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new Walls(Optional.of(JailGap.NOT_LINUX), Optional.empty());
        }
        if (Architecture.here().isEmpty()) {
            return new Walls(Optional.of(JailGap.NO_FILTER), Optional.empty());
        }
        Optional<Path> program = Bubblewrap.program();
        Optional<JailGap> gap = program.isEmpty() ? Optional.of(JailGap.NO_BUBBLEWRAP) : Optional.empty();
        return new Walls(gap, program);
    }

    /** A worker inside. */
    public Launch around(WorkerSpec spec, Path in, Path out, Path filter, ControlGroups groups) {
        return Launch.jailed(spec, in, out, filter, bubblewrap.orElseThrow(), groups);
    }

    /**
     * A program of the system inside. Its input is written to the standard input of what is started, to its end.
     *
     * @param filter a file with the filter that holds from the first instruction on
     * @throws java.util.NoSuchElementException where there is a gap
     */
    public Launch around(ProgramSpec spec, Path filter, ControlGroups groups) {
        return Launch.program(spec, filter, bubblewrap.orElseThrow(), groups);
    }
}
