package jp.kiyome.quarantine.reprocess.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.finding.Untrusted;

/** Reads where the broker is: a file that only its owner may read, one {@code name: value} a line, {@code #} before comments. */
public final class BrokerFile {

    private static final Set<String> NAMES = Set.of("url", "user", "password", "queue");

    private BrokerFile() {}

    /**
     * Reads it.
     *
     * @throws IOException when it is missing, readable by others, or says anything that is not understood
     */
    public static Broker read(Path file) throws IOException {
        for (PosixFilePermission right : Files.getPosixFilePermissions(file)) {
            if (!right.name().startsWith("OWNER")) {
                throw new IOException(file + ": must be readable by its owner alone (mode 0600)");
            }
        }
        Map<String, String> values = new TreeMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (colon < 0
                    || !NAMES.contains(name)
                    || values.put(name, line.substring(colon + 1).strip()) != null) {
                throw new IOException(
                        file + ":" + (i + 1) + ": not a setting, or one that is there already: " + Untrusted.of(name));
            }
        }
        for (String name : List.of("url", "user", "password")) {
            if (!values.containsKey(name)) {
                throw new IOException(file + ": " + name + " is missing");
            }
        }
        return new Broker(
                values.getOrDefault("url", ""),
                values.getOrDefault("user", ""),
                values.getOrDefault("password", ""),
                values.getOrDefault("queue", Broker.QUEUE));
    }
}
