package jp.kiyome.app.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The temp files of outputs that are not in their place yet. When the program is interrupted they are deleted, and no more
 * are made. Threads may share it.
 */
public final class Unfinished {

    private static final String PREFIX = ".kiyome-";
    private static final String SUFFIX = ".part";

    private final Set<Path> files = new HashSet<>();
    private boolean closed;
    private boolean hooked;

    static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /** A new file of an unused name. */
    synchronized Opened create(Path folder) throws IOException {
        if (closed) {
            throw new IOException("interrupted");
        }
        if (!hooked) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "remove unfinished outputs"));
            hooked = true;
        }
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path file = folder.resolve(PREFIX + random + SUFFIX);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        files.add(file);
        return new Opened(file, channel);
    }

    /** A temp file, open for writing. */
    record Opened(Path file, FileChannel channel) {}

    /** The file has got its name, or is not wanted. */
    synchronized void forget(Path file) throws IOException {
        if (files.remove(file)) {
            Files.deleteIfExists(file);
        }
    }

    private synchronized void close() {
        closed = true;
        for (Path file : files) {
            // The program is ending and nobody listens for troubles; the name tells what the file is.
            file.toFile().delete();
        }
    }
}
