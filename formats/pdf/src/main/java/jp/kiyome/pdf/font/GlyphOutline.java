package jp.kiyome.pdf.font;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one outline after the other and writes it anew, in the shortest form and without instructions (ISO/IEC 14496-22, glyf).
 * Not thread-safe.
 */
final class GlyphOutline {

    private static final int DEEPEST = 8;
    private static final int MOST_POINTS = 20_000;
    private static final int MOST_PARTS = 64;

    /** Outlines that one glyph is put together from, parts of parts counted. */
    private static final int MOST_DRAWN = 4096;

    /** Kept of a part: sizes of the arguments and what they mean, scales, more parts, the metrics to use, overlap. Gone: instructions. */
    private static final int PART_FLAGS =
            0x0001 | 0x0002 | 0x0004 | 0x0008 | 0x0020 | 0x0040 | 0x0080 | 0x0200 | 0x0400 | 0x0800 | 0x1000;

    private final FontBytes[] sources;
    /** How many outlines a glyph is put together from; 0 where that is not known yet, -1 for too many. */
    private final int[] drawn;

    /** Of each glyph that was written: points and contours, and the glyphs that it is made of. */
    private final int[] points;

    private final int[] contours;
    private final int[] @Nullable [] parts;

    private final FontOut x = new FontOut(1024);
    private final FontOut y = new FontOut(1024);
    private final FontOut glyph = new FontOut(1024);
    private int[] flags = new int[256];
    private int[] xs = new int[256];
    private int[] ys = new int[256];

    GlyphOutline(FontBytes[] sources) {
        this.sources = sources;
        this.drawn = new int[sources.length];
        this.points = new int[sources.length];
        this.contours = new int[sources.length];
        this.parts = new int[sources.length][];
    }

    /** Writes a glyph and pads it to an even length; writes nothing and gives false where it cannot be read. */
    boolean write(int index, FontOut out) {
        try {
            glyph.clear();
            rebuild(index, sources[index]);
        } catch (FontBytes.Unreadable broken) {
            points[index] = 0;
            contours[index] = 0;
            parts[index] = null;
            return false;
        }
        out.bytes(glyph).pad(2);
        return true;
    }

    private void rebuild(int index, FontBytes in) {
        in.seek(0);
        int contours = in.s16();
        glyph.u16(contours < 0 ? -1 : contours);
        for (int i = 0; i < 4; i++) {
            glyph.u16(in.u16());
        }
        if (contours < 0) {
            composite(index, in);
        } else {
            simple(index, in, contours);
        }
    }

    private void simple(int index, FontBytes in, int contours) {
        int points = 0;
        for (int i = 0; i < contours; i++) {
            int last = in.u16();
            if (last + 1 < points || last >= MOST_POINTS) {
                throw new FontBytes.Unreadable("contours");
            }
            points = last + 1;
            glyph.u16(last);
        }
        glyph.u16(0);
        if (contours == 0) {
            return;
        }
        in.skip(in.u16());
        if (points > flags.length) {
            flags = new int[points];
            xs = new int[points];
            ys = new int[points];
        }
        readFlags(in, points);
        for (int i = 0; i < points; i++) {
            xs[i] = delta(in, flags[i], 0x02, 0x10);
        }
        for (int i = 0; i < points; i++) {
            ys[i] = delta(in, flags[i], 0x04, 0x20);
        }
        writePoints(points);
        this.points[index] = points;
        this.contours[index] = contours;
    }

    private void readFlags(FontBytes in, int points) {
        for (int i = 0; i < points; i++) {
            int flag = in.u8();
            flags[i] = flag;
            if ((flag & 8) != 0) {
                for (int repeat = in.u8(); repeat > 0 && i + 1 < points; repeat--) {
                    flags[++i] = flag;
                }
            }
        }
    }

    private static int delta(FontBytes in, int flag, int isShort, int same) {
        if ((flag & isShort) != 0) {
            int value = in.u8();
            return (flag & same) != 0 ? value : -value;
        }
        return (flag & same) != 0 ? 0 : in.s16();
    }

    private void writePoints(int points) {
        x.clear();
        y.clear();
        for (int i = 0; i < points; i++) {
            flags[i] = flags[i] & 1 | delta(x, xs[i], 0x02, 0x10) | delta(y, ys[i], 0x04, 0x20);
        }
        for (int i = 0; i < points; ) {
            int run = 1;
            while (i + run < points && run < 256 && flags[i + run] == flags[i]) {
                run++;
            }
            if (run > 2) {
                glyph.u8(flags[i] | 8).u8(run - 1);
            } else {
                run = 1;
                glyph.u8(flags[i]);
            }
            i += run;
        }
        glyph.bytes(x).bytes(y);
    }

    private static int delta(FontOut out, int value, int isShort, int same) {
        if (value == 0) {
            return same;
        }
        if (value >= -255 && value <= 255) {
            out.u8(Math.abs(value));
            return value > 0 ? isShort | same : isShort;
        }
        out.u16(value);
        return 0;
    }

    private void composite(int index, FontBytes in) {
        if (drawn(index, 0) < 0) {
            throw new FontBytes.Unreadable("parts in parts");
        }
        in.seek(10);
        int more = 0x20;
        int[] made = new int[MOST_PARTS];
        int count = 0;
        while ((more & 0x20) != 0) {
            more = in.u16();
            int part = in.u16();
            made[count++] = part;
            glyph.u16(more & PART_FLAGS).u16(part);
            glyph.bytes(in.bytes(arguments(more)));
        }
        parts[index] = Arrays.copyOf(made, count);
    }

    /** What was written, counted; to be called when all glyphs are. */
    GlyphCounts counts() {
        GlyphCounts counts = GlyphCounts.NONE;
        for (int i = 0; i < sources.length; i++) {
            if (parts[i] == null) {
                counts = counts.withSimple(points[i], contours[i]);
            } else {
                int[] all = new int[2];
                int depth = count(i, all);
                counts = counts.withComposite(all[0], all[1], parts[i].length, depth);
            }
        }
        return counts;
    }

    /** Adds up points and contours, and says how deep parts lie in parts; no more than {@link #drawn} found. */
    private int count(int index, int[] all) {
        if (parts[index] == null) {
            all[0] += points[index];
            all[1] += contours[index];
            return 0;
        }
        int depth = 0;
        for (int part : parts[index]) {
            depth = Math.max(depth, count(part, all));
        }
        return depth + 1;
    }

    private static int arguments(int flags) {
        int placed = (flags & 1) != 0 ? 4 : 2;
        return placed + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
    }

    /** Counts parts of parts, each glyph once; no deeper than any font needs, so never a glyph made of itself. */
    private int drawn(int index, int depth) {
        if (index >= sources.length || depth > DEEPEST) {
            return -1;
        }
        if (drawn[index] != 0) {
            return drawn[index];
        }
        FontBytes in = sources[index];
        int all = 1;
        in.seek(0);
        if (in.size() > 0 && in.s16() < 0) {
            in.seek(10);
            int more = 0x20;
            for (int parts = 0; (more & 0x20) != 0 && all > 0; parts++) {
                more = in.u16();
                int part = in.u16();
                in.skip(arguments(more));
                int here = in.position();
                int inside = parts < MOST_PARTS ? drawn(part, depth + 1) : -1;
                in.seek(here);
                all = inside < 0 || all + inside > MOST_DRAWN ? -1 : all + inside;
            }
        }
        drawn[index] = all;
        return all;
    }
}
