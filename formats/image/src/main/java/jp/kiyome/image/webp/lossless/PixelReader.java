package jp.kiyome.image.webp.lossless;

import jp.kiyome.core.limit.Budget;
import jp.kiyome.image.stream.Refused;

/** Reads an entropy-coded image (RFC 9649 3.6, 3.7) to the values that stand in it. Not for sharing. */
final class PixelReader {

    private static final int LITERALS = 256;

    /** The five codes of a group (3.7.2.2). */
    private record Group(
            PrefixDecoder green, PrefixDecoder red, PrefixDecoder blue, PrefixDecoder alpha, PrefixDecoder distance) {}

    private final BitInput in;
    private final Budget budget;

    PixelReader(BitInput in, Budget budget) {
        this.in = in;
        this.budget = budget;
    }

    /**
     * Reads one image.
     *
     * @param main whether it may have several groups of codes; images that serve another may not
     */
    int[] read(int width, int height, boolean main) {
        int cacheBits = in.flag() ? in.read(4) : 0;
        if (cacheBits > 11) {
            throw Refused.damaged("VP8L colour cache of " + cacheBits + " bits");
        }
        int groupBits = 0;
        int[] groupMap = {0};
        int groups = 1;
        if (main && in.flag()) {
            groupBits = 2 + in.read(3);
            groupMap = read(across(width, groupBits), across(height, groupBits), false);
            for (int i = 0; i < groupMap.length; i++) {
                groupMap[i] = groupMap[i] >> 8 & 0xFFFF;
                groups = Math.max(groups, groupMap[i] + 1);
            }
            if (groups > groupMap.length) {
                throw Refused.damaged("VP8L with more groups of codes than places for them");
            }
        }
        ColourCache cache = new ColourCache(cacheBits);
        Group[] codes = new Group[groups];
        for (int i = 0; i < groups; i++) {
            budget.checkTime();
            codes[i] = new Group(
                    PrefixReader.read(in, LITERALS + BackReference.LENGTH_SYMBOLS + cache.size()),
                    PrefixReader.read(in, LITERALS),
                    PrefixReader.read(in, LITERALS),
                    PrefixReader.read(in, LITERALS),
                    PrefixReader.read(in, BackReference.DISTANCE_SYMBOLS));
        }
        int[] pixels = new int[width * height];
        fill(pixels, width, codes, groupMap, groupBits, cache);
        return pixels;
    }

    static int across(int size, int bits) {
        return size + (1 << bits) - 1 >> bits;
    }

    private void fill(int[] pixels, int width, Group[] groups, int[] map, int bits, ColourCache cache) {
        int mapWidth = across(width, bits);
        boolean several = groups.length > 1;
        int sinceCheck = 0;
        for (int at = 0; at < pixels.length; ) {
            if (++sinceCheck > 1 << 14) {
                budget.checkTime();
                sinceCheck = 0;
            }
            Group group = several ? groups[map[(at / width >> bits) * mapWidth + (at % width >> bits)]] : groups[0];
            int symbol = group.green().symbol(in);
            if (symbol < LITERALS) {
                int red = group.red().symbol(in);
                int blue = group.blue().symbol(in);
                int argb = group.alpha().symbol(in) << 24 | red << 16 | symbol << 8 | blue;
                cache.add(argb);
                pixels[at++] = argb;
            } else if (symbol < LITERALS + BackReference.LENGTH_SYMBOLS) {
                int length = BackReference.value(symbol - LITERALS, in);
                int code = BackReference.value(group.distance().symbol(in), in);
                int distance = BackReference.distance(code, width);
                if (distance > at || length > pixels.length - at) {
                    throw Refused.damaged("VP8L copy from outside the picture");
                }
                for (int end = at + length; at < end; at++) {
                    pixels[at] = pixels[at - distance];
                    cache.add(pixels[at]);
                }
            } else {
                int argb = cache.at(symbol - LITERALS - BackReference.LENGTH_SYMBOLS);
                cache.add(argb);
                pixels[at++] = argb;
            }
        }
    }
}
