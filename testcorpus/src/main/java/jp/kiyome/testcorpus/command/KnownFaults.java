package jp.kiyome.testcorpus.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Public test files that are labelled benign and are broken, with the reason that they must be refused for. */
record KnownFaults(Set<String> lines) {

    static final KnownFaults LIST = read();

    boolean names(String sha256, String code) {
        return lines.contains(sha256 + " " + code);
    }

    private static KnownFaults read() {
        try (InputStream in = KnownFaults.class.getResourceAsStream("known-faults.txt")) {
            if (in == null) {
                throw new IllegalStateException("known-faults.txt is missing");
            }
            return new KnownFaults(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip().replaceAll(" +", " "))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
