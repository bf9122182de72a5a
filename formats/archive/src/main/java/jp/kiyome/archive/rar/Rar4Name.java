package jp.kiyome.archive.rar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jp.kiyome.archive.block.Fields;
import jp.kiyome.archive.block.PathBytes;
import jp.kiyome.archive.name.RawName;

/** The names of version 4: in the charset of the sender's system, in UTF-8, or in both that and a short form of UTF-16. */
final class Rar4Name {

    private Rar4Name() {}

    /**
     * @param unicode whether the header says that the name is more than plain bytes
     */
    static RawName read(byte[] bytes, boolean unicode) {
        if (!unicode) {
            return RawName.of(PathBytes.slashed(bytes));
        }
        int zero = 0;
        while (zero < bytes.length && bytes[zero] != 0) {
            zero++;
        }
        if (zero == bytes.length) {
            return new RawName(PathBytes.slashed(bytes), Optional.of(StandardCharsets.UTF_8), Optional.empty());
        }
        byte[] plain = Arrays.copyOf(bytes, zero);
        Fields packed = Fields.of(Arrays.copyOfRange(bytes, zero + 1, bytes.length), RarListing.CODE);
        return RawName.of(unpacked(plain, packed).replace('\\', '/'));
    }

    /** Two bits say how each character, or run of them, stands there. */
    private static String unpacked(byte[] plain, Fields in) {
        StringBuilder text = new StringBuilder();
        int high = in.left() > 0 ? in.u8() << 8 : 0;
        int kinds = 0;
        int left = 0;
        while (in.left() > 0) {
            if (left == 0) {
                kinds = in.u8();
                left = 8;
                continue;
            }
            switch (kinds >>> 6 & 3) {
                case 0 -> text.append((char) in.u8());
                case 1 -> text.append((char) (in.u8() | high));
                case 2 -> text.append((char) in.u16());
                default -> run(plain, in, high, text);
            }
            kinds <<= 2;
            left -= 2;
        }
        return text.toString();
    }

    /** Characters as in the plain name, or as far from them as one byte says. */
    private static void run(byte[] plain, Fields in, int high, StringBuilder text) {
        int length = in.u8();
        boolean shifted = (length & 0x80) != 0;
        int shift = shifted ? in.u8() : 0;
        int end = Math.min(plain.length, text.length() + (length & 0x7F) + 2);
        while (text.length() < end) {
            int octet = plain[text.length()] & 0xFF;
            text.append((char) (shifted ? octet + shift & 0xFF | high : octet));
        }
    }
}
