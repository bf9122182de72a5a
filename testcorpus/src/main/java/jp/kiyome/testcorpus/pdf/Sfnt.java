package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.zip.Bytes;

/** A TrueType font of three glyphs: nothing, a square, and one to play tricks with. */
final class Sfnt {

    private static final byte[] SQUARE = new Bytes()
            .bigEndian16(1)
            .bigEndian16(0)
            .bigEndian16(0)
            .bigEndian16(500)
            .bigEndian16(500)
            .bigEndian16(3)
            .bigEndian16(0)
            .octets(1, 1, 1, 1)
            .bigEndian16(0)
            .bigEndian16(500)
            .bigEndian16(0)
            .bigEndian16(-500)
            .bigEndian16(0)
            .bigEndian16(0)
            .bigEndian16(500)
            .bigEndian16(0)
            .toArray();

    private final TreeMap<String, byte[]> tables = new TreeMap<>();

    private Sfnt() {}

    static Sfnt withGlyph(byte[] third) {
        Sfnt font = new Sfnt();
        byte[] even = new Bytes().raw(third).raw(new byte[third.length & 1]).toArray();
        font.tables.put("glyf", new Bytes().raw(SQUARE).raw(even).toArray());
        font.tables.put(
                "loca",
                new Bytes()
                        .bigEndian16(0)
                        .bigEndian16(0)
                        .bigEndian16(SQUARE.length / 2)
                        .bigEndian16((SQUARE.length + even.length) / 2)
                        .toArray());
        font.tables.put(
                "head",
                new Bytes()
                        .bigEndian32(0x10000)
                        .bigEndian32(0x10000)
                        .bigEndian32(0)
                        .bigEndian32(0x5F0F3CF5)
                        .bigEndian16(0)
                        .bigEndian16(1000)
                        .raw(new byte[16])
                        .bigEndian16(0)
                        .bigEndian16(0)
                        .bigEndian16(500)
                        .bigEndian16(500)
                        .raw(new byte[10])
                        .toArray());
        font.tables.put(
                "maxp",
                new Bytes()
                        .bigEndian32(0x10000)
                        .bigEndian16(3)
                        .raw(new byte[26])
                        .toArray());
        font.tables.put(
                "hhea",
                new Bytes()
                        .bigEndian32(0x10000)
                        .bigEndian16(800)
                        .bigEndian16(-200)
                        .raw(new byte[26])
                        .bigEndian16(1)
                        .toArray());
        font.tables.put("hmtx", new Bytes().bigEndian16(600).raw(new byte[6]).toArray());
        return font;
    }

    static Sfnt plain() {
        return withGlyph(SQUARE);
    }

    /** A glyph put together of itself, ten times. */
    static byte[] composite(int of) {
        Bytes glyph = new Bytes().bigEndian16(-1).raw(new byte[8]);
        for (int i = 0; i < 10; i++) {
            glyph.bigEndian16(i < 9 ? 0x20 : 0).bigEndian16(of).octets(0, 0);
        }
        return glyph.toArray();
    }

    Sfnt with(String tag, byte[] table) {
        tables.put(tag, table);
        return this;
    }

    String text() {
        Bytes out = new Bytes().bigEndian32(0x10000).bigEndian16(tables.size()).raw(new byte[6]);
        int at = 12 + 16 * tables.size();
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            int length = table.getValue().length;
            out.ascii(table.getKey()).bigEndian32(0).bigEndian32(at).bigEndian32(length);
            at += length + 3 & ~3;
        }
        tables.values().forEach(table -> out.raw(table).raw(new byte[-table.length & 3]));
        return new String(out.toArray(), StandardCharsets.ISO_8859_1);
    }
}
