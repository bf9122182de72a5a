package jp.kiyome.archive.lha;

import java.io.InputStream;
import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.container.packed.PrefixCode;
import jp.kiyome.container.packed.Window;
import jp.kiyome.core.finding.Location;

/** Unpacks -lh1-. */
final class AdaptiveDecoder {

    private static final int RING = 1 << 12;
    private static final int SHORTEST = 3;

    /** Low bits of a position, told as they are; the high six have a fixed code. */
    private static final int LOW_BITS = 6;

    /** Codes of the high bits by length, from three bits on: each pair of numbers is the first and the one after the last. */
    private static final int[] FIRST_OF_LENGTH = {0, 1, 4, 12, 24, 48, 64};

    private AdaptiveDecoder() {}

    /** Unpacks exactly {@code size} bytes; returns whole bytes used. */
    static long decode(InputStream packed, long size, Location where, ByteTarget out) {
        BitReader in = BitReader.ofBytes(packed, where);
        AdaptiveTree tree = new AdaptiveTree();
        PrefixCode high = highBits();
        Window window = new Window(RING, out);
        byte[] blank = new byte[RING];
        Arrays.fill(blank, (byte) ' ');
        window.startWith(blank);
        while (window.written() < size) {
            int symbol = tree.read(in);
            if (symbol < 256) {
                window.put(symbol);
                continue;
            }
            int distance = 1 + (high.read(in) << LOW_BITS | in.read(LOW_BITS));
            int length = symbol - 256 + SHORTEST;
            if (length > size - window.written()) {
                throw in.broken("more than " + size + " bytes");
            }
            window.copy(distance, length);
        }
        window.flush();
        return in.position() + 7 >> 3;
    }

    private static PrefixCode highBits() {
        byte[] lengths = new byte[1 << LOW_BITS];
        for (int i = 0; i + 1 < FIRST_OF_LENGTH.length; i++) {
            Arrays.fill(lengths, FIRST_OF_LENGTH[i], FIRST_OF_LENGTH[i + 1], (byte) (3 + i));
        }
        PrefixCode code = new PrefixCode(lengths.length);
        code.build(lengths, 0, lengths.length);
        return code;
    }
}
