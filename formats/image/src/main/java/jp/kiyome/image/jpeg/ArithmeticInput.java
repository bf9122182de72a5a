package jp.kiyome.image.jpeg;

import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** The binary decisions of one scan's arithmetically coded segments (T.81 annex D.2). Not for sharing. */
final class ArithmeticInput {

    /** A state that never changes, for decisions of even chances. */
    static final int EVEN = 113;

    /** T.81 table D.3: for each state Qe, the state after a less probable symbol, after a more probable one, whether their sense turns; in hexadecimal. */
    private static final int[] STATES = Arrays.stream("""
            5a1d 1 1 1 2586 e 2 0 1114 10 3 0 80b 12 4 0 3d8 14 5 0 1da 17 6 0 e5 19 7 0 6f 1c 8 0 36 1e 9 0 1a 21 a 0 d 23 \
            b 0 6 9 c 0 3 a d 0 1 c d 0 5a7f f f 1 3f25 24 10 0 2cf2 26 11 0 207c 27 12 0 17b9 28 13 0 1182 2a 14 0 cef 2b \
            15 0 9a1 2d 16 0 72f 2e 17 0 55c 30 18 0 406 31 19 0 303 33 1a 0 240 34 1b 0 1b1 36 1c 0 144 38 1d 0 f5 39 1e 0 \
            b7 3b 1f 0 8a 3c 20 0 68 3e 21 0 4e 3f 22 0 3b 20 23 0 2c 21 9 0 5ae1 25 25 1 484c 40 26 0 3a0d 41 27 0 2ef1 43 \
            28 0 261f 44 29 0 1f33 45 2a 0 19a8 46 2b 0 1518 48 2c 0 1177 49 2d 0 e74 4a 2e 0 bfb 4b 2f 0 9f8 4d 30 0 861 4e \
            31 0 706 4f 32 0 5cd 30 33 0 4de 32 34 0 40f 32 35 0 363 33 36 0 2d4 34 37 0 25c 35 38 0 1f8 36 39 0 1a4 37 3a 0 \
            160 38 3b 0 125 39 3c 0 f6 3a 3d 0 cb 3b 3e 0 ab 3d 3f 0 8f 3d 20 0 5b12 41 41 1 4d04 50 42 0 412c 51 43 0 37d8 \
            52 44 0 2fe8 53 45 0 293c 54 46 0 2379 56 47 0 1edf 57 48 0 1aa9 57 49 0 174e 48 4a 0 1424 48 4b 0 119c 4a 4c 0 \
            f6b 4a 4d 0 d51 4b 4e 0 bb6 4d 4f 0 a40 4d 30 0 5832 50 51 1 4d1c 58 52 0 438e 59 53 0 3bdd 5a 54 0 34ee 5b 55 0 \
            2eae 5c 56 0 299a 5d 57 0 2516 56 47 0 5570 58 59 1 4ca9 5f 5a 0 44d9 60 5b 0 3e22 61 5c 0 3824 63 5d 0 32b4 63 \
            5e 0 2e17 5d 56 0 56a8 5f 60 1 4f46 65 61 0 47e5 66 62 0 41cf 67 63 0 3c3d 68 64 0 375e 63 5d 0 5231 69 66 0 \
            4c0f 6a 67 0 4639 6b 68 0 415e 67 63 0 5627 69 6a 1 50e7 6c 6b 0 4b85 6d 67 0 5597 6e 6d 0 504f 6f 6b 0 5a10 6e \
            6f 1 5522 70 6d 0 59eb 70 6f 1 5a1d 71 71 0""".split(" ", -1))
            .mapToInt(number -> Integer.parseInt(number, 16))
            .toArray();

    private static final int NONE = -1;

    /** Encoders leave out zeros at the end, but no more than the decoder looks ahead. */
    private static final int ZEROS_BEHIND_END = 16;

    private final ByteReader in;
    private int chance;
    private long code;
    private int shift;
    private int marker = NONE;
    private int borrowed;

    ArithmeticInput(Content content, long start, long end) {
        this.in = new ByteReader(content, start, end);
        in.seek(start);
        begin();
    }

    private void begin() {
        chance = 0;
        code = 0;
        shift = -16;
        marker = NONE;
        borrowed = 0;
    }

    /** One decision in the context at {@code index}, whose state it brings up to date: bit 7 is the more probable symbol. */
    int decide(byte[] contexts, int index) {
        while (chance < 0x8000) {
            renormalise();
        }
        int context = contexts[index];
        int entry = 4 * (context & 0x7F);
        int less = STATES[entry];
        int sense = context & 0x80;
        chance -= less;
        boolean lessProbable = code >= (long) chance << shift;
        boolean exchanged = chance < less;
        if (lessProbable) {
            code -= (long) chance << shift;
            chance = less;
        } else if (chance >= 0x8000) {
            return sense >> 7;
        }
        if (lessProbable != exchanged) {
            contexts[index] = (byte) (sense ^ STATES[entry + 3] << 7 | STATES[entry + 1]);
            return sense >> 7 ^ 1;
        }
        contexts[index] = (byte) (sense | STATES[entry + 2]);
        return sense >> 7;
    }

    private void renormalise() {
        if (--shift < 0) {
            code = code << 8 | next();
            shift += 8;
            if (shift < 0 && ++shift == 0) {
                chance = 0x8000;
            }
        }
        chance <<= 1;
    }

    private int next() {
        if (marker == NONE && in.remaining() > 0) {
            int value = in.u8();
            if (value != 0xFF) {
                return value;
            }
            while (value == 0xFF && in.remaining() > 0) {
                value = in.u8();
            }
            if (value == 0) {
                return 0xFF;
            }
            marker = value;
        }
        if (++borrowed > ZEROS_BEHIND_END) {
            throw Refused.truncated("arithmetically coded data");
        }
        return 0;
    }

    /** Ends a restart interval; the next one begins. */
    void endInterval(int expected) {
        while (marker == NONE && in.remaining() > 0) {
            borrowed = 0;
            next();
        }
        if (marker != 0xD0 + expected) {
            throw Refused.damaged("restart marker RST" + expected + " not where T.81 E.1.4 wants it");
        }
        begin();
    }

    /** How many bytes lie unused before the end of the scan. */
    long unused() {
        return in.remaining();
    }
}
