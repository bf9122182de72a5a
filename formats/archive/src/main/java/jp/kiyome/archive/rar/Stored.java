package jp.kiyome.archive.rar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kiyome.container.packed.ByteTarget;

/** Members that are not packed. */
final class Stored {

    private Stored() {}

    /**
     * Hands on what stands there, {@code size} bytes at most where it is padded.
     *
     * @param padded whether bytes may follow that fill a block
     */
    static void copy(InputStream in, long size, ByteTarget out, boolean padded) {
        byte[] buffer = new byte[ByteTarget.PIECE];
        long left = padded ? size : Long.MAX_VALUE;
        try {
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    return;
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
