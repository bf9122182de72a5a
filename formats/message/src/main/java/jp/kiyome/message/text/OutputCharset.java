package jp.kiyome.message.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import jp.kiyome.core.charset.Encoding;

/** In which charset a text is written: UTF-8, or ISO-2022-JP where that is wanted and every reader of RFC 1468 can show all of it. Stateless. */
public final class OutputCharset {

    private OutputCharset() {}

    /** Says of one character after another whether ISO-2022-JP in its plain form has it. Not thread-safe. */
    public static final class Fits {

        private final CharsetEncoder plain = Charset.forName("ISO-2022-JP").newEncoder();
        private boolean all = true;

        public void see(char c) {
            if (c >= 0x80 && all) {
                all = Encoding.ISO_2022_JP.has(c) && plain.canEncode(twin(c));
            }
        }

        public boolean all() {
            return all;
        }

        /** Signs that Windows and JIS have at the same place, by different characters of Unicode. */
        private static char twin(char c) {
            return switch (c) {
                case '～' -> '\u301C';
                case '－' -> '\u2212';
                case '∥' -> '\u2016';
                case '￠' -> '\u00A2';
                case '￡' -> '\u00A3';
                case '￢' -> '\u00AC';
                default -> c;
            };
        }
    }

    /**
     * The encoding of a text.
     *
     * @param japanese whether ISO-2022-JP is wanted
     */
    public static Encoding of(String text, boolean japanese) {
        if (!japanese) {
            return Encoding.UTF_8;
        }
        Fits fits = new Fits();
        text.chars().forEach(c -> fits.see((char) c));
        return fits.all() ? Encoding.ISO_2022_JP : Encoding.UTF_8;
    }
}
