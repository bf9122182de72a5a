package jp.kiyome.pdf.font;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.Num;

/** Reads compact font format (Adobe Technical Note 5176). Not thread-safe. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class CffReader {

    private static final int ROS = 12 << 8 | 30;

    /** ItalicAngle to UnderlineThickness, PaintType, FontMatrix, FontBBox, StrokeWidth, CIDCount. */
    private static final Set<Integer> TOP = Set.of(
            5, 12 << 8 | 1, 12 << 8 | 2, 12 << 8 | 3, 12 << 8 | 4, 12 << 8 | 5, 12 << 8 | 7, 12 << 8 | 8, 12 << 8 | 34);

    private static final Set<Integer> PART = Set.of(12 << 8 | 7);

    /** Blues, stems and widths. */
    private static final Set<Integer> PRIVATE = Set.of(
            6,
            7,
            8,
            9,
            10,
            11,
            20,
            21,
            12 << 8 | 9,
            12 << 8 | 10,
            12 << 8 | 11,
            12 << 8 | 12,
            12 << 8 | 13,
            12 << 8 | 14,
            12 << 8 | 17,
            12 << 8 | 18);

    private final byte[] font;
    private final Budget budget;
    private List<byte[]> strings = List.of();

    private CffReader(byte[] font, Budget budget) {
        this.font = font;
        this.budget = budget;
    }

    static Outlines read(byte[] font, Budget budget) {
        return new CffReader(font, budget).read();
    }

    private FontBytes at(long offset) {
        return new FontBytes(font).part(offset, font.length - offset);
    }

    private static List<byte[]> index(FontBytes in) {
        int count = in.u16();
        if (count == 0) {
            return List.of();
        }
        int size = in.u8();
        if (size < 1 || size > 4) {
            throw new FontBytes.Unreadable("index");
        }
        long[] offsets = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            for (int b = 0; b < size; b++) {
                offsets[i] = offsets[i] << 8 | in.u8();
            }
        }
        List<byte[]> items = new ArrayList<>(count);
        int start = in.position() - 1;
        for (int i = 0; i < count; i++) {
            in.seek(start + offsets[i]);
            items.add(in.bytes((int) Math.min(Integer.MAX_VALUE, Math.max(-1, offsets[i + 1] - offsets[i]))));
        }
        in.seek(start + offsets[count]);
        return items;
    }

    private Outlines read() {
        FontBytes in = new FontBytes(font);
        in.seek(2);
        in.seek(in.u8());
        index(in);
        List<byte[]> tops = index(in);
        if (tops.isEmpty()) {
            throw new FontBytes.Unreadable("no font");
        }
        strings = index(in);
        List<byte[]> global = index(in);
        TreeMap<Integer, List<Num>> top = CffDict.read(new FontBytes(tops.getFirst()));
        if (number(top, 12 << 8 | 6, 2) != 2) {
            throw new FontBytes.Unreadable("charstrings of another type");
        }
        List<byte[]> charstrings = index(at(number(top, 17, -1)));
        if (charstrings.isEmpty()) {
            throw new FontBytes.Unreadable("no glyphs");
        }
        return outlines(top, charstrings, global);
    }

    private Outlines outlines(TreeMap<Integer, List<Num>> top, List<byte[]> charstrings, List<byte[]> global) {
        int count = charstrings.size();
        boolean cid = top.containsKey(ROS);
        List<String> glyphs = charset(number(top, 15, 0), count, cid);
        List<TreeMap<Integer, List<Num>>> dicts = cid ? partDicts(top) : List.of(top);
        int[] select = cid ? select(at(number(top, 12 << 8 | 37, -1)), count, dicts.size()) : new int[0];
        List<Outlines.Part> parts = new ArrayList<>();
        List<List<byte[]>> locals = new ArrayList<>();
        for (TreeMap<Integer, List<Num>> dict : dicts) {
            part(dict, cid, parts, locals);
        }
        List<byte[]> flat = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            flat.add(flat(charstrings.get(i), global, locals.get(cid ? select[i] : 0)));
        }
        int[] encoding = cid ? new int[0] : encoding(number(top, 16, 0), glyphs);
        return new Outlines(
                cid,
                cid ? system(top) : List.of(),
                CffDict.only(top, TOP),
                glyphs,
                flat,
                encoding,
                number(top, 16, 0) == 1 ? 1 : 0,
                select,
                parts);
    }

    /** The dictionaries of the fonts that a font with CIDs is put together from (FDArray). */
    private List<TreeMap<Integer, List<Num>>> partDicts(TreeMap<Integer, List<Num>> top) {
        List<TreeMap<Integer, List<Num>>> dicts = new ArrayList<>();
        for (byte[] part : index(at(number(top, 12 << 8 | 36, -1)))) {
            dicts.add(CffDict.read(new FontBytes(part)));
        }
        return dicts;
    }

    private void part(
            TreeMap<Integer, List<Num>> dict, boolean cid, List<Outlines.Part> parts, List<List<byte[]>> locals) {
        List<Num> place = dict.getOrDefault(18, List.of(new Num(0, 0), new Num(0, 0)));
        if (place.size() != 2) {
            throw new FontBytes.Unreadable("private dictionary");
        }
        int size = (int) place.get(0).value();
        int offset = (int) place.get(1).value();
        TreeMap<Integer, List<Num>> own = CffDict.read(new FontBytes(font, offset, size));
        int subroutines = number(own, 19, 0);
        locals.add(subroutines > 0 ? index(at((long) offset + subroutines)) : List.of());
        parts.add(new Outlines.Part(cid ? CffDict.only(dict, PART) : new TreeMap<>(), CffDict.only(own, PRIVATE)));
    }

    private byte[] flat(byte[] charstring, List<byte[]> global, List<byte[]> local) {
        budget.checkTime();
        try {
            byte[] flat = new Type2Charstring(global, local).flattened(charstring);
            budget.decode(flat.length);
            return flat;
        } catch (FontBytes.Unreadable broken) {
            // One glyph that draws nothing.
            return new byte[] {14};
        }
    }

    private static int number(Map<Integer, List<Num>> dict, int key, int otherwise) {
        List<Num> found = dict.getOrDefault(key, List.of());
        return found.isEmpty() ? otherwise : (int) found.getLast().value();
    }

    private List<String> system(TreeMap<Integer, List<Num>> top) {
        List<Num> ros = top.getOrDefault(ROS, List.of());
        if (ros.size() != 3) {
            throw new FontBytes.Unreadable("ROS");
        }
        return List.of(name((int) ros.get(0).value()), name((int) ros.get(1).value()), Integer.toString((int)
                ros.get(2).value()));
    }

    private String name(int sid) {
        if (sid < 391) {
            return StandardNames.name(sid);
        }
        if (sid - 391 >= strings.size()) {
            throw new FontBytes.Unreadable("string");
        }
        String name = new String(strings.get(sid - 391), StandardCharsets.ISO_8859_1);
        return GlyphNames.NAME.matcher(name).matches() ? name : "x" + sid;
    }

    private List<String> charset(int offset, int count, boolean cid) {
        List<String> glyphs = new ArrayList<>(count);
        glyphs.add(".notdef");
        if (offset <= 2) {
            // Predefined: ISOAdobe is the order of the standard strings; the expert ones are not told apart here.
            if (offset > 0) {
                throw new FontBytes.Unreadable("expert charset");
            }
            for (int i = 1; i < count; i++) {
                glyphs.add(cid ? Integer.toString(i) : StandardNames.name(i));
            }
            return glyphs;
        }
        FontBytes in = at(offset);
        int format = in.u8();
        while (glyphs.size() < count) {
            int first = in.u16();
            int more = format == 0 ? 0 : format == 1 ? in.u8() : in.u16();
            for (int i = 0; i <= more && glyphs.size() < count; i++) {
                glyphs.add(cid ? Integer.toString(first + i & 0xFFFF) : name(first + i));
            }
        }
        return glyphs;
    }

    private static int[] select(FontBytes in, int count, int parts) {
        int[] select = new int[count];
        int format = in.u8();
        if (format == 0) {
            for (int i = 0; i < count; i++) {
                select[i] = in.u8();
            }
        } else if (format == 3) {
            int ranges = in.u16();
            int first = in.u16();
            for (int r = 0; r < ranges; r++) {
                int part = in.u8();
                int next = in.u16();
                Arrays.fill(
                        select, Math.min(first, count), Math.max(Math.min(first, count), Math.min(next, count)), part);
                first = next;
            }
        } else {
            throw new FontBytes.Unreadable("FDSelect");
        }
        for (int part : select) {
            if (part >= parts) {
                throw new FontBytes.Unreadable("FDSelect");
            }
        }
        return select;
    }

    private int[] encoding(int offset, List<String> glyphs) {
        if (offset <= 1) {
            return new int[0];
        }
        int[] encoding = new int[256];
        FontBytes in = at(offset);
        int format = in.u8();
        int entries = in.u8();
        int glyph = 1;
        for (int i = 0; i < entries; i++) {
            int first = in.u8();
            int more = (format & 0x7F) == 0 ? 0 : in.u8();
            for (int c = first; c <= Math.min(255, first + more); c++) {
                if (glyph < glyphs.size()) {
                    encoding[c] = glyph++;
                }
            }
        }
        if ((format & 0x80) != 0) {
            int supplements = in.u8();
            for (int i = 0; i < supplements; i++) {
                int code = in.u8();
                int found = glyphs.indexOf(name(in.u16()));
                encoding[code] = Math.max(0, found);
            }
        }
        return encoding;
    }
}
