package jp.kiyome.container.packed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.content.Content;

/** Where unpacked or packed bytes go, in order. {@code sink::write} is one. */
@FunctionalInterface
public interface ByteTarget {

    /** Bytes handed on at once by {@link #pass}. */
    int PIECE = 1 << 16;

    /** Takes {@code length} bytes from {@code offset} on; the array is the caller's and changes afterwards. */
    void write(byte[] bytes, int offset, int length);

    /** A stream as a target; its {@link IOException} comes as an {@link UncheckedIOException}. */
    static ByteTarget of(OutputStream out) {
        return (bytes, offset, length) -> {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** Takes all of {@code content}. */
    default void pass(Content content) {
        byte[] buffer = new byte[(int) Math.min(PIECE, content.size())];
        for (long at = 0; at < content.size(); ) {
            int length = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, length);
            write(buffer, 0, length);
            at += length;
        }
    }
}
