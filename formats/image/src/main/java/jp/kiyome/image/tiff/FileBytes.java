package jp.kiyome.image.tiff;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Reads numbers in the file's byte order and remembers how far into the file anything referred. Not for sharing. */
final class FileBytes {

    private final Content content;
    private final ByteReader in;
    private final boolean bigEndian;
    private final boolean big;
    private long furthest;

    /** @param big whether offsets and counts have eight bytes (BigTIFF) */
    FileBytes(Content content, boolean bigEndian, boolean big) {
        this.big = big;
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

    /** A number of eight bytes; those past any file are refused. */
    long u64() {
        long first = u32();
        long second = u32();
        long value = bigEndian ? first << 32 | second : second << 32 | first;
        if (value < 0) {
            throw Refused.truncated("TIFF offset or count past any file");
        }
        return value;
    }

    boolean big() {
        return big;
    }

    /** An offset or count, as wide as the file has them. */
    long offset() {
        return big ? u64() : u32();
    }

    byte[] bytes(int count) {
        require(count);
        return in.bytes(count);
    }

    /** A reader of its own for a strip or tile; strips may claim more than the file holds, then they end with it. */
    ByteReader range(long offset, long length) {
        long end = offset > content.size() ? content.size() : offset + Math.min(length, content.size() - offset);
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
