package jp.kiyome.cad.dwg;

import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Reads a drawing's bytes; what lies outside of it, or is not what it must be, refuses the drawing as {@code dwg.structure}. */
record DwgBytes(Content content) {

    byte[] bytes(long from, long count) {
        if (from < 0 || count < 0 || count > Integer.MAX_VALUE - 8 || from > content.size() - count) {
            throw fault(from, "outside of the file");
        }
        byte[] bytes = new byte[(int) count];
        content.copy(from, bytes, 0, bytes.length);
        return bytes;
    }

    /** A number of up to eight bytes, the lowest first. */
    long number(long from, int bytes) {
        long number = 0;
        byte[] little = bytes(from, bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | little[i] & 0xFF;
        }
        return number;
    }

    void require(long from, byte[] expected, String what) {
        if (!Arrays.equals(bytes(from, expected.length), expected)) {
            throw fault(from, what);
        }
    }

    static Refusal fault(long at, String what) {
        return Refusal.of("dwg.structure", Location.wholeFile().at("byte " + at), what);
    }
}
