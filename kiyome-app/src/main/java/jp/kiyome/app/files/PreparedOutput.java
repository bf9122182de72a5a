package jp.kiyome.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** An output that is whole on the disk under a temp name in its folder, and waits to be given its name. */
public final class PreparedOutput implements AutoCloseable {

    private final Unfinished unfinished;
    private final Path temp;
    private final Path target;

    private PreparedOutput(Unfinished unfinished, Path temp, Path target) {
        this.unfinished = unfinished;
        this.temp = temp;
        this.target = target;
    }

    /** Writes all bytes and waits until the disk has them. */
    public static PreparedOutput write(InputStream bytes, Path target, Unfinished unfinished) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a root is no place for a file");
        }
        Unfinished.Opened opened = unfinished.create(folder);
        PreparedOutput prepared = new PreparedOutput(unfinished, opened.file(), target);
        try (FileChannel channel = opened.channel()) {
            copy(bytes, channel);
            channel.force(true);
            return prepared;
        } catch (IOException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static void copy(InputStream bytes, FileChannel channel) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
            while (chunk.hasRemaining()) {
                channel.write(chunk);
            }
        }
    }

    public Path target() {
        return target;
    }

    /**
     * Gives the output its name, in one step.
     *
     * @param replace whether a file of that name is replaced
     * @throws FileAlreadyExistsException when there is one and it is not
     */
    public void publish(boolean replace) throws IOException {
        if (replace) {
            Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            publishNew();
        }
        close();
        syncFolder();
    }

    /** A link fails where a rename would silently replace. */
    private void publishNew() throws IOException {
        try {
            Files.createLink(target, temp);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException noLinks) {
            // A file system without hard links: the nearest it has.
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The new name is on the disk when the folder is. Some systems cannot open folders; there the name may come later. */
    private void syncFolder() {
        Path folder = target.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder == null ? target : folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** Removes the temp file, if it is there still. */
    @Override
    public void close() {
        try {
            unfinished.forget(temp);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + temp, e);
        }
    }
}
