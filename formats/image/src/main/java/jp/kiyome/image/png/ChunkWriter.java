package jp.kiyome.image.png;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import jp.kiyome.core.content.Sink;
import jp.kiyome.image.stream.ByteWriter;

/** Writes chunks with their lengths and check sums (PNG 5.3), and numbers those of an animation. Not for sharing. */
final class ChunkWriter {

    private final Sink out;
    private int sequence;

    ChunkWriter(Sink out) {
        this.out = out;
        put(new ByteWriter()
                .u32be(ChunkReader.SIGNATURE >>> 32)
                .u32be(ChunkReader.SIGNATURE)
                .toByteArray());
    }

    void chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        put(new ByteWriter().u32be(data.length).bytes(name).toByteArray());
        put(data);
        put(new ByteWriter().u32be(crc.getValue()).toByteArray());
    }

    void frame(FrameControl control) {
        chunk("fcTL", control.write(sequence++).toByteArray());
    }

    /** Image data; fdAT begins with its sequence number (PNG 11.3.6.3). */
    void data(String type, byte[] buffer, int length) {
        ByteWriter data = new ByteWriter();
        if (type.equals("fdAT")) {
            data.u32be(sequence++);
        }
        chunk(type, data.bytes(java.util.Arrays.copyOf(buffer, length)).toByteArray());
    }

    private void put(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }
}
