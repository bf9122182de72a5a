package jp.kiyome.ichitaro.raw;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;

/** Writes a stream: big-endian numbers, and little-endian ones where a name says so. Not thread-safe. */
public final class Out {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Out u8(int value) {
        out.write(value);
        return this;
    }

    public Out u16(int value) {
        return u8(value >> 8).u8(value);
    }

    public Out u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    public Out littleEndian16(int value) {
        return u8(value).u8(value >> 8);
    }

    public Out littleEndian32(long value) {
        return littleEndian16((int) value).littleEndian16((int) (value >> 16));
    }

    public Out raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Out ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    public Out zeros(int count) {
        return raw(new byte[count]);
    }

    public int size() {
        return out.size();
    }

    public byte[] toArray() {
        return out.toByteArray();
    }

    public Content content() {
        return HeapContent.of(out.toByteArray());
    }
}
