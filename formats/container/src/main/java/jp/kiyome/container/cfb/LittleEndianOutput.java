package jp.kiyome.container.cfb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;

/** Writes numbers and blocks of a compound file. */
final class LittleEndianOutput {

    private final Sink sink;

    LittleEndianOutput(Sink sink) {
        this.sink = sink;
    }

    void u8(int value) {
        sink.write(value);
    }

    void u16(int value) {
        sink.write(value);
        sink.write(value >> 8);
    }

    void i32(int value) {
        u16(value);
        u16(value >> 16);
    }

    void i64(long value) {
        i32((int) value);
        i32((int) (value >> 32));
    }

    void guid(UUID id) {
        i32((int) (id.getMostSignificantBits() >> 32));
        u16((int) (id.getMostSignificantBits() >> 16));
        u16((int) id.getMostSignificantBits());
        i64(Long.reverseBytes(id.getLeastSignificantBits()));
    }

    void utf16(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        sink.write(bytes, 0, bytes.length);
    }

    void fill(int value, long count) {
        for (long i = 0; i < count; i++) {
            sink.write(value);
        }
    }

    /** The bytes of a stream, and zeros up to the end of its last sector. */
    void padded(Content content, int unit) {
        try {
            content.stream().transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
        fill(0, NewLayout.up(content.size(), unit) * unit - content.size());
    }
}
