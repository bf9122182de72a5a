package jp.kiyome.core.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A temp file of a workspace, written from front to end, then mapped. */
final class SpillFile {

    private final FileChannel channel;
    private final Arena arena;
    private long size;

    SpillFile(FileChannel channel, Arena arena) {
        this.channel = channel;
        this.arena = arena;
    }

    long size() {
        return size;
    }

    void write(byte[] source, int offset, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(source, offset, length);
        try {
            while (buffer.hasRemaining()) {
                size += channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a temp file", e);
        }
    }

    Content mapped() {
        try (channel) {
            return new MappedContent(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot map a temp file", e);
        }
    }
}
