package jp.kiyome.image.gif;

import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Decodes a frame's LZW codes (GIF89a 22, appendix F) to colour indexes. Not for sharing. */
final class LzwDecoder {

    private static final int MAX_CODES = 4096;
    private static final int NONE = -1;

    private final ByteReader in;
    private final int clear;
    private final int minimumSize;
    private final short[] prefix = new short[MAX_CODES];
    private final byte[] suffix = new byte[MAX_CODES];
    private final byte[] first = new byte[MAX_CODES];
    private final short[] length = new short[MAX_CODES];
    private final byte[] pending = new byte[MAX_CODES + 1];
    private int pendingFrom;
    private int pendingTo;
    private int next;
    private int size;
    private int previous = NONE;
    private int subBlock;
    private int bits;
    private int bitCount;
    private boolean ended;

    /** @param in stands at the first sub-block */
    LzwDecoder(ByteReader in, int codeSize) {
        this.in = in;
        this.minimumSize = codeSize;
        this.clear = 1 << codeSize;
        for (int i = 0; i < clear; i++) {
            suffix[i] = (byte) i;
            first[i] = (byte) i;
            length[i] = 1;
        }
        reset();
    }

    private void reset() {
        next = clear + 2;
        size = minimumSize + 1;
        previous = NONE;
    }

    /** Fills {@code row}; throws when the codes end before. */
    void read(byte[] row) {
        int filled = 0;
        while (filled < row.length) {
            if (pendingFrom == pendingTo && !decode()) {
                throw Refused.truncated("GIF frame");
            }
            int count = Math.min(row.length - filled, pendingTo - pendingFrom);
            System.arraycopy(pending, pendingFrom, row, filled, count);
            pendingFrom += count;
            filled += count;
        }
    }

    /** Whether the codes say more than the frame's pixels, or bytes follow them. */
    boolean hasMore() {
        boolean more = pendingFrom < pendingTo || decode();
        while (subBlock > 0 || nextSubBlock()) {
            more = true;
            in.skip(subBlock);
            subBlock = 0;
        }
        return more;
    }

    /** Decodes the next code into {@link #pending}; false at the end of the codes. */
    private boolean decode() {
        int code = nextCode();
        while (code == clear) {
            reset();
            code = nextCode();
        }
        if (code == NONE || code == clear + 1) {
            return false;
        }
        if (code > next || (previous == NONE && code >= clear)) {
            throw Refused.damaged("GIF code that is not in the table");
        }
        if (previous != NONE && next < MAX_CODES) {
            add(code);
        } else if (code >= next) {
            throw Refused.damaged("GIF code that is not in the table");
        }
        expand(code);
        previous = code;
        return true;
    }

    private void add(int code) {
        prefix[next] = (short) previous;
        suffix[next] = code == next ? first[previous] : first[code];
        first[next] = first[previous];
        length[next] = (short) (length[previous] + 1);
        next++;
        if (next == 1 << size && size < 12) {
            size++;
        }
    }

    private void expand(int code) {
        pendingFrom = 0;
        pendingTo = length[code];
        int at = code;
        for (int i = pendingTo - 1; i >= 0; i--) {
            pending[i] = suffix[at];
            at = prefix[at];
        }
    }

    private int nextCode() {
        while (bitCount < size) {
            if (subBlock == 0 && !nextSubBlock()) {
                return NONE;
            }
            subBlock--;
            bits |= in.u8() << bitCount;
            bitCount += 8;
        }
        int code = bits & (1 << size) - 1;
        bits >>>= size;
        bitCount -= size;
        return code;
    }

    private boolean nextSubBlock() {
        if (!ended) {
            subBlock = in.u8();
            ended = subBlock == 0;
        }
        return !ended;
    }
}
