package jp.kiyome.testcorpus.relay;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code kiyome serve} in a process of its own, with the options of the start script. */
public final class KiyomeServe {

    private KiyomeServe() {}

    /**
     * Starts it.
     *
     * @param folder for its settings and what it says
     * @param port where the settings let it listen
     * @param settings the whole file
     * @param jail {@code required} or {@code off}
     * @param options of the virtual machine
     */
    public static Daemon begin(Path folder, int port, String settings, String jail, List<String> options) {
        try {
            Path file = Files.writeString(
                    Files.createDirectories(folder).resolve("gateway.yaml"), settings, StandardCharsets.UTF_8);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:+UseG1GC", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED"));
            command.add("-Dkiyome.worker.class.path=" + workerClassPath());
            command.add(
                    "-Dkiyome.worker.options=" + System.getProperty("kiyome.bench.worker", "-XX:TieredStopAtLevel=1"));
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "jp.kiyome.app.Main", "serve"));
            command.addAll(List.of(file.toString(), "--jail", jail));
            return Daemon.begin(port, folder.resolve("gateway.log"), command);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the settings", e);
        }
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
}
