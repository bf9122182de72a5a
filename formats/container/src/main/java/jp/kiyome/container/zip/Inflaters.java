package jp.kiyome.container.zip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.Inflater;

/** Inflaters with their buffers, used again from member to member: making one costs more than inflating a small part. */
final class Inflaters implements AutoCloseable {

    /** Bytes fed at once. */
    private static final int BUFFER = 1 << 16;

    /** An inflater and what feeds it. */
    static final class Fed {
        final Inflater inflater = new Inflater(true);
        final byte[] buffer = new byte[BUFFER];
    }

    private final Deque<Fed> idle = new ArrayDeque<>();
    private boolean closed;

    Fed take() {
        Fed used = idle.poll();
        return used == null ? new Fed() : used;
    }

    void giveBack(Fed fed) {
        if (closed) {
            fed.inflater.end();
        } else {
            fed.inflater.reset();
            idle.push(fed);
        }
    }

    @Override
    public void close() {
        closed = true;
        idle.forEach(fed -> fed.inflater.end());
        idle.clear();
    }
}
