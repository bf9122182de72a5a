package jp.kiyome.testcorpus.ooxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import jp.kiyome.testcorpus.zip.Bytes;

/** A compound file ([MS-CFB]) as far as its magic goes, with text in two encodings where streams would be. */
final class CompoundFile {

    private static final int SECTOR = 512;
    private static final long FREE = 0xFFFFFFFFL;
    private static final long END = 0xFFFFFFFEL;
    private static final long FAT = 0xFFFFFFFDL;

    private CompoundFile() {}

    static byte[] with(String text) {
        Bytes out = new Bytes().octets(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        out.raw(new byte[SECTOR - out.size()]);
        out.raw(text.getBytes(StandardCharsets.UTF_8)).raw(text.getBytes(StandardCharsets.UTF_16LE));
        return out.raw(new byte[(SECTOR - out.size() % SECTOR) % SECTOR + (out.size() <= 2 * SECTOR ? SECTOR : 0)])
                .toArray();
    }

    /** One stream below a root of Acrobat's class: what Office makes of a PDF file that is dropped into a document. */
    static byte[] acrobat(byte[] pdf, String beside) {
        // Streams of 4096 bytes and more stand in sectors of their own (2.6.3).
        if (pdf.length < 4096) {
            throw new IllegalArgumentException("too short for sectors of its own");
        }
        int sectors = (pdf.length + SECTOR - 1) / SECTOR;
        Bytes out = new Bytes().octets(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        out.raw(new byte[16]).u16(0x3E).u16(3).u16(0xFFFE).u16(9).u16(6).raw(new byte[10]);
        out.u32(1).u32(1).u32(0).u32(4096).u32(END).u32(0).u32(END).u32(0).u32(0);
        out.raw(filled(4 * 108));
        out.u32(FAT).u32(END);
        for (int i = 1; i < sectors; i++) {
            out.u32(2 + i);
        }
        out.u32(END).raw(filled(SECTOR - 4 * (sectors + 2)));
        boolean more = !beside.isEmpty();
        entry(out, "Root Entry", 5, FREE, 1, END, 0);
        entry(out, "CONTENTS", 2, more ? 2 : FREE, FREE, 2, pdf.length);
        // Shorter names stand to the left (2.6.4).
        entry(out, beside, more ? 2 : 0, FREE, FREE, more ? END : 0, 0);
        entry(out, "", 0, FREE, FREE, 0, 0);
        return out.raw(pdf).raw(new byte[sectors * SECTOR - pdf.length]).toArray();
    }

    private static byte[] filled(int size) {
        byte[] filled = new byte[size];
        Arrays.fill(filled, (byte) -1);
        return filled;
    }

    private static void entry(Bytes out, String name, int kind, long left, long child, long start, int size) {
        byte[] text = name.getBytes(StandardCharsets.UTF_16LE);
        out.raw(Arrays.copyOf(text, 64)).u16(name.isEmpty() ? 0 : text.length + 2);
        out.octets(kind, kind == 0 ? 0 : 1).u32(left).u32(FREE).u32(child);
        out.raw(kind == 5 ? HexFormat.of().parseHex("65CA01B8FCA1D01185AD444553540000") : new byte[16]);
        out.raw(new byte[20]).u32(start).u32(size).u32(0);
    }
}
