package jp.kiyome.core.jail.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;

/**
 * The two files between a worker and this process, in a directory that nobody else may enter. Both sides open them while the
 * worker starts; then their names go, so that nothing is left behind however either side ends.
 */
final class WorkerDirectory implements AutoCloseable {

    private static final int CHUNK = 1 << 30;

    private final Path directory;
    private final FileChannel in;
    private final FileChannel out;

    WorkerDirectory() {
        try {
            directory = Files.createTempDirectory(OldDirectories.OURS, mode("rwx------"));
            in = create("in");
            out = create("out");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a worker's directory", e);
        }
    }

    Path in() {
        return directory.resolve("in");
    }

    Path out() {
        return directory.resolve("out");
    }

    Path filter() {
        return directory.resolve("filter");
    }

    /** Puts the bytes where the worker reads. */
    void fill(Content content) {
        try {
            in.truncate(0);
            in.position(0);
            for (long at = 0; at < content.size(); at += CHUNK) {
                ByteBuffer chunk = content.segment()
                        .asSlice(at, Math.min(CHUNK, content.size() - at))
                        .asByteBuffer();
                while (chunk.hasRemaining()) {
                    in.write(chunk);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand a file to a worker", e);
        }
    }

    /** Empties both files: their bytes are no other file's business. */
    void clear() {
        try {
            in.truncate(0);
            out.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty a worker's files", e);
        }
    }

    /**
     * Copies what the worker wrote to where it cannot change it any more.
     *
     * @param size that it claims
     */
    Content output(long size, Workspace workspace) throws WorkerFault {
        try {
            if (out.size() != size) {
                throw new WorkerFault(WorkerFault.Kind.LIED, "an output of another size than it says");
            }
            out.position(0);
            InputStream stream = Channels.newInputStream(out);
            Content copy = workspace.copyOf(stream, size);
            if (copy.size() != size) {
                throw new WorkerFault(WorkerFault.Kind.LIED, "an output that grows shorter");
            }
            return copy;
        } catch (IOException e) {
            throw new WorkerFault(WorkerFault.Kind.LIED, "an output that cannot be read: " + e.getMessage());
        }
    }

    /** The worker has opened its files: their names are not needed any more. */
    void forgetNames() {
        try {
            Files.deleteIfExists(filter());
            Files.deleteIfExists(in());
            Files.deleteIfExists(out());
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }

    @Override
    public void close() {
        forgetNames();
        try {
            in.close();
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a worker's files", e);
        }
    }

    private FileChannel create(String name) throws IOException {
        return FileChannel.open(
                directory.resolve(name),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                mode("rw-------"));
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
