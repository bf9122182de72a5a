package jp.kiyome.cad.jww;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import jp.kiyome.core.charset.Encoding;

/** Writes the values of an archive, each in the one form that CArchive gives it. Not thread-safe. */
final class JwwOutput {

    private static final int MORE_BYTE = 0xFF;
    private static final int MORE_WORD = 0xFFFF;
    /** Lengths from here on would be taken for the mark of UTF-16. */
    private static final int LONG = 0xFFFE;

    private final OutputStream out;

    JwwOutput(OutputStream out) {
        this.out = out;
    }

    /** One that keeps what is written to it. */
    static JwwOutput into(ByteArrayOutputStream bytes) {
        return new JwwOutput(bytes);
    }

    void u8(int value) {
        raw(new byte[] {(byte) value});
    }

    void u16(int value) {
        raw(new byte[] {(byte) value, (byte) (value >> 8)});
    }

    void u32(long value) {
        raw(new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)});
    }

    void f64(double value) {
        long bits = Double.doubleToLongBits(value);
        u32(bits);
        u32(bits >>> 32);
    }

    void count(long count) {
        if (count < MORE_WORD) {
            u16((int) count);
        } else {
            u16(MORE_WORD);
            u32(count);
        }
    }

    void text(JwwText text) {
        byte[] bytes = (text.wide() ? Encoding.UTF_16LE : Encoding.CP932).encode(text.text());
        if (text.wide()) {
            u8(MORE_BYTE);
            u16(LONG);
        }
        length(text.wide() ? bytes.length / 2 : bytes.length);
        raw(bytes);
    }

    private void length(int length) {
        if (length < MORE_BYTE) {
            u8(length);
        } else {
            u8(MORE_BYTE);
            u16(length < LONG ? length : MORE_WORD);
            if (length >= LONG) {
                u32(length);
            }
        }
    }

    void raw(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write", e);
        }
    }
}
