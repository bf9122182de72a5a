package jp.kiyome.pdf.font;

import java.io.ByteArrayOutputStream;

/** Collects bytes, big-endian. Not thread-safe. */
final class FontOut {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    FontOut u8(int value) {
        bytes.write(value);
        return this;
    }

    FontOut u16(int value) {
        return u8(value >> 8).u8(value);
    }

    FontOut u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    FontOut bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    FontOut pad(int multiple) {
        while (bytes.size() % multiple != 0) {
            bytes.write(0);
        }
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
