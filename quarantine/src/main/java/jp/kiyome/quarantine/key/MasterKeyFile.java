package jp.kiyome.quarantine.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of the master keys, which only its owner may read: a first line that names the form, then one key a line, its id and
 * its bytes in Base64; the first is the current one. It belongs on another medium than the backups of the store. Threads and
 * processes may share it; one at a time changes it, and another that wants to is told so.
 */
public final class MasterKeyFile {

    private static final String FORM = "kiyome master keys 1";
    private static final int MOST_BYTES = 1 << 16;

    private final Path file;

    public MasterKeyFile(Path file) {
        this.file = file;
    }

    /** Makes the file with one new key when there is none; then {@link #open}. */
    public MasterKeys openOrCreate() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Path whole = write(Map.of(freshId(), DataKey.fresh()));
            try {
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException e) {
                // Another process was first: its key holds.
                return open();
            } finally {
                Files.delete(whole);
            }
            syncDirectory();
        }
        return open();
    }

    /**
     * Reads the keys.
     *
     * @throws IOException when the file is missing, readable by others, or not of this form
     */
    public MasterKeys open() throws IOException {
        for (PosixFilePermission right : Files.getPosixFilePermissions(file)) {
            if (!right.name().startsWith("OWNER")) {
                throw new IOException(file + ": must be readable by its owner alone (mode 0600)");
            }
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": too long for a file of master keys");
        }
        return parse(Files.readAllLines(file, StandardCharsets.US_ASCII));
    }

    private MasterKeys parse(List<String> lines) throws IOException {
        if (lines.size() < 2 || !lines.getFirst().equals(FORM)) {
            throw new IOException(file + ": not a file of master keys");
        }
        Map<String, DataKey> keys = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            @Nullable DataKey twice;
            try {
                twice = keys.put(words[0], DataKey.of(Base64.getDecoder().decode(words[words.length - 1])));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ": not a master key in line " + (keys.size() + 2), e);
            }
            if (words.length != 2 || twice != null) {
                throw new IOException(file + ": not a master key in line " + (keys.size() + 1));
            }
        }
        return new MasterKeys(keys.keySet().iterator().next(), keys);
    }

    /** Puts a new key before the others, which stay for what is still under them. */
    public MasterKeys addCurrent() throws IOException {
        return alone(() -> {
            Map<String, DataKey> keys = new LinkedHashMap<>();
            keys.put(freshId(), DataKey.fresh());
            keys.putAll(open().all());
            return replace(keys);
        });
    }

    /**
     * Leaves only the current key. To be called when nothing is under the others any more.
     *
     * @param current its id, as it was when that was found out
     * @throws IOException when another has become the current one meanwhile
     */
    public MasterKeys dropOthers(String current) throws IOException {
        return alone(() -> {
            MasterKeys keys = open();
            if (!keys.current().equals(current)) {
                throw new IOException(file + ": another key has become the current one");
            }
            Map<String, DataKey> all = keys.all();
            all.keySet().retainAll(List.of(current));
            return replace(all);
        });
    }

    private interface Changing {
        MasterKeys perform() throws IOException;
    }

    /** Two that change the file at once would lose the key of one of them, and what is under it by then. */
    private MasterKeys alone(Changing change) throws IOException {
        Path beside = directory().resolve(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException(file + ": another process is changing it");
            }
            return change.perform();
        } catch (OverlappingFileLockException e) {
            throw new IOException(file + ": another thread is changing it", e);
        }
    }

    private MasterKeys replace(Map<String, DataKey> keys) throws IOException {
        Files.move(write(keys), file, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory();
        return open();
    }

    private Path write(Map<String, DataKey> keys) throws IOException {
        StringBuilder text = new StringBuilder(FORM).append('\n');
        keys.forEach((id, key) -> text.append(id)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(key.bytes()))
                .append('\n'));
        Path whole = Files.createTempFile(
                directory(),
                ".master-",
                ".keys",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return whole;
    }

    private Path directory() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    private void syncDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(directory(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static String freshId() {
        return HexFormat.of().formatHex(DataKey.fresh().bytes(), 0, 8);
    }
}
