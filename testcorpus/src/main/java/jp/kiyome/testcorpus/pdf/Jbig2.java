package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.zip.Bytes;

/** Segments of JBIG2 (ITU-T T.88, 7.2) whose counts promise more than there is: how FORCEDENTRY began (CVE-2021-30860). */
final class Jbig2 {

    private static final int SYMBOL_DICTIONARY = 0;
    private static final int TEXT_REGION = 6;
    private static final int GENERIC_REGION = 38;
    private static final int PAGE = 48;
    private static final int HUGE = 0x7FFFFFFF;

    private Jbig2() {}

    /** A symbol dictionary of two to the 31 symbols, and a text region that refers to it over and over. */
    static String symbols() {
        Bytes out = page();
        byte[] dictionary = new Bytes()
                .bigEndian16(0)
                .octets(3, -1, -3, -1, 2, -2, -2, -2)
                .bigEndian32(HUGE)
                .bigEndian32(HUGE)
                .toArray();
        segment(out, 1, SYMBOL_DICTIONARY, dictionary);
        byte[] text = place().bigEndian16(0).bigEndian32(HUGE).toArray();
        segment(out, 2, TEXT_REGION, text);
        return latin(out);
    }

    /** A generic region of two to the 62 pixels, refined in place. */
    static String region() {
        Bytes out = page();
        byte[] generic = new Bytes()
                .bigEndian32(HUGE)
                .bigEndian32(HUGE)
                .bigEndian32(0)
                .bigEndian32(0)
                .octets(4, 0)
                .octets(3, -1, -3, -1, 2, -2, -2, -2)
                .octets(0, 0, -1, -84)
                .toArray();
        segment(out, 1, GENERIC_REGION, generic);
        return latin(out);
    }

    private static Bytes page() {
        Bytes out = new Bytes();
        byte[] page = new Bytes()
                .bigEndian32(8)
                .bigEndian32(8)
                .bigEndian32(0)
                .bigEndian32(0)
                .octets(0)
                .bigEndian16(0)
                .toArray();
        segment(out, 0, PAGE, page);
        return out;
    }

    private static Bytes place() {
        return new Bytes()
                .bigEndian32(8)
                .bigEndian32(8)
                .bigEndian32(0)
                .bigEndian32(0)
                .octets(0);
    }

    private static void segment(Bytes out, int number, int type, byte[] data) {
        out.bigEndian32(number).octets(type, 0, 1).bigEndian32(data.length).raw(data);
    }

    private static String latin(Bytes out) {
        return new String(out.toArray(), StandardCharsets.ISO_8859_1);
    }
}
