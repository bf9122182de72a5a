package jp.kiyome.pdf.font;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.limit.Budget;

/**
 * TrueType programs (ISO/IEC 14496-22): outlines, metrics, character maps and glyph names are read and written anew; hinting programs,
 * names, layout and all other tables are gone. Stateless.
 */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class TrueType {

    private static final int MOST_TABLES = 64;
    private static final int MAGIC = 0x5F0F3CF5;

    private TrueType() {}

    static Map<String, FontBytes> tables(byte[] font) {
        FontBytes in = new FontBytes(font);
        in.u32();
        int count = in.u16();
        if (count == 0 || count > MOST_TABLES) {
            throw new FontBytes.Unreadable("tables");
        }
        in.seek(12);
        Map<String, FontBytes> tables = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String tag = new String(in.bytes(4), StandardCharsets.ISO_8859_1);
            in.u32();
            long offset = in.u32();
            long length = in.u32();
            if (offset < font.length) {
                // Subsetters cut the last table short of its padding, and sometimes of more.
                tables.putIfAbsent(tag, new FontBytes(font, (int) offset, Math.min(length, font.length - offset)));
            }
        }
        return tables;
    }

    static byte[] rebuilt(byte[] font, Budget budget) {
        Map<String, FontBytes> tables = tables(font);
        FontBytes head = table(tables, "head");
        head.seek(50);
        boolean longOffsets = head.s16() != 0;
        FontBytes maxp = table(tables, "maxp");
        maxp.seek(4);
        int glyphs = maxp.u16();
        if (glyphs == 0) {
            throw new FontBytes.Unreadable("no glyphs");
        }
        Glyphs outlines = Glyphs.read(table(tables, "loca"), longOffsets, table(tables, "glyf"), glyphs, budget);
        TreeMap<String, byte[]> out = new TreeMap<>();
        out.put("head", head(head, outlines.longOffsets()));
        out.put("maxp", maxp(glyphs, outlines.counts()));
        out.put("loca", outlines.loca());
        out.put("glyf", outlines.glyf());
        metrics(tables, glyphs, out);
        Optional.ofNullable(tables.get("cmap"))
                .flatMap(cmap -> CharacterTable.rebuilt(cmap, glyphs))
                .ifPresent(cmap -> out.put("cmap", cmap));
        out.put("post", GlyphNames.rebuilt(Optional.ofNullable(tables.get("post")), glyphs));
        return file(out);
    }

    private static FontBytes table(Map<String, FontBytes> tables, String tag) {
        FontBytes table = tables.get(tag);
        if (table == null) {
            throw new FontBytes.Unreadable("no " + tag);
        }
        return table;
    }

    private static byte[] head(FontBytes in, boolean longOffsets) {
        in.seek(16);
        int flags = in.u16() & 0x0003;
        int unitsPerEm = in.u16();
        if (unitsPerEm < 16 || unitsPerEm > 16384) {
            throw new FontBytes.Unreadable("units per em");
        }
        in.seek(36);
        FontOut out = new FontOut();
        out.u32(0x00010000).u32(0x00010000).u32(0).u32(MAGIC).u16(flags).u16(unitsPerEm);
        out.u32(0).u32(0).u32(0).u32(0);
        for (int i = 0; i < 4; i++) {
            out.u16(in.u16());
        }
        out.u16(in.u16() & 0x7F).u16(in.u16());
        return out.u16(2).u16(longOffsets ? 1 : 0).u16(0).toByteArray();
    }

    /** No glyph has a program any more: what programs need is nought. */
    private static byte[] maxp(int glyphs, GlyphCounts counts) {
        FontOut out = new FontOut()
                .u32(0x00010000)
                .u16(glyphs)
                .u16(counts.points())
                .u16(counts.contours())
                .u16(counts.compositePoints())
                .u16(counts.compositeContours())
                .u16(1);
        for (int i = 0; i < 6; i++) {
            out.u16(0);
        }
        return out.u16(counts.elements()).u16(counts.depth()).toByteArray();
    }

    private static void metrics(Map<String, FontBytes> tables, int glyphs, TreeMap<String, byte[]> out) {
        FontBytes hhea = table(tables, "hhea");
        hhea.seek(34);
        int wide = Math.min(glyphs, hhea.u16());
        if (wide == 0) {
            throw new FontBytes.Unreadable("no metrics");
        }
        hhea.seek(4);
        FontOut header = new FontOut().u32(0x00010000);
        for (int i = 0; i < 10; i++) {
            header.u16(hhea.u16());
        }
        header.u32(0).u32(0).u16(0).u16(wide);
        out.put("hhea", header.toByteArray());
        FontBytes hmtx = table(tables, "hmtx");
        FontOut metrics = new FontOut();
        for (int i = 0; i < 2 * wide + glyphs - wide; i++) {
            metrics.u16(hmtx.size() - hmtx.position() >= 2 ? hmtx.u16() : 0);
        }
        out.put("hmtx", metrics.toByteArray());
    }

    private static byte[] file(TreeMap<String, byte[]> tables) {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        FontOut directory = new FontOut()
                .u32(0x00010000)
                .u16(count)
                .u16(16 * power)
                .u16(Integer.numberOfTrailingZeros(power))
                .u16(16 * (count - power));
        FontOut body = new FontOut();
        int start = 12 + 16 * count;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            directory.bytes(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            directory.u32(sum(table.getValue())).u32(start + body.size()).u32(table.getValue().length);
            body.bytes(table.getValue()).pad(4);
        }
        byte[] file = directory.bytes(body.toByteArray()).toByteArray();
        long adjustment = 0xB1B0AFBAL - sum(file) & 0xFFFFFFFFL;
        FontBytes in = new FontBytes(file);
        for (int i = 0; i < count; i++) {
            in.seek(12 + 16L * i);
            if (in.u32() == 0x68656164L) {
                in.u32();
                int head = (int) in.u32();
                for (int b = 0; b < 4; b++) {
                    file[head + 8 + b] = (byte) (adjustment >> 24 - 8 * b);
                }
            }
        }
        return file;
    }

    private static long sum(byte[] table) {
        int sum = 0;
        for (int i = 0; i < table.length; i++) {
            sum += (table[i] & 0xFF) << 24 - 8 * (i & 3);
        }
        return sum & 0xFFFFFFFFL;
    }
}
