package jp.kiyome.image.tiff;

import jp.kiyome.image.stream.Refused;

/** LZW as TIFF has it (section 13): high bits first, codes grow one entry early. Not for sharing. */
final class LzwBytes implements StripBytes {

    private static final int MAX_CODES = 4096;
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int NONE = -1;

    private final StripInput in;
    private final short[] prefix = new short[MAX_CODES];
    private final byte[] suffix = new byte[MAX_CODES];
    private final byte[] first = new byte[MAX_CODES];
    private final short[] length = new short[MAX_CODES];
    private final byte[] pending = new byte[MAX_CODES + 1];
    private int pendingFrom;
    private int pendingTo;
    private int next = END + 1;
    private int size = 9;
    private int previous = NONE;
    private int bits;
    private int bitCount;

    LzwBytes(StripInput in) {
        this.in = in;
        for (int i = 0; i < CLEAR; i++) {
            suffix[i] = (byte) i;
            first[i] = (byte) i;
            length[i] = 1;
        }
    }

    @Override
    public void read(byte[] into, int from, int count) {
        int filled = 0;
        while (filled < count) {
            if (pendingFrom == pendingTo) {
                decode();
            }
            int part = Math.min(count - filled, pendingTo - pendingFrom);
            System.arraycopy(pending, pendingFrom, into, from + filled, part);
            pendingFrom += part;
            filled += part;
        }
    }

    private void decode() {
        int code = nextCode();
        while (code == CLEAR) {
            next = END + 1;
            size = 9;
            previous = NONE;
            code = nextCode();
        }
        if (code == END) {
            throw Refused.truncated("TIFF strip");
        }
        boolean known = code < CLEAR || (previous != NONE && (code < next || (code == next && next < MAX_CODES)));
        if (!known) {
            throw Refused.damaged("TIFF code that is not in the table");
        }
        if (previous != NONE && next < MAX_CODES) {
            prefix[next] = (short) previous;
            suffix[next] = code == next ? first[previous] : first[code];
            first[next] = first[previous];
            length[next] = (short) (length[previous] + 1);
            next++;
            if (next == (1 << size) - 1 && size < 12) {
                size++;
            }
        }
        expand(code);
        previous = code;
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
            bits = (bits << 8) | in.u8();
            bitCount += 8;
        }
        bitCount -= size;
        return (bits >>> bitCount) & ((1 << size) - 1);
    }
}
