package jp.kiyome.quarantine.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.key.DataKey;

/**
 * The files of blobs: {@code ROOT/ORGANISATION/AB/ABCD…}, with one root for originals and another for what was built anew. A
 * file is written under another name, forced to disk, renamed, and its folder forced to disk; so what has a name is whole.
 *
 * <p>Threads and processes may share it.
 */
public final class BlobFiles {

    private static final String UNFINISHED = "unfinished";

    private final Path originals;
    private final Path cleaned;

    /** Two roots, which may be on two disks; made where they are missing. */
    public BlobFiles(Path originals, Path cleaned) throws IOException {
        this.originals = originals.toAbsolutePath().normalize();
        this.cleaned = cleaned.toAbsolutePath().normalize();
        if (this.originals.startsWith(this.cleaned) || this.cleaned.startsWith(this.originals)) {
            throw new IOException("originals and cleaned files need two roots: " + originals + ", " + cleaned);
        }
        for (Area area : Area.values()) {
            Files.createDirectories(root(area), PosixFilePermissions.asFileAttribute(BlobWriting.OWNER_ONLY_FOLDER));
        }
    }

    private Path root(Area area) {
        return switch (area) {
            case ORIGINAL -> originals;
            case CLEANED -> cleaned;
        };
    }

    /**
     * Writes a stream to its end; when this returns the bytes outlive the machine's power.
     *
     * @param most bytes at most
     * @throws jp.kiyome.core.content.ContentTooLarge when the stream holds more
     */
    public Staged write(Organisation organisation, Area area, InputStream content, long most) throws IOException {
        Place place = Place.fresh(organisation, area);
        Path folder = folder(path(place));
        Path unfinished =
                root(area).resolve(organisation.id()).resolve(UNFINISHED).resolve(place.name());
        folder(unfinished);
        DataKey key = DataKey.fresh();
        try (BlobWriting writing = new BlobWriting(unfinished, place, key)) {
            Staged staged = new Staged(place, writing.copy(content, most), key);
            writing.force();
            Files.move(unfinished, path(place), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            return staged;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    /** The folder of a file; made, and made to last, where it is missing. */
    private static Path folder(Path file) throws IOException {
        Path folder = parent(file);
        if (!Files.isDirectory(folder)) {
            Path above = folder(folder);
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(BlobWriting.OWNER_ONLY_FOLDER));
            force(above);
        }
        return folder;
    }

    /**
     * Reads a blob.
     *
     * @throws BlobDamaged here or while reading, at the first byte that is not as it was written
     * @throws NoSuchFileException when it is gone
     */
    public InputStream open(Place place, DataKey key) throws IOException {
        InputStream file = Files.newInputStream(path(place));
        try {
            return new BlobReading(file, place, key);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Deletes a blob, if it is there. */
    public void delete(Place place) throws IOException {
        if (Files.deleteIfExists(path(place))) {
            force(parent(path(place)));
        }
    }

    public boolean exists(Place place) {
        return Files.isRegularFile(path(place));
    }

    /** Tells every blob of an organisation that was last changed before a time. */
    public void each(Organisation organisation, Area area, Instant before, Consumer<Place> told) throws IOException {
        Path root = root(area).resolve(organisation.id());
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = String.valueOf(file.getFileName());
                // What lies elsewhere is not finished.
                boolean placed = Place.isName(name) && parent(file).endsWith(name.substring(0, 2));
                if (placed && Files.isRegularFile(file) && isOlder(file, before)) {
                    told.accept(new Place(organisation, area, name));
                }
            }
        }
    }

    /** Deletes what nobody finished to write and was last changed before a time; gives how many. */
    public int deleteUnfinished(Organisation organisation, Area area, Instant before) throws IOException {
        Path folder = root(area).resolve(organisation.id()).resolve(UNFINISHED);
        int deleted = 0;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (Files.isRegularFile(file) && isOlder(file, before) && Files.deleteIfExists(file)) {
                        deleted++;
                    }
                }
            }
        }
        return deleted;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            // Finished or deleted by another process since the folder was read.
            return false;
        }
    }

    private Path path(Place place) {
        return root(place.area())
                .resolve(place.organisation().id())
                .resolve(place.name().substring(0, 2))
                .resolve(place.name());
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a blob without a folder");
        }
        return parent;
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
