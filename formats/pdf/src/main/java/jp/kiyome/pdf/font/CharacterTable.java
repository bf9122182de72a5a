package jp.kiyome.pdf.font;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The character maps of a TrueType program (table cmap): formats 0, 4, 6 and 12 are read and written anew. Stateless. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class CharacterTable {

    private static final int MOST_MAPS = 8;
    private static final int MOST_CODES = 200_000;

    private CharacterTable() {}

    // Nobody compares two of these.
    @SuppressWarnings("ArrayRecordComponent")
    private record Map16(int platform, int encoding, byte[] data) {}

    /**
     * Empty where no map can be read.
     *
     * @param glyphs how many the font has; codes of others go
     */
    static Optional<byte[]> rebuilt(FontBytes in, int glyphs) {
        List<Map16> maps = new ArrayList<>();
        try {
            in.seek(2);
            int count = Math.min(in.u16(), MOST_MAPS);
            for (int i = 0; i < count; i++) {
                in.seek(4 + 8L * i);
                int platform = in.u16();
                int encoding = in.u16();
                long offset = in.u32();
                codes(in, offset).ifPresent(codes -> {
                    codes.values().removeIf(glyph -> glyph >= glyphs);
                    maps.add(new Map16(platform, encoding, written(codes, platform)));
                });
            }
        } catch (FontBytes.Unreadable broken) {
            // The maps read until then count.
            if (maps.isEmpty()) {
                return Optional.empty();
            }
        }
        if (maps.isEmpty()) {
            return Optional.empty();
        }
        FontOut out = new FontOut().u16(0).u16(maps.size());
        int at = 4 + 8 * maps.size();
        for (Map16 map : maps) {
            out.u16(map.platform).u16(map.encoding).u32(at);
            at += map.data.length;
        }
        maps.forEach(map -> out.bytes(map.data));
        return Optional.of(out.toByteArray());
    }

    private static Optional<TreeMap<Integer, Integer>> codes(FontBytes in, long offset) {
        try {
            in.seek(offset);
            TreeMap<Integer, Integer> codes = new TreeMap<>();
            switch (in.u16()) {
                case 0 -> {
                    in.u32();
                    for (int code = 0; code < 256; code++) {
                        put(codes, code, in.u8());
                    }
                }
                case 4 -> segments(in, offset, codes);
                case 6 -> {
                    in.u32();
                    int first = in.u16();
                    int count = in.u16();
                    for (int i = 0; i < count; i++) {
                        put(codes, first + i, in.u16());
                    }
                }
                case 12 -> groups(in, offset, codes);
                default -> {
                    return Optional.empty();
                }
            }
            return Optional.of(codes);
        } catch (FontBytes.Unreadable broken) {
            return Optional.empty();
        }
    }

    private static void groups(FontBytes in, long offset, TreeMap<Integer, Integer> codes) {
        in.seek(offset + 12);
        long groups = in.u32();
        long all = 0;
        for (long g = 0; g < groups; g++) {
            long first = in.u32();
            long last = in.u32();
            long glyph = in.u32();
            all += Math.max(0, last - first);
            if (last < first || last > 0x10FFFF || all > MOST_CODES) {
                throw new FontBytes.Unreadable("groups");
            }
            for (long code = first; code <= last; code++) {
                put(codes, (int) code, (int) Math.min(65536, glyph + code - first));
            }
        }
    }

    private static void put(TreeMap<Integer, Integer> codes, int code, int glyph) {
        if (glyph > 0 && glyph < 65536 && codes.size() < MOST_CODES) {
            codes.putIfAbsent(code, glyph);
        }
    }

    private static void segments(FontBytes in, long offset, TreeMap<Integer, Integer> codes) {
        in.seek(offset + 6);
        int count = in.u16() / 2;
        long all = 0;
        for (int i = 0; i < count; i++) {
            in.seek(offset + 14 + 2L * i);
            int last = in.u16();
            in.seek(offset + 16 + 2L * count + 2L * i);
            int first = in.u16();
            in.seek(offset + 16 + 4L * count + 2L * i);
            int delta = in.u16();
            all += Math.max(0, last - first);
            if (all > MOST_CODES) {
                throw new FontBytes.Unreadable("segments over each other");
            }
            long rangeAt = offset + 16 + 6L * count + 2L * i;
            in.seek(rangeAt);
            int range = in.u16();
            for (int code = first; code <= last && code < 0xFFFF; code++) {
                int glyph = code + delta & 0xFFFF;
                if (range != 0 && range != 0xFFFF) {
                    long at = rangeAt + range + 2L * (code - first);
                    if (at + 2 > in.size()) {
                        break;
                    }
                    in.seek(at);
                    int found = in.u16();
                    glyph = found == 0 ? 0 : found + delta & 0xFFFF;
                }
                put(codes, code, glyph);
            }
        }
    }

    private static byte[] written(TreeMap<Integer, Integer> codes, int platform) {
        boolean bytes = codes.isEmpty()
                || codes.lastKey() < 256 && codes.values().stream().allMatch(glyph -> glyph < 256);
        if (platform == 1 && bytes) {
            FontOut out = new FontOut().u16(0).u16(262).u16(0);
            for (int code = 0; code < 256; code++) {
                out.u8(codes.getOrDefault(code, 0));
            }
            return out.toByteArray();
        }
        List<int[]> segments = runs(codes);
        boolean narrow = codes.isEmpty() || codes.lastKey() < 0xFFFF;
        return narrow && segments.size() < 8000 ? format4(segments) : format12(segments);
    }

    /** Codes that follow each other and lead to glyphs that do: first, last, glyph of the first. */
    private static List<int[]> runs(TreeMap<Integer, Integer> codes) {
        List<int[]> runs = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : codes.entrySet()) {
            int[] last = runs.isEmpty() ? new int[] {0, -2, 0} : runs.getLast();
            int glyph = entry.getValue();
            if (entry.getKey() == last[1] + 1 && glyph == last[2] + last[1] + 1 - last[0]) {
                last[1]++;
            } else {
                runs.add(new int[] {entry.getKey(), entry.getKey(), glyph});
            }
        }
        return runs;
    }

    private static byte[] format4(List<int[]> runs) {
        int count = runs.size() + 1;
        int power = Integer.highestOneBit(count);
        FontOut out = new FontOut()
                .u16(4)
                .u16(16 + 8 * count)
                .u16(0)
                .u16(2 * count)
                .u16(2 * power)
                .u16(Integer.numberOfTrailingZeros(power))
                .u16(2 * (count - power));
        runs.forEach(run -> out.u16(run[1]));
        out.u16(0xFFFF).u16(0);
        runs.forEach(run -> out.u16(run[0]));
        out.u16(0xFFFF);
        runs.forEach(run -> out.u16(run[2] - run[0]));
        out.u16(1);
        for (int i = 0; i < count; i++) {
            out.u16(0);
        }
        return out.toByteArray();
    }

    private static byte[] format12(List<int[]> runs) {
        FontOut out =
                new FontOut().u16(12).u16(0).u32(16 + 12L * runs.size()).u32(0).u32(runs.size());
        runs.forEach(run -> out.u32(run[0]).u32(run[1]).u32(run[2]));
        return out.toByteArray();
    }
}
