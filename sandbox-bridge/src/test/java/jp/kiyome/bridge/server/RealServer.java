package jp.kiyome.bridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that listens on a port of this machine until it is closed. */
final class RealServer implements AutoCloseable {

    private static final int FIRST_PORT = 20_000;
    private static final int PAST_PORTS = 32_000;

    private final Process process;

    private RealServer(Process process) {
        this.process = process;
    }

    /** Whether a program is installed. */
    static boolean has(String program) {
        return Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/")
                .anyMatch(place -> Files.isExecutable(Path.of(place + program)));
    }

    /**
     * A port that nobody has, and that the system gives to no connection that is going out: otherwise a client that asks while nobody
     * listens could be connected with itself, and the port be taken when the server starts again.
     */
    static int freePort() {
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

    /** Starts a program and waits until its port answers. */
    static RealServer start(Path directory, int port, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.txt").toFile())
                    .start();
            RealServer server = new RealServer(process);
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!answers(port)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    server.close();
                    throw new IllegalStateException(
                            command + " did not start: " + Files.readString(directory.resolve("output.txt")));
                }
                Thread.sleep(50);
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    /** Stops it and its children, at once. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
