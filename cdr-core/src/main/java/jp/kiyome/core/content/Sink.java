package jp.kiyome.core.content;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a handler writes: on the heap first, in a temp file of the {@link Workspace} when it grows. What was written can be
 * read back once with {@link #finish}; after that nothing more is written.
 *
 * <p>Not thread-safe. Throws {@link UncheckedIOException} when the disk is full or gone.
 */
public final class Sink extends OutputStream {

    /** Bytes kept on the heap before a file is made, unless the workspace says otherwise. */
    public static final int ON_HEAP = 8 << 20;

    private final Workspace workspace;
    private final int onHeap;
    private byte[] heap;
    private int used;
    private @Nullable SpillFile file;
    private boolean finished;

    Sink(Workspace workspace, int onHeap) {
        this.workspace = workspace;
        this.onHeap = onHeap;
        this.heap = new byte[Math.min(8192, onHeap)];
    }

    /** Bytes written so far. */
    public long position() {
        return used + (file == null ? 0 : file.size());
    }

    @Override
    public void write(int value) {
        room(1);
        heap[used++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        if (length > onHeap) {
            spill();
            spilled().write(source, offset, length);
            return;
        }
        room(length);
        System.arraycopy(source, offset, heap, used, length);
        used += length;
    }

    /** Ends the writing and gives back what was written; lives as long as the workspace. */
    public Content finish() {
        if (finished) {
            throw new IllegalStateException("a sink is finished once");
        }
        finished = true;
        if (file == null) {
            return HeapContent.of(Arrays.copyOf(heap, used));
        }
        spill();
        return spilled().mapped();
    }

    private void room(int length) {
        if (finished) {
            throw new IllegalStateException("written after the end");
        }
        if (length <= heap.length - used) {
            return;
        }
        if (used + length > onHeap) {
            spill();
        }
        if (length > heap.length - used) {
            heap = Arrays.copyOf(heap, Math.min(onHeap, Math.max(heap.length * 2, used + length)));
        }
    }

    private void spill() {
        if (file == null) {
            file = workspace.spillFile();
        }
        file.write(heap, 0, used);
        used = 0;
    }

    private SpillFile spilled() {
        if (file == null) {
            throw new IllegalStateException("nothing was spilled");
        }
        return file;
    }

    /** Nothing to do: {@link #finish} ends the writing and the workspace frees what is behind it. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
