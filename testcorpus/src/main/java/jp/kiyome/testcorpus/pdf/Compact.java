package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.testcorpus.zip.Bytes;

/** A compact font (Adobe technical note 5176) of one glyph and some global subroutines. */
final class Compact {

    private static final int CALL = 29;
    private static final int RETURN = 11;
    private static final int END = 14;

    private Compact() {}

    /** The operand is the number less 107 (technical note 5177, 4.7). */
    private static byte[] call(int... subroutines) {
        Bytes out = new Bytes();
        for (int number : subroutines) {
            out.octets(28, number - 107 >> 8, number - 107, CALL);
        }
        return out.toArray();
    }

    private static byte[] subroutine(int... called) {
        return new Bytes().raw(call(called)).octets(RETURN).toArray();
    }

    /** A subroutine that calls itself. */
    static String recursive() {
        return font(
                index(List.of(subroutine(0))),
                new Bytes().raw(call(0)).octets(END).toArray());
    }

    /** Nine subroutines, each of which calls the next sixteen times. */
    static String exponential() {
        byte[][] all = new byte[10][];
        for (int i = 0; i < 9; i++) {
            int[] next = new int[16];
            Arrays.fill(next, i + 1);
            all[i] = subroutine(next);
        }
        all[9] = new byte[] {RETURN};
        return font(index(List.of(all)), new Bytes().raw(call(0)).octets(END).toArray());
    }

    /** An index of 65,535 subroutines, whose offsets are not there. */
    static String count() {
        return font(new byte[] {-1, -1, 4}, new byte[] {END});
    }

    static String plain() {
        return font(index(List.of()), new byte[] {END});
    }

    private static String font(byte[] subroutines, byte[] glyph) {
        byte[] head = new Bytes()
                .octets(1, 0, 4, 1)
                .raw(index(List.of("Font".getBytes(StandardCharsets.US_ASCII))))
                .toArray();
        byte[] strings = index(List.of());
        // 5 bytes of an offset and its operator; twice for the private dictionary.
        int top = 2 + 1 + 2 + 5 + 1 + 5 + 5 + 1;
        int glyphs = head.length + top + strings.length + subroutines.length;
        byte[] charstrings = index(List.of(glyph));
        byte[] dict = new Bytes()
                .octets(29)
                .bigEndian32(glyphs)
                .octets(17)
                .octets(29)
                .bigEndian32(0)
                .octets(29)
                .bigEndian32(glyphs + charstrings.length)
                .octets(18)
                .toArray();
        byte[] all = new Bytes()
                .raw(head)
                .raw(index(List.of(dict)))
                .raw(strings)
                .raw(subroutines)
                .raw(charstrings)
                .toArray();
        return new String(all, StandardCharsets.ISO_8859_1);
    }

    private static byte[] index(List<byte[]> items) {
        if (items.isEmpty()) {
            return new byte[2];
        }
        int size = 1 + items.stream().mapToInt(item -> item.length).sum();
        int width = size > 255 ? 2 : 1;
        Bytes out = new Bytes().bigEndian16(items.size()).octets(width);
        int offset = 1;
        for (int i = 0; i <= items.size(); i++) {
            if (width == 2) {
                out.bigEndian16(offset);
            } else {
                out.octets(offset);
            }
            offset += i < items.size() ? items.get(i).length : 0;
        }
        items.forEach(out::raw);
        return out.toArray();
    }
}
