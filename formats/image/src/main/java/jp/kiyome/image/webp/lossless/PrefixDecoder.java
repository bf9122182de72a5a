package jp.kiyome.image.webp.lossless;

import jp.kiyome.image.stream.Refused;

/** A prefix code to read by (RFC 9649 3.7.2): complete, or of one symbol. Immutable but for its tables. */
final class PrefixDecoder {

    static final int MAX_LENGTH = 15;

    private static final int LOOK = 8;

    /** Symbols by the next eight bits: symbol in the high half, length in the low one; 0 where the code is longer. */
    private final int[] look = new int[1 << LOOK];

    private final int[] firstCode = new int[MAX_LENGTH + 2];
    private final int[] firstIndex = new int[MAX_LENGTH + 2];
    private final int[] counts = new int[MAX_LENGTH + 1];
    private final int[] symbols;
    private final boolean single;

    /** @param lengths of each symbol's code, 0 for symbols that have none */
    PrefixDecoder(int[] lengths) {
        int used = 0;
        for (int length : lengths) {
            if (length > 0) {
                counts[length]++;
                used++;
            }
        }
        symbols = new int[Math.max(1, used)];
        single = used <= 1;
        if (used == 0) {
            throw Refused.damaged("VP8L prefix code without a symbol");
        }
        order(lengths);
        if (!single) {
            requireComplete();
            fillLook();
        }
    }

    private void order(int[] lengths) {
        int index = 0;
        int code = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            firstCode[length] = code;
            firstIndex[length] = index;
            index += counts[length];
            code = code + counts[length] << 1;
        }
        int[] next = firstIndex.clone();
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = symbol;
            }
        }
    }

    private void requireComplete() {
        int room = 1;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            room = 2 * room - counts[length];
            if (room < 0) {
                throw Refused.damaged("VP8L prefix code with more codes than bits");
            }
        }
        if (room != 0) {
            throw Refused.damaged("VP8L prefix code that is not complete");
        }
    }

    private void fillLook() {
        for (int length = 1; length <= LOOK; length++) {
            for (int i = 0; i < counts[length]; i++) {
                int reversed = Integer.reverse(firstCode[length] + i) >>> 32 - length;
                int entry = symbols[firstIndex[length] + i] << 16 | length;
                for (int at = reversed; at < look.length; at += 1 << length) {
                    look[at] = entry;
                }
            }
        }
    }

    int symbol(BitInput in) {
        if (single) {
            return symbols[0];
        }
        int window = in.peek(MAX_LENGTH);
        int entry = look[window & look.length - 1];
        if (entry != 0) {
            in.skip(entry & 0xFFFF);
            return entry >>> 16;
        }
        int code = Integer.reverse(window) >>> 32 - LOOK;
        for (int length = LOOK + 1; length <= MAX_LENGTH; length++) {
            code = code << 1 | window >> length - 1 & 1;
            int offset = code - firstCode[length];
            if (offset < counts[length]) {
                in.skip(length);
                return symbols[firstIndex[length] + offset];
            }
        }
        throw Refused.damaged("VP8L code that no table holds");
    }
}
