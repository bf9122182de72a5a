package jp.kiyome.testcorpus.drawing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes pictures of QuickDraw, version 2 (Inside Macintosh: Imaging With QuickDraw, appendix A), opcode by opcode. */
public final class Pict {

    private static final int PREAMBLE = 512;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private byte[] preamble = new byte[PREAMBLE];

    /** One of 100 by 100 units with every kind of thing that can be drawn. */
    public static Pict drawn() {
        return new Pict()
                .opcode(0x0001, rectangleRegion(0, 0, 100, 100))
                .opcode(0x001A, 0xFF, 0xFF, 0, 0, 0, 0)
                .opcode(0x0007, 0, 2, 0, 2)
                .opcode(0x0030, 0, 10, 0, 10, 0, 30, 0, 40)
                .opcode(0x0039)
                .opcode(0x0050, 0, 40, 0, 10, 0, 60, 0, 40)
                .opcode(0x0061, 0, 40, 0, 50, 0, 60, 0, 70, 0, 0, 0, 90)
                .opcode(0x0041, 0, 40, 0, 50, 0, 60, 0, 70)
                .opcode(0x0071, 0, 22, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0, 0, 0, 0, 9, 0, 9, 0, 9, 0, 0)
                .opcode(0x0020, 0, 70, 0, 10, 0, 80, 0, 90)
                .opcode(0x0023, 5, 0xFB)
                .opcode(0x002C, 0, 8, 0, 20, 5, 'T', 'i', 'm', 'e', 's')
                .opcode(0x0028, text(10, 90, "Hello"))
                .bits();
    }

    /** A bitmap of 16 by 2 pixels of four bits each, packed, with a colour table of two. */
    private Pict bits() {
        Bytes data = new Bytes().u16(0x8008, 0, 0, 2, 16);
        data.u16(0, 0, 0, 0, 72, 0, 72, 0, 0, 4, 1, 4, 0, 0, 0, 0, 0, 0);
        data.u16(0, 0, 0, 1, 0, 0, 0, 0, 1, 0xFFFF, 0, 0xFFFF);
        data.u16(0, 0, 2, 16, 80, 50, 100, 100, 0);
        data.u8(2, 0xF9, 0x11, 2, 0xF9, 0x01, 0);
        return opcode(0x0098, data.get());
    }

    private static byte[] rectangleRegion(int top, int left, int bottom, int right) {
        return new Bytes().u16(10, top, left, bottom, right).get();
    }

    private static byte[] text(int x, int y, String letters) {
        byte[] coded = letters.getBytes(StandardCharsets.US_ASCII);
        return new Bytes().u16(y, x).u8(coded.length).bytes(coded).get();
    }

    /** A comment for programs: its kind, its length, its data. */
    public static byte[] comment(byte[] data) {
        return new Bytes().u16(100, data.length).bytes(data).get();
    }

    /** Data with their length in front, in 16 bits or in 32. */
    public static byte[] sized(int bits, byte[] data) {
        Bytes sized = bits == 32 ? new Bytes().u16(0, data.length) : new Bytes().u16(data.length);
        return sized.bytes(data).get();
    }

    public Pict preamble(byte[] text) {
        preamble = java.util.Arrays.copyOf(text, PREAMBLE);
        return this;
    }

    Pict opcode(int opcode, int... data) {
        return opcode(opcode, new Bytes().u8(data).get());
    }

    /** Adds an opcode with its data; both begin at an even place. */
    public Pict opcode(int opcode, byte[] data) {
        body.writeBytes(new Bytes().u16(opcode).bytes(data).get());
        if (body.size() % 2 != 0) {
            body.write(0);
        }
        return this;
    }

    public byte[] bytes() {
        Bytes file = new Bytes().bytes(preamble).u16(0, 0, 0, 100, 100).u16(0x0011, 0x02FF, 0x0C00);
        file.u16(0xFFFE, 0, 72, 0, 72, 0, 0, 0, 100, 100, 0, 0);
        return file.bytes(body.toByteArray()).u16(0x00FF).get();
    }

    /** Numbers, high byte first. */
    private static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes u8(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Bytes u16(int... values) {
            for (int value : values) {
                u8(value >>> 8, value);
            }
            return this;
        }

        Bytes bytes(byte[] data) {
            out.writeBytes(data);
            return this;
        }

        byte[] get() {
            return out.toByteArray();
        }
    }
}
