package jp.kiyome.mail.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of addresses, read again when it has changed: looked at most every few seconds, taken whole or not at all. While a new version
 * cannot be read the last good one holds. Threads share it.
 */
public final class AddressFile {

    /** Bytes; a hundred thousand addresses have less. */
    private static final long MOST = 16L << 20;

    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final Path path;
    private final Consumer<String> complaints;
    private @Nullable AddressSet last;
    private State seen = new State(FileTime.fromMillis(0), -1);
    private long looked;

    private record State(FileTime changed, long size) {}

    /** @param complaints told, once each time, why a new version is not taken */
    public AddressFile(Path path, Consumer<String> complaints) {
        this.path = path;
        this.complaints = complaints;
    }

    public Path path() {
        return path;
    }

    /** What it lists; empty while no version of it could be read. */
    public synchronized Optional<AddressSet> now() {
        long time = System.nanoTime();
        if (last == null || time - looked >= PAUSE_NANOS) {
            looked = time;
            look();
        }
        return Optional.ofNullable(last);
    }

    private void look() {
        try {
            State now = new State(Files.getLastModifiedTime(path), Files.size(path));
            if (!now.equals(seen)) {
                seen = now;
                last = read(now.size());
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            complaints.accept(path + ": " + e.getMessage());
        }
    }

    private AddressSet read(long size) throws IOException {
        if (size > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " bytes");
        }
        return AddressLines.read(Files.readAllBytes(path));
    }
}
