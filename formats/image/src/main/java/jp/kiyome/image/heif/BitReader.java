package jp.kiyome.image.heif;

import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;

/** Bits of a parameter set, the highest first (H.265 9.2, AV1 4.10). One reader, one set. */
final class BitReader {

    private static final int LONGEST = 31;

    private final Bytes bytes;
    private int at;

    BitReader(Bytes bytes) {
        this.bytes = bytes;
    }

    /** @param count 31 at most */
    int u(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at >> 3 >= bytes.length()) {
                throw Refused.truncated("parameter set of " + bytes.length() + " bytes");
            }
            value = value << 1 | bytes.at(at >> 3) >> (7 - (at & 7)) & 1;
            at++;
        }
        return value;
    }

    void skip(int count) {
        for (int left = count; left > 0; left -= LONGEST) {
            u(Math.min(left, LONGEST));
        }
    }

    /** An Exp-Golomb number (H.265 9.2). */
    int ue() {
        int zeros = 0;
        while (u(1) == 0) {
            zeros++;
            if (zeros > LONGEST - 1) {
                throw Refused.damaged("number of more than 31 bits");
            }
        }
        return (1 << zeros) - 1 + u(zeros);
    }
}
