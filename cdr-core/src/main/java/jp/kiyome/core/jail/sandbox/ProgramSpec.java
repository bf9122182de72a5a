package jp.kiyome.core.jail.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A run of a program of the system that is not ours, over one file.
 *
 * @param words the program, absolute, and its arguments
 * @param input where it finds the file, below {@code /work}
 * @param folders that it reads besides those of {@code program-files.tsv}
 * @param tempBytes the most its own files may take, in memory
 * @param addressBytes of each of its processes (RLIMIT_AS)
 * @param memoryBytes of all of them with their files, where a control group can be made
 * @param processorTime of each of its processes (RLIMIT_CPU)
 */
public record ProgramSpec(
        List<String> words,
        String input,
        List<Path> folders,
        long tempBytes,
        long addressBytes,
        long memoryBytes,
        Duration processorTime) {

    /** Processes and threads, where a control group can be made. */
    static final int TASKS = 256;

    public ProgramSpec {
        words = List.copyOf(words);
        folders = List.copyOf(folders);
        if (!input.matches("/work/[a-z0-9.-]{1,32}")) {
            throw new IllegalArgumentException(input);
        }
    }
}
