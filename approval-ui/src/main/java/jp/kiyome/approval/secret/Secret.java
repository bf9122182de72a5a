package jp.kiyome.approval.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** A secret that we show to others: of a service account, or of a client. Never shown by {@link #toString}. */
public record Secret(String value) {

    private static final int MOST = 4096;

    public Secret {
        if (value.isEmpty() || value.length() > MOST) {
            throw new IllegalArgumentException("a secret of " + value.length() + " characters");
        }
    }

    /**
     * The first line of a file.
     *
     * @throws IOException when it is missing, empty, or readable by others than its owner
     */
    public static Secret read(Path file) throws IOException {
        for (PosixFilePermission right : Files.getPosixFilePermissions(file)) {
            if (!right.name().startsWith("OWNER")) {
                throw new IOException(file + ": must be readable by its owner alone (mode 0600)");
            }
        }
        String line = Files.size(file) > MOST
                ? ""
                : Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
        if (line.isEmpty()) {
            throw new IOException(file + ": not a secret on one line");
        }
        return new Secret(line);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
