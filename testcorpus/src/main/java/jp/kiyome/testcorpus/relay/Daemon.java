package jp.kiyome.testcorpus.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Another program that listens at a port of this machine, until it is closed. */
public final class Daemon implements AutoCloseable {

    private static final int FIRST_PORT = 20_000;
    private static final int PAST_PORTS = 32_000;

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Process process;
    private final int port;
    private final Path log;

    private Daemon(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it and comes back at once; what it says goes to a file. */
    public static Daemon begin(int port, Path log, List<String> command) {
        try {
            return new Daemon(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    port,
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it takes connections.
     *
     * @throws IllegalStateException with what it said, when it does not
     */
    public Daemon awaitAccepting() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!accepts(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("does not listen: " + said());
            }
            pause();
        }
        return this;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** What it said so far. */
    public String said() {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody takes connections there. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * A port that nobody has, and that the system gives to no connection that is going out: otherwise a client that asks while nobody
     * listens could be connected with itself, and the port be taken when the server starts again.
     */
    public static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, PAST_PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            } catch (IOException e) {
                throw new UncheckedIOException("no free port", e);
            }
        }
        throw new IllegalStateException("no port is free");
    }

    /** Whether a program is installed, by its name or its place. */
    public static boolean isInstalled(String program) {
        return program.startsWith("/")
                ? Files.isExecutable(Path.of(program))
                : List.of("/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/", "/usr/local/bin/").stream()
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
    }

    /** A folder that users of other programs may look into. */
    public static Path readable(Path folder) {
        try {
            return Files.setPosixFilePermissions(
                    Files.createDirectories(folder), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end. */
    static void run(Path log, String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, waits a little, and kills it with all that it has started. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        started.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
