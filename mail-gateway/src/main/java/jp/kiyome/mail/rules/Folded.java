package jp.kiyome.mail.rules;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is compared: full-width and half-width letters, circled digits and the like as the plain ones (Unicode NFKC), large letters as
 * small ones, what nobody sees left out.
 *
 * @param text blanks and ends of lines as one space
 * @param joined without any: Japanese lines break inside words
 */
record Folded(String text, String joined) {

    static Folded of(String raw) {
        String folded = fold(raw).replaceAll("[\\s\\p{Z}]+", " ");
        return new Folded(folded, folded.replace(" ", ""));
    }

    /** With its blanks and lines as they are. */
    static String fold(String raw) {
        StringBuilder seen = new StringBuilder(raw.length());
        raw.codePoints().filter(Folded::isSeen).forEach(seen::appendCodePoint);
        String upper = Normalizer.normalize(seen, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder lower = new StringBuilder(upper.length());
        // One by one: the small form of a letter must not hang on what stands beside it.
        upper.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static boolean isSeen(int point) {
        boolean selector = point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
        boolean blank = point == 0x034F || point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
        return !selector && !blank && Character.getType(point) != Character.FORMAT;
    }

    /** Without Latin letters or digits beside it where it begins or ends with one; Japanese anywhere. */
    boolean has(String word) {
        String wanted = of(word).text().strip();
        if (wanted.isEmpty()) {
            return false;
        }
        boolean spread = wanted.codePoints().anyMatch(Character::isIdeographic)
                || wanted.codePoints().anyMatch(Folded::isKana);
        return stands(text, wanted) || spread && joined.contains(wanted.replace(" ", ""));
    }

    private static boolean isKana(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }

    private static boolean stands(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean before = at > 0 && isLatin(text.charAt(at - 1)) && isLatin(word.charAt(0));
            boolean behind =
                    end < text.length() && isLatin(text.charAt(end)) && isLatin(word.charAt(word.length() - 1));
            if (!before && !behind) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return Character.isDigit(c)
                || Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
