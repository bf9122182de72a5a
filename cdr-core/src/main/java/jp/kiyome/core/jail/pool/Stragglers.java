package jp.kiyome.core.jail.pool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processes that a worker's start has left behind. Killed at the wrong moment bubblewrap leaves a child that waits for it for
 * ever: it has not started Java, and no longer has a parent by which it could be found.
 */
final class Stragglers {

    private Stragglers() {}

    /** Kills every process that was told of a worker's own file. */
    static void kill(Path file) {
        String name = file.toString();
        ProcessHandle.allProcesses()
                .filter(process -> wasTold(process.pid(), name))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean wasTold(long pid, String name) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(words, StandardCharsets.UTF_8).contains(name);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
