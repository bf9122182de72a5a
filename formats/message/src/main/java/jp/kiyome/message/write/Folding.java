package jp.kiyome.message.write;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.message.text.EncodedWords;

/** Puts values of fields on lines (RFC 5322 §2.2.3, RFC 2047). Stateless. */
public final class Folding {

    /** Characters of a line where it can be so. */
    private static final int WIDTH = 76;

    /** Longest word that is written as it is; longer ones are encoded. */
    private static final int LONGEST_WORD = 400;

    private Folding() {}

    /**
     * A field of free text.
     *
     * @param text clean, on one line
     * @param encoding what characters outside ASCII are written in
     */
    public static HeaderLine text(String name, String text, Encoding encoding) {
        return words(name, plain(text) ? split(text) : EncodedWords.of(text, encoding));
    }

    /** Items that may be put on lines of their own; each brings its separator along. */
    public static HeaderLine words(String name, List<String> words) {
        StringBuilder value = new StringBuilder();
        int column = name.length() + 2;
        for (String word : words) {
            boolean first = value.isEmpty();
            int firstLine = word.indexOf('\r') < 0 ? word.length() : word.indexOf('\r');
            if (!first && column + 1 + firstLine > WIDTH) {
                value.append("\r\n ");
                column = 1;
            } else if (!first) {
                value.append(' ');
                column++;
            }
            value.append(word);
            int last = word.lastIndexOf('\n');
            column = last < 0 ? column + word.length() : word.length() - last - 1;
        }
        return new HeaderLine(name, value.toString());
    }

    /** Whether a text means itself when it is written as it is. */
    public static boolean plain(String text) {
        boolean ascii = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        boolean shortEnough = !ascii || split(text).stream().allMatch(word -> word.length() <= LONGEST_WORD);
        return ascii && shortEnough && !text.contains("=?");
    }

    /** At single blanks between two signs; several stay together, so that unfolding gives the text back. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i + 1 < text.length(); i++) {
            if (text.charAt(i) == ' ' && text.charAt(i - 1) != ' ' && text.charAt(i + 1) != ' ') {
                words.add(text.substring(from, i));
                from = i + 1;
            }
        }
        words.add(text.substring(from));
        return words;
    }
}
