package jp.kiyome.testcorpus.drawing;

import java.io.ByteArrayOutputStream;

/** Numbers, low byte first. */
final class Words {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Words u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Words u16(int... values) {
        for (int value : values) {
            u8(value, value >>> 8);
        }
        return this;
    }

    Words u32(int... values) {
        for (int value : values) {
            u16(value, value >>> 16);
        }
        return this;
    }

    Words bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Words utf16(String text) {
        text.chars().forEach(this::u16);
        return this;
    }

    /** Zeros up to a multiple. */
    Words pad(int multiple) {
        while (out.size() % multiple != 0) {
            out.write(0);
        }
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] get() {
        return out.toByteArray();
    }
}
