package jp.kiyome.testcorpus.zip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes in the making. Numbers go in little-endian order unless said otherwise. */
public final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public int size() {
        return out.size();
    }

    public Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The low eight bits of each. */
    public Bytes octets(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public Bytes ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    public Bytes u16(int value) {
        return octets(value, value >> 8);
    }

    public Bytes u32(long value) {
        return u16((int) value).u16((int) (value >> 16));
    }

    public Bytes bigEndian16(int value) {
        return octets(value >> 8, value);
    }

    public Bytes bigEndian32(long value) {
        return bigEndian16((int) (value >> 16)).bigEndian16((int) value);
    }

    public byte[] toArray() {
        return out.toByteArray();
    }
}
