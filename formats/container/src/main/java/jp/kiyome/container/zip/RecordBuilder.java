package jp.kiyome.container.zip;

import java.io.ByteArrayOutputStream;

/** Builds a record of an archive, number by number, little-endian. Numbers that do not fit are cut to their low bytes. */
final class RecordBuilder {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RecordBuilder u16(long value) {
        return number(value, 2);
    }

    RecordBuilder u32(long value) {
        return number(value, 4);
    }

    RecordBuilder u64(long value) {
        return number(value, 8);
    }

    RecordBuilder bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    long size() {
        return out.size();
    }

    byte[] done() {
        return out.toByteArray();
    }

    private RecordBuilder number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }
}
