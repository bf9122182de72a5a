package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers in a presentation that name a text, a character or a font ([MS-PPT] 2.9.78, 2.8.8, 2.9.48, 2.9.13). One stream, once. */
final class PptNumbers {

    private static final int PERSIST = 1011;
    private static final int LIST = 4080;
    private static final int FONT = 4023;
    private static final int CHARACTERS = 4004;
    private static final int OUTLINE = 3998;
    private static final int HEADER = 3999;
    private static final int WIDE = 4000;
    private static final int NARROW = 4008;
    private static final int PLACE = 4056;
    private static final int RANGE = 4063;
    private static final int[] FONT_BITS = {0x10000, 0x200000, 0x400000, 0x800000};

    private final ByteBuffer in;
    private final Check.Found found;
    private int fonts;
    private int behind;
    private int most;
    private int length = 1;
    private boolean ofOutline;

    private PptNumbers(byte[] stream, Check.Found found) {
        this.in = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        this.found = found;
    }

    static void look(byte[] stream, Check.Found found) {
        PptNumbers numbers = new PptNumbers(stream, found);
        PptScan.walk(stream, 0, stream.length, 0, 0, numbers::count);
        PptScan.walk(stream, 0, stream.length, 0, 0, numbers::record);
    }

    /** How many fonts there are, and the most texts that stand behind one page in a list. */
    private void count(int parent, int instance, int type, int from, int to) {
        fonts += type == FONT ? 1 : 0;
        behind = type == PERSIST ? 0 : parent == LIST && type == HEADER ? behind + 1 : behind;
        most = Math.max(most, behind);
    }

    private void record(int parent, int instance, int type, int from, int to) {
        int size = to - from;
        switch (type) {
            case HEADER -> text(0);
            case WIDE -> text(size / 2);
            case NARROW -> text(size);
            case OUTLINE -> {
                ofOutline = true;
                number(type, size >= 4 ? in.getInt(from) : -1, most);
            }
            case PLACE -> number(type, size >= 4 ? in.getInt(from) : -1, ofOutline ? Integer.MAX_VALUE : length);
            case RANGE -> range(from, size);
            case CHARACTERS -> fonts(from, to);
            default -> {}
        }
    }

    private void text(int characters) {
        length = characters + 1;
        ofOutline = false;
    }

    private void number(int type, int number, int count) {
        if (number < 0 || number >= count) {
            found.vector(PptScan.STREAM, "record " + type + " names " + number + " of " + count);
        }
    }

    private void range(int from, int size) {
        int first = size >= 8 ? in.getInt(from) : -1;
        int last = size >= 8 ? in.getInt(from + 4) : -1;
        if (first < 0 || last < first || !ofOutline && last > length) {
            found.vector(PptScan.STREAM, "characters " + first + " to " + last + " of " + length);
        }
    }

    private void fonts(int from, int to) {
        int mask = to - from >= 4 ? in.getInt(from) : 0;
        int at = from + 4 + ((mask & 0xFFFF) != 0 ? 2 : 0);
        for (int bit : FONT_BITS) {
            if ((mask & bit) != 0 && at + 2 <= to) {
                int font = in.getShort(at) & 0xFFFF;
                if (font >= fonts && font != 0xFFFF) {
                    found.vector(PptScan.STREAM, "font " + font + " of " + fonts);
                }
                at += 2;
            }
        }
    }
}
