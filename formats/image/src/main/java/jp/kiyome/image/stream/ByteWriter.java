package jp.kiyome.image.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects a small structure (a header, a segment, a chunk) before it is written out. Not for sharing between threads. */
public final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public ByteWriter u8(int value) {
        bytes.write(value);
        return this;
    }

    public ByteWriter u16be(int value) {
        return u8(value >>> 8).u8(value);
    }

    public ByteWriter u16le(int value) {
        return u8(value).u8(value >>> 8);
    }

    public ByteWriter u32be(long value) {
        return u16be((int) (value >>> 16)).u16be((int) value);
    }

    public ByteWriter u32le(long value) {
        return u16le((int) value).u16le((int) (value >>> 16));
    }

    public ByteWriter ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    public ByteWriter bytes(byte[] data) {
        bytes.writeBytes(data);
        return this;
    }

    public ByteWriter bytes(Bytes data) {
        return bytes(data.toArray());
    }

    public int size() {
        return bytes.size();
    }

    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
