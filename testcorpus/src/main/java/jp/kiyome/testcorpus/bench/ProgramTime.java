package jp.kiyome.testcorpus.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Processor time of other programs, user's and system's. Stateless. */
final class ProgramTime {

    private ProgramTime() {}

    /** The best of some runs in nanoseconds, to the millisecond; 0 where the program is missing or fails. {@code $0} is the file. */
    static long of(int rounds, String command, Path file) {
        long best = Long.MAX_VALUE;
        try {
            for (int round = 0; round < rounds; round++) {
                // 3: qpdf warned, and wrote the file.
                String script = "TIMEFORMAT='%3U %3S'; time { " + command + " >/dev/null 2>&1 || test $? = 3; }";
                Process shell = new ProcessBuilder("bash", "-c", script, file.toString())
                        .redirectErrorStream(true)
                        .start();
                String[] seconds = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                        .strip()
                        .split(" ", -1);
                if (shell.waitFor() != 0 || seconds.length != 2) {
                    return 0;
                }
                double taken = Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
                best = Math.min(best, (long) (1e9 * taken));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
        return best;
    }
}
