package jp.kiyome.app.mail;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code kiyome serve} in a process of its own, as the start script runs it, without walls around its workers. */
public final class ServeProcess implements AutoCloseable {

    /** Below those of connections going out, by default of Linux (ip_local_port_range) and elsewhere. */
    private static final int FIRST_PORT = 20_000;

    private static final int PAST_PORTS = 32_000;

    private final int port;
    private final Process process;

    private ServeProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param port where the settings let it listen
     * @param log what it says goes behind what stands there
     * @param options of the virtual machine
     */
    static ServeProcess start(Path settings, int port, Path log, String... options) throws IOException {
        return start(settings, List.of(), port, log, options);
    }

    /** Starts it with more words behind its settings. */
    static ServeProcess start(Path settings, List<String> words, int port, Path log, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dkiyome.worker.class.path=" + workerClassPath(),
                "-Dkiyome.worker.options=-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "jp.kiyome.app.Main",
                "serve",
                settings.toString(),
                "--jail",
                "off"));
        command.addAll(words);
        return new ServeProcess(
                port,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start());
    }

    /** Workers may have 128 files open, so libraries of tests, of the database and of the broker stay behind. */
    public static String workerClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(
                        entry -> !entry.matches(
                                ".*/(junit|archunit|assertj|byte-buddy|jazzer|jqwik|opentest4j|netty|artemis|activemq|jgroups"
                                        + "|json-schema|h2-|postgresql|flyway|spring|HikariCP|micrometer|prometheus|dnsjava|thymeleaf|attoparser|unbescape|tomcat|bcp|approval-ui)[^/]*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * A port that nobody has, and that the system gives to no connection that is going out: otherwise a client could, while nobody listens
     * there, be connected with itself and keep the port.
     */
    static int freePort() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, PAST_PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one, then.
            }
        }
        throw new IOException("no port is free");
    }

    /** Whether somebody takes connections at a port of this machine. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isAccepting() {
        return process.isAlive() && accepts(port);
    }

    /** Waits until it takes mail, or is gone. */
    boolean awaitAccepting() throws InterruptedException {
        while (process.isAlive() && !accepts(port)) {
            Thread.sleep(50);
        }
        return process.isAlive();
    }

    /** SIGKILL: nothing is done any more, nothing is tidied up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as a service manager ends it. */
    int end() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
