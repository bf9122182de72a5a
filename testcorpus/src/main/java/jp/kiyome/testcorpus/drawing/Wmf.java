package jp.kiyome.testcorpus.drawing;

import java.nio.charset.StandardCharsets;

/** Makes Windows metafiles ([MS-WMF]), record by record. */
final class Wmf {

    private final Words body = new Words();
    private final boolean placeable;
    private int longest = 3;
    private int objects;
    private int reserved;
    private byte[] behind = {};

    Wmf(boolean placeable) {
        this.placeable = placeable;
    }

    /** One with a rectangle in it. */
    static Wmf drawn() {
        return new Wmf(true).record(0x041B, new Words().u16(40, 60, 3, 2));
    }

    Wmf record(int function, Words content) {
        byte[] padded = content.pad(2).get();
        int size = 3 + padded.length / 2;
        body.u32(size).u16(function).bytes(padded);
        longest = Math.max(longest, size);
        return this;
    }

    Wmf objects(int count) {
        objects = count;
        return this;
    }

    Wmf reserved(int value) {
        reserved = value;
        return this;
    }

    Wmf behind(byte[] bytes) {
        behind = bytes;
        return this;
    }

    static Words escape(int function, byte[] data) {
        return new Words().u16(function, data.length).bytes(data);
    }

    static Words font(String name, byte[] rest) {
        Words font = new Words().u16(-12, 0, 0, 0, 400).u8(0, 0, 0, 0, 0, 0, 0, 0);
        font.bytes(name.getBytes(StandardCharsets.US_ASCII)).u8(0).bytes(rest);
        while (font.size() < 50) {
            font.u8(0);
        }
        return font;
    }

    byte[] bytes() {
        Words file = new Words();
        if (placeable) {
            Words place =
                    new Words().u32(0x9AC6CDD7).u16(0, 0, 0, 1000, 1000, 1440).u32(reserved);
            byte[] words = place.get();
            int sum = 0;
            for (int i = 0; i < words.length; i += 2) {
                sum ^= words[i] & 0xFF | (words[i + 1] & 0xFF) << 8;
            }
            file.bytes(words).u16(sum);
        }
        file.u16(1, 9, 0x300)
                .u32(9 + (body.size() + 6) / 2)
                .u16(objects)
                .u32(longest)
                .u16(0);
        return file.bytes(body.get()).u32(3).u16(0).bytes(behind).get();
    }
}
