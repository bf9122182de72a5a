package jp.kiyome.core.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The temp files behind the contents and sinks of one file on its way. A temp file has no name: it is deleted while open,
 * so that it is gone with the process however that ends; {@link #close} unmaps it at once.
 *
 * <p>Not thread-safe; contents may be read by any thread until the workspace is closed.
 */
public final class Workspace implements AutoCloseable {

    private final Path directory;
    private @Nullable Arena arena;
    private final List<FileChannel> channels = new ArrayList<>();

    /** @param directory where temp files are made; must exist and be writable by this process alone */
    public Workspace(Path directory) {
        this.directory = directory;
    }

    /** Uses the directory that {@code java.io.tmpdir} names. */
    public static Workspace inTempDirectory() {
        return new Workspace(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Another one in the same place, to be closed earlier. */
    public Workspace beside() {
        return new Workspace(directory);
    }

    public Sink sink() {
        return new Sink(this);
    }

    /**
     * Copies a stream, so that nobody changes it between two readings.
     *
     * @param limit bytes at most
     * @throws ContentTooLarge when the stream holds more
     */
    public Content copyOf(InputStream stream, long limit) throws IOException {
        Sink sink = sink();
        byte[] buffer = new byte[1 << 16];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            if (sink.position() + read > limit) {
                throw new ContentTooLarge(limit);
            }
            sink.write(buffer, 0, read);
        }
        return sink.finish();
    }

    SpillFile spillFile() {
        try {
            Path path = Files.createTempFile(directory, "kiyome-", ".tmp");
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            // Where the system lets an open file go nameless nothing is left behind even when this process is killed.
            Files.deleteIfExists(path);
            channels.add(channel);
            return new SpillFile(channel, arena());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temp file in " + directory, e);
        }
    }

    /** Made with the first file, for most work needs none. */
    private Arena arena() {
        Arena made = arena;
        if (made == null) {
            made = Arena.ofShared();
            arena = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (arena != null) {
            arena.close();
        }
        for (FileChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a temp file", e);
            }
        }
    }
}
