package jp.kiyome.pdf.font;

import jp.kiyome.core.limit.Budget;

/**
 * The outlines of a TrueType program (tables glyf and loca), point by point. A glyph that breaks the format, or is made of itself, is
 * left empty.
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record Glyphs(byte[] glyf, byte[] loca, boolean longOffsets, GlyphCounts counts) {

    static Glyphs read(FontBytes loca, boolean longOffsets, FontBytes glyf, int count, Budget budget) {
        FontBytes[] sources = new FontBytes[count];
        for (int i = 0; i < count; i++) {
            sources[i] = source(loca, longOffsets, glyf, i);
        }
        GlyphOutline outline = new GlyphOutline(sources);
        FontOut out = new FontOut(glyf.size());
        int[] offsets = new int[count + 1];
        int good = 0;
        int bad = 0;
        for (int i = 0; i < count; i++) {
            if (i % 256 == 0) {
                budget.checkTime();
            }
            offsets[i] = out.size();
            if (sources[i].size() > 0) {
                // A glyph that cannot be read is empty: what readers draw for it too.
                boolean read = outline.write(i, out);
                good += read ? 1 : 0;
                bad += read ? 0 : 1;
            }
        }
        offsets[count] = out.size();
        if (good == 0 && bad > 0) {
            throw new FontBytes.Unreadable("no glyph can be read");
        }
        return laidOut(out, offsets, outline.counts());
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

    private static Glyphs laidOut(FontOut glyf, int[] offsets, GlyphCounts counts) {
        boolean wide = glyf.size() > 0x1FFFE;
        FontOut loca = new FontOut(4 * offsets.length);
        for (int offset : offsets) {
            if (wide) {
                loca.u32(offset);
            } else {
                loca.u16(offset / 2);
            }
        }
        return new Glyphs(glyf.toByteArray(), loca.toByteArray(), wide, counts);
    }
}
