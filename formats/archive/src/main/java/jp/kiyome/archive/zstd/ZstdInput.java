package jp.kiyome.archive.zstd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Unpacks frames behind each other to the end of a stream (RFC 8878). Whatever the specification does not allow is refused
 * with {@code packed.broken}; a window past 64 MiB with {@code archive.window}. Memory is a little more than the window, and
 * no more than what was unpacked asks for. Frames that are skipped are counted, and not read. Not thread-safe.
 */
public final class ZstdInput extends InputStream {

    /** What the first four bytes of a frame say, the lowest first. */
    public static final long MAGIC = 0xFD2FB528L;

    /** Bytes of a block at most (3.1.1.2.4). */
    static final int BLOCK = 1 << 17;

    private static final long SKIPPED = 0x184D2A50L;
    private static final int SPARE = 8;

    private final Bytes in;
    private final byte[] block = new byte[BLOCK + SPARE];
    private final int limit;
    private Literals literals = new Literals();
    private Sequences sequences = new Sequences();
    private XxHash64 hash = new XxHash64();
    private FrameHead head = new FrameHead(0, OptionalLong.empty(), false);
    private History history = new History(0);
    private boolean within;
    private boolean last;
    private long given;
    private int frames;
    private int skipped;

    public ZstdInput(InputStream packed) {
        this(packed, Integer.MAX_VALUE);
    }

    /** @param frames how many are read at most: one where a member is one frame */
    private ZstdInput(InputStream packed, int frames) {
        in = new Bytes(packed);
        limit = frames;
    }

    /** Reads one frame and nothing behind it. */
    public static ZstdInput oneFrame(InputStream packed) {
        return new ZstdInput(packed, 1);
    }

    /** Frames so far that hold something. */
    public int frames() {
        return frames;
    }

    /** Frames so far that hold what decoders skip. */
    public int skipped() {
        return skipped;
    }

    /** Numbers of a stream. */
    static final class Bytes {

        private final InputStream in;

        private Bytes(InputStream in) {
            this.in = in;
        }

        /** @param count bytes of the number, at most 8 */
        long little(int count) throws IOException {
            long value = 0;
            for (int i = 0; i < count; i++) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("zstd ends early");
                }
                value |= (long) next << 8 * i;
            }
            return value;
        }

        void read(byte[] target, int count) throws IOException {
            if (in.readNBytes(target, 0, count) < count) {
                throw new EOFException("zstd ends early");
            }
        }

        /** Whether another frame begins. */
        boolean begins(byte[] four) throws IOException {
            int count = in.readNBytes(four, 0, 4);
            if (count > 0 && count < 4) {
                throw Broken.because("bytes behind the last frame");
            }
            return count == 4;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (history.left() == 0) {
            if (!within && !beginFrame()) {
                return -1;
            }
            if (last) {
                endFrame();
            } else {
                nextBlock();
            }
        }
        return history.take(target, offset, length);
    }

    private boolean beginFrame() throws IOException {
        byte[] four = new byte[4];
        while (frames < limit && in.begins(four)) {
            long magic = four[0] & 0xFF | (four[1] & 0xFF) << 8 | (four[2] & 0xFF) << 16 | (four[3] & 0xFFL) << 24;
            if (magic == MAGIC) {
                frames++;
                head = FrameHead.read(in);
                history = new History(head.window());
                literals = new Literals();
                sequences = new Sequences();
                hash = new XxHash64();
                within = true;
                last = false;
                given = 0;
                return true;
            }
            if ((magic & ~0x0FL) != SKIPPED) {
                throw Broken.because("bytes behind the last frame");
            }
            skipped++;
            for (long left = in.little(4); left > 0; ) {
                int count = (int) Math.min(BLOCK, left);
                in.read(block, count);
                left -= count;
            }
        }
        return false;
    }

    private void endFrame() throws IOException {
        within = false;
        if (head.size().isPresent() && head.size().getAsLong() != given) {
            throw Broken.because("the size of a frame");
        }
        if (head.checked() && in.little(4) != (hash.value() & 0xFFFF_FFFFL)) {
            throw Broken.because("the check sum of a frame");
        }
    }

    private void nextBlock() throws IOException {
        long header = in.little(3);
        int size = (int) (header >>> 3);
        int most = Math.min(BLOCK, head.window());
        last = (header & 1) != 0;
        if (size > most) {
            throw Broken.because("a block of " + size + " bytes");
        }
        history.beginBlock();
        switch ((int) header >>> 1 & 3) {
            case 0 -> {
                in.read(block, size);
                history.literals(block, 0, size);
            }
            case 1 -> history.repeat((int) in.little(1), size);
            case 2 -> packed(size);
            default -> throw Broken.because("a reserved kind of block");
        }
        given += history.blockSize();
        if (head.checked()) {
            history.hash(hash);
        }
    }

    private void packed(int size) throws IOException {
        if (size == 0) {
            throw Broken.because("an empty block that is packed");
        }
        in.read(block, size);
        try {
            sequences.run(block, literals.read(block, size), size, literals, history);
        } catch (IndexOutOfBoundsException e) {
            throw Broken.because("a block points outside itself");
        }
    }

    @Override
    public void close() throws IOException {
        in.in.close();
    }
}
