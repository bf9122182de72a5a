package jp.kiyome.image.pict;

import java.util.Map;
import jp.kiyome.image.stream.ByteReader;

/** Colours as 0xRRGGBB. Stateless. */
final class PictColour {

    static final int BLACK = 0;
    static final int WHITE = 0xFFFFFF;

    /** The eight colours of the first QuickDraw, by their numbers. */
    private static final Map<Integer, Integer> OLD = Map.of(
            33, BLACK, 30, WHITE, 205, 0xDD0806, 341, 0x008011, 409, 0x0000D4, 273, 0x02ABEA, 137, 0xF20884, 69,
            0xFCF305);

    private PictColour() {}

    /** Three numbers of 16 bits, of which the high bytes count. */
    static int read(ByteReader in) {
        int red = in.u16be() >> 8;
        int green = in.u16be() >> 8;
        int blue = in.u16be() >> 8;
        return red << 16 | green << 8 | blue;
    }

    /** A number of the first QuickDraw; others are black. */
    static int old(ByteReader in) {
        return OLD.getOrDefault(in.i32be(), BLACK);
    }

    /** What the eye sees of a pattern of 64 pixels of which so many are of the first colour. */
    static int mixed(int first, int second, int share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int one = first >> shift & 0xFF;
            int two = second >> shift & 0xFF;
            mixed |= (one * share + two * (64 - share)) / 64 << shift;
        }
        return mixed;
    }

    /** As Windows has it: blue highest. */
    static int reference(int colour) {
        return (colour & 0xFF) << 16 | colour & 0xFF00 | colour >> 16 & 0xFF;
    }
}
