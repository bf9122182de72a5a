package jp.kiyome.office.output;

import java.io.OutputStream;
import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.OutputNotClean;

/**
 * Takes what would be written and compares it with what stands there. Throws {@link OutputNotClean} at the first difference, and when
 * it is closed before all of it was written. Not thread-safe.
 */
public final class ComparedOutput extends OutputStream {

    private final Content expected;
    private long at;

    public ComparedOutput(Content expected) {
        this.expected = expected;
    }

    @Override
    public void write(int value) {
        if (at >= expected.size() || expected.byteAt(at) != (value & 0xFF)) {
            throw new OutputNotClean("another byte would be written at " + at);
        }
        at++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (length > expected.size() - at) {
            throw new OutputNotClean("more would be written");
        }
        byte[] there = new byte[length];
        expected.copy(at, there, 0, length);
        if (!Arrays.equals(there, 0, length, bytes, from, from + length)) {
            throw new OutputNotClean("another content would be written at " + at);
        }
        at += length;
    }

    @Override
    public void close() {
        if (at != expected.size()) {
            throw new OutputNotClean("less would be written");
        }
    }
}
