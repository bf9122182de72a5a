package jp.kiyome.image.stream;

import jp.kiyome.core.content.Content;

/**
 * A cursor over a range of a file that reads numbers of either byte order. Nothing past the range is ever seen; reading over
 * its end throws {@link Refused} (truncated). Not for sharing between threads.
 */
public final class ByteReader {

    private static final int CHUNK = 1 << 13;

    private final Content content;
    private final long end;
    private final byte[] chunk = new byte[CHUNK];
    private long chunkStart;
    private int chunkLength;
    private long position;

    public ByteReader(Content content) {
        this(content, 0, content.size());
    }

    public ByteReader(Content content, long start, long end) {
        if (start < 0 || start > end || end > content.size()) {
            throw Refused.truncated("range " + start + ".." + end + " of " + content.size());
        }
        this.content = content;
        this.position = start;
        this.end = end;
    }

    public Content content() {
        return content;
    }

    public long position() {
        return position;
    }

    public long end() {
        return end;
    }

    public long remaining() {
        return end - position;
    }

    public void seek(long to) {
        if (to < 0 || to > end) {
            throw Refused.truncated("offset " + to + " past " + end);
        }
        position = to;
    }

    public void skip(long count) {
        require(count);
        position += count;
    }

    /** Throws unless so many bytes are left: every count from a file passes here before anything is allocated for it. */
    public void require(long count) {
        if (count < 0 || count > remaining()) {
            throw Refused.truncated(count + " bytes wanted at " + position + ", " + remaining() + " left");
        }
    }

    public int u8() {
        if (position < chunkStart || position >= chunkStart + chunkLength) {
            load();
        }
        return chunk[(int) (position++ - chunkStart)] & 0xFF;
    }

    public int u16be() {
        return u8() << 8 | u8();
    }

    public int u16le() {
        return u8() | u8() << 8;
    }

    public int i32be() {
        return u16be() << 16 | u16be();
    }

    public int i32le() {
        return u16le() | u16le() << 16;
    }

    public long u32be() {
        return i32be() & 0xFFFF_FFFFL;
    }

    public long u32le() {
        return i32le() & 0xFFFF_FFFFL;
    }

    public byte[] bytes(int count) {
        require(count);
        byte[] result = new byte[count];
        read(result, 0, count);
        return result;
    }

    public void read(byte[] into, int from, int count) {
        require(count);
        content.copy(position, into, from, count);
        position += count;
    }

    /** Moves to the next byte of that value, or to the end. */
    public void skipTo(byte wanted) {
        while (position < end) {
            if (position < chunkStart || position >= chunkStart + chunkLength) {
                load();
            }
            for (int i = (int) (position - chunkStart); i < chunkLength; i++) {
                if (chunk[i] == wanted) {
                    position = chunkStart + i;
                    return;
                }
            }
            position = chunkStart + chunkLength;
        }
    }

    private void load() {
        require(1);
        chunkStart = position;
        chunkLength = (int) Math.min(CHUNK, remaining());
        content.copy(position, chunk, 0, chunkLength);
    }
}
