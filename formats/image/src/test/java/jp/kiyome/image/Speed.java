package jp.kiyome.image;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints how fast the files named on the command line are rebuilt and verified, in CPU time of the best of many rounds. */
final class Speed {

    private static final int ROUNDS = 40;

    private Speed() {}

    public static void main(String[] files) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        for (String file : files) {
            byte[] picture = Files.readAllBytes(Path.of(file));
            long best = Long.MAX_VALUE;
            int size = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = threads.getCurrentThreadCpuTime();
                size = Rebuilding.rebuild(picture).bytes().length;
                best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
            }
            System.out.printf(
                    "%-40s %9d -> %9d bytes %8.1f ms %7.1f MB/s%n",
                    Path.of(file).getFileName(), picture.length, size, best / 1e6, picture.length * 1e3 / best);
        }
    }
}
