package jp.kiyome.quarantine.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.database.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is, from what an operator names: its folder, or a file of settings that only its owner may read, one {@code name:
 * value} a line, {@code #} before comments. docs/store.md lists the names; any other is refused.
 */
public final class StoreFile {

    private static final Set<String> SHARED = Set.of("database", "originals", "cleaned", "master-keys");
    private static final Set<String> EMBEDDED = Set.of("file");
    private static final Set<String> SERVER =
            Set.of("url", "owner", "owner-password", "application", "application-password", "connections");

    private final Path file;
    private final Map<String, String> values = new HashMap<>();

    private StoreFile(Path file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @throws IOException when it is missing, readable by others, or says anything that is not understood
     */
    public static StoreSettings read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return StoreSettings.in(path);
        }
        for (PosixFilePermission right : Files.getPosixFilePermissions(path)) {
            if (!right.name().startsWith("OWNER")) {
                throw new IOException(path + ": must be readable by its owner alone (mode 0600)");
            }
        }
        StoreFile read = new StoreFile(path);
        List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            read.line(i + 1, lines.get(i).strip());
        }
        return read.settings();
    }

    private void line(int number, String line) throws IOException {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon).strip();
        boolean known = SHARED.contains(name) || EMBEDDED.contains(name) || SERVER.contains(name);
        if (colon < 0 || !known || values.put(name, line.substring(colon + 1).strip()) != null) {
            throw new IOException(
                    file + ":" + number + ": not a setting, or one that is there already: " + Untrusted.of(name));
        }
    }

    private StoreSettings settings() throws IOException {
        String database = value("database");
        DatabaseSettings settings =
                switch (database) {
                    case "h2" -> embedded();
                    case "postgresql" -> server();
                    default ->
                        throw new IOException(file + ": database is h2 or postgresql: " + Untrusted.of(database));
                };
        return new StoreSettings(
                settings, Path.of(value("originals")), Path.of(value("cleaned")), Path.of(value("master-keys")));
    }

    private DatabaseSettings embedded() throws IOException {
        insistNone(SERVER);
        return new DatabaseSettings.Embedded(Path.of(value("file")));
    }

    private DatabaseSettings server() throws IOException {
        insistNone(EMBEDDED);
        String connections = value("connections");
        if (!connections.matches("[1-9][0-9]{0,2}")) {
            throw new IOException(file + ": connections is a number from 1 to 999: " + Untrusted.of(connections));
        }
        return new DatabaseSettings.PostgreSql(
                value("url"),
                new DatabaseSettings.Login(value("owner"), value("owner-password")),
                new DatabaseSettings.Login(value("application"), value("application-password")),
                Integer.parseInt(connections));
    }

    private void insistNone(Set<String> names) throws IOException {
        for (String name : values.keySet()) {
            if (names.contains(name)) {
                throw new IOException(file + ": not a setting of this database: " + name);
            }
        }
    }

    private String value(String name) throws IOException {
        @Nullable String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IOException(file + ": " + name + " is missing");
        }
        return value;
    }
}
