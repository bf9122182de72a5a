package jp.kiyome.archive.zstd;

import java.util.Arrays;

/** What was unpacked last: as much as the window of a frame, and the block that is being made. Not thread-safe. */
final class History {

    private static final int FIRST = 3 * ZstdInput.BLOCK;

    private final int window;
    private final int most;
    private final int[] recent = {1, 4, 8};
    private byte[] bytes;
    private int blockStart;
    private int end;
    private int taken;

    /** @param window bytes that a match may reach back; held to a limit by the caller */
    History(int window) {
        this.window = window;
        this.most = window + window / 4 + 2 * ZstdInput.BLOCK;
        this.bytes = new byte[Math.min(most, FIRST)];
    }

    /** A block begins: at most {@link ZstdInput#BLOCK} bytes follow. All of the last one has been taken. */
    void beginBlock() {
        if (end + ZstdInput.BLOCK > most) {
            System.arraycopy(bytes, end - window, bytes, 0, window);
            end = window;
        }
        if (end + ZstdInput.BLOCK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
        }
        blockStart = end;
        taken = end;
    }

    void literals(byte[] source, int from, int length) {
        room(length);
        System.arraycopy(source, from, bytes, end, length);
        end += length;
    }

    void repeat(int value, int length) {
        room(length);
        Arrays.fill(bytes, end, end + length, (byte) value);
        end += length;
    }

    /**
     * Copies what came before.
     *
     * @param value an offset and 3, or which of the last offsets (3.1.1.5)
     * @param bare whether no literals stand before the match
     */
    void match(int value, boolean bare, int length) {
        int distance = distance(value, bare);
        if (distance <= 0 || distance > Math.min(end, window)) {
            throw Broken.because("a match reaches " + distance + " bytes back");
        }
        room(length);
        if (distance >= length) {
            System.arraycopy(bytes, end - distance, bytes, end, length);
            end += length;
            return;
        }
        for (int i = 0; i < length; i++, end++) {
            bytes[end] = bytes[end - distance];
        }
    }

    private int distance(int value, boolean bare) {
        if (value > 3 || value < 1) {
            recent[2] = recent[1];
            recent[1] = recent[0];
            recent[0] = value - 3;
            return recent[0];
        }
        int which = value - 1 + (bare ? 1 : 0);
        int distance = which == 3 ? recent[0] - 1 : recent[which];
        if (which > 1) {
            recent[2] = recent[1];
        }
        if (which > 0) {
            recent[1] = recent[0];
        }
        recent[0] = distance;
        return distance;
    }

    private void room(int length) {
        if (length > blockStart + Math.min(window, ZstdInput.BLOCK) - end) {
            throw Broken.because("a block of more than its frame allows");
        }
    }

    /** Bytes of the block that nobody has taken. */
    int left() {
        return end - taken;
    }

    int take(byte[] target, int offset, int length) {
        int count = Math.min(length, left());
        System.arraycopy(bytes, taken, target, offset, count);
        taken += count;
        return count;
    }

    /** The block that was just made. */
    void hash(XxHash64 hash) {
        hash.update(bytes, blockStart, end - blockStart);
    }

    int blockSize() {
        return end - blockStart;
    }
}
