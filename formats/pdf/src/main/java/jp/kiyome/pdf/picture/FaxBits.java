package jp.kiyome.pdf.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes bits, the highest first. Not thread-safe. */
final class FaxBits {

    private final OutputStream out;
    private long held;
    private int count;

    FaxBits(OutputStream out) {
        this.out = out;
    }

    void put(int bits, int length) {
        held = held << length | bits;
        count += length;
        while (count >= 8) {
            count -= 8;
            write((int) (held >> count));
        }
    }

    void end() {
        if (count > 0) {
            put(0, 8 - count);
        }
    }

    private void write(int value) {
        try {
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
