package jp.kiyome.app.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of its own, small enough to be filled. Only root can have one. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this machine lets us have one. */
    static boolean isPossible(Path folder) throws IOException, InterruptedException {
        if (run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) != 0) {
            return false;
        }
        return run("umount", folder.toString()) == 0;
    }

    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()) != 0) {
            throw new IOException("cannot mount " + folder);
        }
        return new SmallDisk(folder);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Takes what room there is. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("filling"))) {
            byte[] block = new byte[1 << 12];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > 1 << 16) {
                throw full;
            }
        }
    }

    /** Gives it back. */
    void empty() throws IOException {
        Files.deleteIfExists(folder.resolve("filling"));
    }

    @Override
    public void close() {
        try {
            run("umount", "-l", folder.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
