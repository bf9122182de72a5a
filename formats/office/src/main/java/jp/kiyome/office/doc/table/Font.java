package jp.kiyome.office.doc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.value.FontName;

/**
 * A font that the text names ([MS-DOC] 2.9.82, FFN).
 *
 * @param kind pitch, whether it is TrueType, family
 * @param panose ten numbers of the look
 * @param signature which characters it has
 * @param other the name that takes its place where it lacks; empty for none
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Font(int kind, int weight, int charset, byte[] panose, byte[] signature, String name, String other) {

    private static final int FIXED = 39;
    private static final int KIND = 0x77;
    private static final String STAND_IN = "Times New Roman";

    /** All fonts of a document; a name that is none becomes an everyday one. */
    public static List<Font> readAll(In in, Predicate<String> tellsBadName) {
        List<Font> fonts = new ArrayList<>();
        if (in.left() == 0) {
            return fonts;
        }
        int count = in.u16();
        in.u16();
        for (int i = 0; i < count; i++) {
            fonts.add(read(in.part(in.u8()), tellsBadName));
        }
        return fonts;
    }

    private static Font read(In in, Predicate<String> tellsBadName) {
        int kind = in.u8() & KIND;
        int weight = in.i16();
        int charset = in.u8();
        int otherAt = in.u8();
        byte[] panose = in.bytes(10);
        byte[] signature = in.bytes(24);
        String names = in.utf16(in.left() / 2);
        String other = otherAt > 0 && otherAt < names.length() ? upToZero(names.substring(otherAt)) : "";
        return new Font(
                kind,
                Math.clamp(weight, 0, 1000),
                charset,
                panose,
                signature,
                allowed(upToZero(names), STAND_IN, tellsBadName),
                allowed(other, "", tellsBadName));
    }

    private static String upToZero(String names) {
        int end = names.indexOf('\0');
        return end < 0 ? names : names.substring(0, end);
    }

    private static String allowed(String name, String instead, Predicate<String> tellsBadName) {
        return FontName.fits(name) && name.length() <= 64 || !tellsBadName.test(name) ? name : instead;
    }

    public static void writeAll(Out out, List<Font> fonts) {
        out.u16(fonts.size()).u16(0);
        fonts.forEach(font -> font.write(out));
    }

    private void write(Out out) {
        int names = name.length() + 1 + (other.isEmpty() ? 0 : other.length() + 1);
        out.u8(FIXED + 2 * names).u8(kind).u16(weight).u8(charset);
        out.u8(other.isEmpty() ? 0 : name.length() + 1).bytes(panose).bytes(signature);
        out.utf16(name).u16(0);
        if (!other.isEmpty()) {
            out.utf16(other).u16(0);
        }
    }
}
