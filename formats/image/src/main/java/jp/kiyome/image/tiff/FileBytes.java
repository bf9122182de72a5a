package jp.kiyome.image.tiff;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;

/** Reads numbers in the file's byte order and remembers how far into the file anything referred. Not for sharing. */
final class FileBytes {

    private final Content content;
    private final ByteReader in;
    private final boolean bigEndian;
    private long furthest;

    FileBytes(Content content, boolean bigEndian) {
        this.content = content;
        this.in = new ByteReader(content);
        this.bigEndian = bigEndian;
    }

    boolean bigEndian() {
        return bigEndian;
    }

    void seek(long offset) {
        in.seek(offset);
    }

    long position() {
        return in.position();
    }

    /** Throws unless so many bytes are left. */
    void require(long count) {
        in.require(count);
        reached(in.position() + count);
    }

    int u8() {
        return in.u8();
    }

    int u16() {
        return bigEndian ? in.u16be() : in.u16le();
    }

    long u32() {
        return bigEndian ? in.u32be() : in.u32le();
    }

    byte[] bytes(int count) {
        require(count);
        return in.bytes(count);
    }

    /** A reader of its own for a strip or tile; strips may claim more than the file holds, then they end with it. */
    ByteReader range(long offset, long length) {
        long end = Math.min(content.size(), offset + length);
        ByteReader range = new ByteReader(content, Math.min(offset, end), end);
        reached(end);
        return range;
    }

    private void reached(long offset) {
        furthest = Math.max(furthest, offset);
    }

    /** Offset behind the last byte that anything referred to. */
    long furthest() {
        return furthest;
    }
}
