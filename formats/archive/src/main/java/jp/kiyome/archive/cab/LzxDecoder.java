package jp.kiyome.archive.cab;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.Window;

/**
 * Unpacks LZX as cabinets have it. Memory is bounded by the window, at most 2 MiB.
 *
 * <p>Not thread-safe; one decoder, one folder.
 */
final class LzxDecoder {

    private static final int VERBATIM = 1;
    private static final int ALIGNED = 2;
    private static final int UNCOMPRESSED = 3;

    /** Slots of match offsets by the bits of the window, from 15 on. */
    private static final int[] SLOTS = {30, 32, 34, 36, 38, 42, 50};

    private final BitReader in;
    private final LzxCodes codes;
    private final Window window;
    private final byte[] frame = new byte[DataBlock.LARGEST];
    private final int[] recent = {1, 1, 1};
    private final CallTranslation calls = new CallTranslation();
    private int filled;
    private boolean begun;
    private int block;
    private int blockLeft;
    private int blockSize;
    private int half = -1;

    LzxDecoder(BitReader in, int windowBits) {
        this.in = in;
        this.codes = new LzxCodes(in, SLOTS[windowBits - 15]);
        this.window = new Window(1 << windowBits, (bytes, offset, length) -> {
            System.arraycopy(bytes, offset, frame, filled, length);
            filled += length;
        });
    }

    /** The next {@code size} bytes, at the front of an array that the next call changes. */
    byte[] frame(int size) {
        if (!begun) {
            begun = true;
            calls.size(in.flag() ? in.read(16) << 16 | in.read(16) : 0);
        }
        filled = 0;
        int left = size;
        while (left > 0) {
            if (blockLeft == 0) {
                beginBlock();
            }
            int count = Math.min(left, blockLeft);
            switch (block) {
                case UNCOMPRESSED -> copy(count);
                default -> unpack(count);
            }
            blockLeft -= count;
            left -= count;
        }
        window.flush();
        // A frame ends with a whole word; in a block that is not packed every word is read whole.
        in.skip((int) (-in.position() & 15));
        calls.translate(frame, size);
        return frame;
    }

    private void beginBlock() {
        if (block == UNCOMPRESSED && (blockSize & 1) != 0) {
            // A byte fills the last word.
            half = -1;
        }
        block = in.read(3);
        blockSize = in.read(24);
        blockLeft = blockSize;
        switch (block) {
            case VERBATIM -> codes.read();
            case ALIGNED -> {
                codes.readAligned();
                codes.read();
            }
            case UNCOMPRESSED -> {
                in.skip(16 - (int) (in.position() & 15));
                for (int i = 0; i < recent.length; i++) {
                    recent[i] = raw() | raw() << 8 | raw() << 16 | raw() << 24;
                }
            }
            default -> throw in.broken("a block of kind " + block);
        }
        if (blockLeft == 0) {
            throw in.broken("an empty block");
        }
        if (block == UNCOMPRESSED || codes.mayHoldCalls()) {
            calls.begin();
        }
    }

    /** A byte of a block that is not packed; two of them stand in each word. */
    private int raw() {
        if (half >= 0) {
            int value = half;
            half = -1;
            return value;
        }
        int word = in.read(16);
        half = word >>> 8;
        return word & 0xFF;
    }

    private void copy(int count) {
        for (int i = 0; i < count; i++) {
            window.put(raw());
        }
    }

    private void unpack(int count) {
        long end = window.written() + count;
        while (window.written() < end) {
            int symbol = codes.main();
            if (symbol < 256) {
                window.put(symbol);
                continue;
            }
            int length = (symbol & 7) + 2;
            if (length == 9) {
                length += codes.length();
            }
            int distance = distance(symbol - 256 >>> 3);
            if (!window.reaches(distance) || length > end - window.written()) {
                throw in.broken("a match of " + length + " bytes reaches " + distance + " bytes back");
            }
            window.copy(distance, length);
        }
    }

    private int distance(int slot) {
        if (slot < recent.length) {
            int distance = recent[slot];
            recent[slot] = recent[0];
            recent[0] = distance;
            return distance;
        }
        int extra = slot < 36 ? slot / 2 - 1 : 17;
        int distance = base(slot) - 2;
        if (block == ALIGNED && extra >= 3) {
            distance += in.read(extra - 3) << 3;
            distance += codes.aligned();
        } else {
            distance += in.read(extra);
        }
        recent[2] = recent[1];
        recent[1] = recent[0];
        recent[0] = distance;
        return distance;
    }

    /** The first offset of a slot: pairs of slots are twice as wide as the pair before, up to 2^17 each. */
    private static int base(int slot) {
        if (slot < 4) {
            return slot;
        }
        return slot < 36 ? (2 | slot & 1) << slot / 2 - 1 : (slot - 34) << 17;
    }
}
