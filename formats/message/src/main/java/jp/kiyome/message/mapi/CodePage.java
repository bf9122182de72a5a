package jp.kiyome.message.mapi;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.message.text.Charsets;

/** Texts that are bytes, in the code page that the message names or in what they look like. Stateless. */
final class CodePage {

    /** Bytes of a text that is held in memory. */
    static final int LARGEST = 8 << 20;

    private CodePage() {}

    /** The label of a Windows code page. */
    static String label(Optional<Long> page) {
        if (page.isEmpty()) {
            return "";
        }
        long number = page.get();
        return switch ((int) number) {
            case 932 -> "cp932";
            case 20932, 51932 -> "euc-jp";
            case 50220, 50221, 50222 -> "iso-2022-jp";
            case 65001 -> "utf-8";
            case 1200 -> "utf-16le";
            case 20127 -> "us-ascii";
            case 28591 -> "iso-8859-1";
            case 936 -> "gbk";
            case 950 -> "big5";
            case 949 -> "euc-kr";
            case 20866 -> "koi8-r";
            default ->
                number >= 1250 && number <= 1258
                        ? "windows-" + number
                        : number > 28591 && number < 28606 ? "iso-8859-" + (number - 28590) : "";
        };
    }

    /** A text without its terminator; empty where it is larger than a text may be. */
    static Optional<String> text(Content bytes, String label) {
        if (bytes.size() > LARGEST) {
            return Optional.empty();
        }
        byte[] copy = new byte[(int) bytes.size()];
        bytes.copy(0, copy, 0, copy.length);
        int end = 0;
        while (end < copy.length && copy[end] != 0) {
            end++;
        }
        byte[] text = java.util.Arrays.copyOf(copy, end);
        return Optional.of(Charsets.decode(text, Charsets.choose(text, label)));
    }
}
