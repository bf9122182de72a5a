package jp.kiyome.testcorpus.drawing;

/** Makes enhanced metafiles ([MS-EMF]), record by record. */
final class Emf {

    private static final int FONT_RECORD = 320;

    private final Words body = new Words();
    private int records = 1;
    private int handles = 1;
    private byte[] description = {};
    private byte[] behind = {};
    private int palette;

    /** One with a rectangle in it. */
    static Emf drawn() {
        return new Emf().record(0x2B, new Words().u32(2, 3, 60, 40));
    }

    Emf record(int type, Words content) {
        byte[] padded = content.pad(4).get();
        body.u32(type, 8 + padded.length).bytes(padded);
        records++;
        return this;
    }

    /** Room in the object table. */
    Emf handles(int count) {
        handles = count;
        return this;
    }

    Emf description(byte[] bytes) {
        description = new Words().bytes(bytes).pad(4).get();
        return this;
    }

    Emf behind(byte[] bytes) {
        behind = bytes;
        return this;
    }

    Emf paletteAtEnd(int entry) {
        palette = entry;
        return this;
    }

    static Words comment(byte[] data) {
        return new Words().u32(data.length).bytes(data);
    }

    /** A font's description, with bytes behind the name and in the fields that mean nothing. */
    static Words font(int handle, String name, byte[] rest) {
        Words font = new Words().u32(handle, -12, 0, 0, 0, 400).u8(0, 0, 0, 1, 0, 0, 0, 0);
        font.utf16(name).u16(0).bytes(rest);
        while (font.size() < 4 + FONT_RECORD) {
            font.u8(0);
        }
        return font;
    }

    static Words text(String text) {
        return new Words()
                .u32(0, 0, 50, 10)
                .u32(1, 0x3F800000, 0x3F800000)
                .u32(5, 6, text.length(), 76, 0)
                .u32(0, 0, 0, 0)
                .u32(0)
                .utf16(text);
    }

    /** A bitmap of two by two pixels in 24 bits, drawn at the size given; {@code slack} follows its pixels. */
    static Words bitmap(byte[] slack) {
        byte[] bits =
                new Words().u32(0xFF0000, 0x00FF, 0xFF0000, 0x00FF).bytes(slack).get();
        return new Words()
                .u32(0, 0, 20, 20)
                .u32(1, 1, 0, 0, 2, 2)
                .u32(80, 40, 120, bits.length)
                .u32(0, 0x00CC0020, 20, 20)
                .u32(40, 2, 2)
                .u16(1, 24)
                .u32(0, 16, 0, 0, 0, 0)
                .bytes(bits);
    }

    byte[] bytes() {
        Words end = palette == 0 ? new Words().u32(14, 20, 0, 16, 20) : new Words().u32(14, 24, 1, 16, palette, 24);
        int head = 108 + description.length;
        Words file = new Words()
                .u32(1, head)
                .u32(0, 0, 100, 100)
                .u32(0, 0, 2540, 2540)
                .u32(0x464D4520, 0x10000, head + body.size() + end.size(), records + 1)
                .u16(handles, 0)
                .u32(description.length / 2, description.length == 0 ? 0 : 108, 0)
                .u32(1000, 1000, 254, 254)
                .u32(0, 0, 0, 254000, 254000)
                .bytes(description);
        return file.bytes(body.get()).bytes(end.get()).bytes(behind).get();
    }
}
