package jp.kiyome.pdf.font;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.pdf.cos.Num;

/** Writes compact font format (Adobe Technical Note 5176): one font, no subroutines, no names but those of its glyphs. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class CffWriter {

    private static final int CHARSET = 15;
    private static final int ENCODING = 16;
    private static final int CHAR_STRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int ROS = 12 << 8 | 30;
    private static final int FD_ARRAY = 12 << 8 | 36;
    private static final int FD_SELECT = 12 << 8 | 37;

    private final Outlines font;
    private final Map<String, Integer> strings = new LinkedHashMap<>();

    private CffWriter(Outlines font) {
        this.font = font;
    }

    static byte[] write(Outlines font) {
        return new CffWriter(font).written();
    }

    private int sid(String name) {
        int standard = StandardNames.sid(name);
        return standard >= 0 ? standard : 391 + strings.computeIfAbsent(name, any -> strings.size());
    }

    private byte[] written() {
        FontOut charset = charset();
        List<Integer> system =
                font.cid() ? font.system().stream().limit(2).map(this::sid).toList() : List.of();
        byte[] names = index(strings.keySet().stream()
                .map(name -> name.getBytes(StandardCharsets.ISO_8859_1))
                .toList());
        List<byte[]> body =
                List.of(charset.toByteArray(), encoding(), index(font.outlines()), font.cid() ? select() : new byte[0]);
        return joined(system, names, body, privates());
    }

    private List<byte[]> privates() {
        List<byte[]> privates = new ArrayList<>();
        for (Outlines.Part part : font.parts()) {
            FontOut out = new FontOut();
            CffDict.write(out, part.numbers());
            privates.add(out.toByteArray());
        }
        return privates;
    }

    private byte[] joined(List<Integer> system, byte[] names, List<byte[]> body, List<byte[]> privates) {
        FontOut head = new FontOut().u8(1).u8(0).u8(4).u8(4);
        head.bytes(index(List.of("Kiyome".getBytes(StandardCharsets.US_ASCII))));
        byte[] subroutines = index(List.of());
        int[] at = new int[6];
        byte[] top = new byte[0];
        byte[] array = new byte[0];
        // Offsets have a fixed size: the second time round everything stands where it says.
        for (int pass = 0; pass < 2; pass++) {
            top = index(List.of(top(at, system, privates)));
            at[0] = head.size() + top.length + names.length + subroutines.length;
            for (int i = 0; i < body.size(); i++) {
                at[i + 1] = at[i] + body.get(i).length;
            }
            array = font.cid() ? array(privates, at[4]) : new byte[0];
            at[5] = at[4] + array.length;
        }
        FontOut out = head.bytes(top).bytes(names).bytes(subroutines);
        body.forEach(out::bytes);
        out.bytes(array);
        privates.forEach(out::bytes);
        return out.toByteArray();
    }

    private byte[] top(int[] at, List<Integer> system, List<byte[]> privates) {
        FontOut out = new FontOut();
        if (font.cid()) {
            TreeMap<Integer, List<Num>> ros = new TreeMap<>();
            ros.put(
                    ROS,
                    List.of(
                            new Num(system.get(0), 0),
                            new Num(system.get(1), 0),
                            CffDict.parsed(font.system().get(2))));
            CffDict.write(out, ros);
        }
        CffDict.write(out, font.top());
        offset(out, at[0], CHARSET);
        if (!font.cid()) {
            offset(out, font.encoding().length == 0 ? font.predefined() : at[1], ENCODING);
        }
        offset(out, at[2], CHAR_STRINGS);
        if (font.cid()) {
            offset(out, at[3], FD_SELECT);
            offset(out, at[4], FD_ARRAY);
        } else {
            CffDict.wide(out, privates.getFirst().length);
            offset(out, at[5], PRIVATE);
        }
        return out.toByteArray();
    }

    private static void offset(FontOut out, int value, int operator) {
        CffDict.wide(out, value);
        CffDict.operator(out, operator);
    }

    private byte[] array(List<byte[]> privates, int start) {
        int length = index(parts(privates, 0)).length;
        return index(parts(privates, start + length));
    }

    private List<byte[]> parts(List<byte[]> privates, int first) {
        List<byte[]> dicts = new ArrayList<>();
        int at = first;
        for (int i = 0; i < privates.size(); i++) {
            FontOut out = new FontOut();
            CffDict.write(out, font.parts().get(i).top());
            CffDict.wide(out, privates.get(i).length);
            offset(out, at, PRIVATE);
            dicts.add(out.toByteArray());
            at += privates.get(i).length;
        }
        return dicts;
    }

    private FontOut charset() {
        FontOut out = new FontOut().u8(0);
        for (String name : font.glyphs().subList(1, font.glyphs().size())) {
            out.u16(font.cid() ? Integer.parseInt(name) : sid(name));
        }
        return out;
    }

    /** One code for each glyph in order, and a supplement for the rest. */
    private byte[] encoding() {
        if (font.cid() || font.encoding().length == 0) {
            return new byte[0];
        }
        int[] first = new int[font.glyphs().size()];
        List<int[]> more = new ArrayList<>();
        int coded = 0;
        for (int code = 0; code < 256; code++) {
            int glyph = font.encoding()[code];
            boolean direct = glyph > 0 && glyph < 256 && first[glyph] == 0;
            if (direct) {
                first[glyph] = code + 1;
                coded = Math.max(coded, glyph);
            } else if (glyph > 0) {
                more.add(new int[] {code, glyph});
            }
        }
        // A glyph without a code between others would need one: all codes go to the supplement then.
        for (int glyph = 1; glyph <= coded; glyph++) {
            if (first[glyph] == 0) {
                for (int later = glyph + 1; later <= coded; later++) {
                    if (first[later] > 0) {
                        more.add(new int[] {first[later] - 1, later});
                    }
                }
                coded = glyph - 1;
            }
        }
        more.sort((a, b) -> Integer.compare(a[0], b[0]));
        FontOut out = new FontOut().u8(more.isEmpty() ? 0 : 0x80).u8(coded);
        for (int glyph = 1; glyph <= coded; glyph++) {
            out.u8(first[glyph] - 1);
        }
        if (!more.isEmpty()) {
            out.u8(Math.min(255, more.size()));
            more.stream().limit(255).forEach(pair -> out.u8(pair[0])
                    .u16(sid(font.glyphs().get(pair[1]))));
        }
        return out.toByteArray();
    }

    private byte[] select() {
        FontOut out = new FontOut().u8(0);
        for (int part : font.select()) {
            out.u8(part);
        }
        return out.toByteArray();
    }

    private static byte[] index(List<byte[]> items) {
        long total = items.stream().mapToLong(item -> item.length + 4).sum();
        FontOut out = new FontOut((int) Math.min(1 << 26, total + 8)).u16(items.size());
        if (items.isEmpty()) {
            return out.toByteArray();
        }
        out.u8(4);
        int at = 1;
        for (byte[] item : items) {
            out.u32(at);
            at += item.length;
        }
        out.u32(at);
        items.forEach(out::bytes);
        return out.toByteArray();
    }
}
