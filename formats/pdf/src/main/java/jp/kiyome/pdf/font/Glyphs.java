package jp.kiyome.pdf.font;

import jp.kiyome.core.limit.Budget;

/**
 * The outlines of a TrueType program (tables glyf and loca), point by point. A glyph that breaks the format, or is made of itself, is
 * left empty.
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record Glyphs(byte[] glyf, byte[] loca, boolean longOffsets) {

    private static final int DEEPEST = 8;
    private static final int MOST_POINTS = 20_000;

    static Glyphs read(FontBytes loca, boolean longOffsets, FontBytes glyf, int count, Budget budget) {
        FontBytes[] sources = new FontBytes[count];
        for (int i = 0; i < count; i++) {
            sources[i] = source(loca, longOffsets, glyf, i);
        }
        byte[][] glyphs = new byte[count][];
        int good = 0;
        int bad = 0;
        for (int i = 0; i < count; i++) {
            if (i % 256 == 0) {
                budget.checkTime();
            }
            try {
                glyphs[i] = sources[i].size() == 0 ? new byte[0] : new Glyphs.One(sources, i).rebuilt();
                good += glyphs[i].length > 0 ? 1 : 0;
            } catch (FontBytes.Unreadable broken) {
                // One empty glyph: what readers draw for it too.
                glyphs[i] = new byte[0];
                bad++;
            }
        }
        if (good == 0 && bad > 0) {
            throw new FontBytes.Unreadable("no glyph can be read");
        }
        return laidOut(glyphs);
    }

    private static FontBytes source(FontBytes loca, boolean longOffsets, FontBytes glyf, int index) {
        try {
            loca.seek(longOffsets ? 4L * index : 2L * index);
            long from = longOffsets ? loca.u32() : 2L * loca.u16();
            long to = longOffsets ? loca.u32() : 2L * loca.u16();
            to = Math.min(to, glyf.size());
            return to - from >= 10 ? glyf.part(from, to - from) : glyf.part(0, 0);
        } catch (FontBytes.Unreadable outside) {
            return glyf.part(0, 0);
        }
    }

    private static Glyphs laidOut(byte[][] glyphs) {
        FontOut glyf = new FontOut();
        int[] offsets = new int[glyphs.length + 1];
        for (int i = 0; i < glyphs.length; i++) {
            offsets[i] = glyf.size();
            glyf.bytes(glyphs[i]).pad(2);
        }
        offsets[glyphs.length] = glyf.size();
        boolean wide = glyf.size() > 0x1FFFE;
        FontOut loca = new FontOut();
        for (int offset : offsets) {
            if (wide) {
                loca.u32(offset);
            } else {
                loca.u16(offset / 2);
            }
        }
        return new Glyphs(glyf.toByteArray(), loca.toByteArray(), wide);
    }

    /** One glyph. */
    // Nobody compares two of these.
    @SuppressWarnings("ArrayRecordComponent")
    private record One(FontBytes[] sources, int index) {

        byte[] rebuilt() {
            FontBytes in = sources[index];
            in.seek(0);
            int contours = in.s16();
            FontOut out = new FontOut().u16(contours < 0 ? -1 : contours);
            for (int i = 0; i < 4; i++) {
                out.u16(in.u16());
            }
            if (contours < 0) {
                composite(in, out);
            } else {
                simple(in, out, contours);
            }
            return out.toByteArray();
        }

        private static void simple(FontBytes in, FontOut out, int contours) {
            int points = 0;
            for (int i = 0; i < contours; i++) {
                int last = in.u16();
                if (last + 1 < points || last >= MOST_POINTS) {
                    throw new FontBytes.Unreadable("contours");
                }
                points = last + 1;
                out.u16(last);
            }
            if (contours == 0) {
                out.u16(0);
                return;
            }
            in.bytes(in.u16());
            out.u16(0);
            int[] flags = flags(in, points);
            int[] xs = new int[points];
            int[] ys = new int[points];
            for (int i = 0; i < points; i++) {
                xs[i] = delta(in, flags[i], 0x02, 0x10);
            }
            for (int i = 0; i < points; i++) {
                ys[i] = delta(in, flags[i], 0x04, 0x20);
            }
            write(out, flags, xs, ys);
        }

        private static int[] flags(FontBytes in, int points) {
            int[] flags = new int[points];
            for (int i = 0; i < points; i++) {
                flags[i] = in.u8();
                if ((flags[i] & 8) != 0) {
                    int repeat = in.u8();
                    for (int flag = flags[i]; repeat > 0 && i + 1 < points; repeat--) {
                        flags[++i] = flag;
                    }
                }
            }
            return flags;
        }

        private static int delta(FontBytes in, int flag, int isShort, int same) {
            if ((flag & isShort) != 0) {
                int value = in.u8();
                return (flag & same) != 0 ? value : -value;
            }
            return (flag & same) != 0 ? 0 : in.s16();
        }

        private static void write(FontOut out, int[] flags, int[] xs, int[] ys) {
            FontOut x = new FontOut();
            FontOut y = new FontOut();
            int[] written = new int[flags.length];
            for (int i = 0; i < flags.length; i++) {
                written[i] = flags[i] & 1 | delta(x, xs[i], 0x02, 0x10) | delta(y, ys[i], 0x04, 0x20);
            }
            for (int i = 0; i < written.length; ) {
                int run = 1;
                while (i + run < written.length && run < 256 && written[i + run] == written[i]) {
                    run++;
                }
                if (run > 2) {
                    out.u8(written[i] | 8).u8(run - 1);
                } else {
                    run = 1;
                    out.u8(written[i]);
                }
                i += run;
            }
            out.bytes(x.toByteArray()).bytes(y.toByteArray());
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

        private void composite(FontBytes in, FontOut out) {
            depth(index, 0);
            in.seek(10);
            boolean more = true;
            while (more) {
                int flags = in.u16();
                int part = in.u16();
                more = (flags & 0x20) != 0;
                if (part >= sources.length) {
                    throw new FontBytes.Unreadable("a part that is no glyph");
                }
                // Kept: sizes of the arguments and what they mean, scales, the metrics to use, overlap. Gone:
                // instructions.
                out.u16(flags
                                & (0x0001 | 0x0002 | 0x0004 | 0x0008 | 0x0020 | 0x0040 | 0x0080 | 0x0200 | 0x0400
                                        | 0x0800 | 0x1000))
                        .u16(part);
                int numbers = (flags & 1) != 0 ? 4 : 2;
                numbers += (flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
                out.bytes(in.bytes(numbers));
            }
        }

        /** Glyphs made of glyphs made of glyphs: no deeper than any font needs, so never of themselves. */
        private void depth(int glyph, int depth) {
            if (depth > DEEPEST) {
                throw new FontBytes.Unreadable("parts in parts");
            }
            FontBytes in = sources[glyph];
            if (in.size() == 0) {
                return;
            }
            in.seek(0);
            if (in.s16() >= 0) {
                return;
            }
            in.seek(10);
            int flags;
            int parts = 0;
            do {
                flags = in.u16();
                int part = in.u16();
                in.bytes(((flags & 1) != 0 ? 4 : 2)
                        + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0));
                if (part >= sources.length || ++parts > 64) {
                    throw new FontBytes.Unreadable("parts");
                }
                int here = in.position();
                depth(part, depth + 1);
                in.seek(here);
            } while ((flags & 0x20) != 0);
        }
    }
}
