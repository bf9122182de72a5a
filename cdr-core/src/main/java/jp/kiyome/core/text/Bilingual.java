package jp.kiyome.core.text;

/**
 * One text in both languages.
 *
 * @param japanese not empty
 * @param english not empty
 */
public record Bilingual(String japanese, String english) {

    public Bilingual {
        if (japanese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a text that lacks a language: " + japanese + english);
        }
    }

    public String in(Language language) {
        return switch (language) {
            case JAPANESE -> japanese;
            case ENGLISH -> english;
        };
    }

    /** Puts values in the places {@code {0}}, {@code {1}}, … of both texts; values are not searched for places. */
    public Bilingual with(Object... values) {
        return new Bilingual(fill(japanese, values), fill(english, values));
    }

    private static String fill(String text, Object... values) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0 && open + 2 < text.length(); open = text.indexOf('{', at)) {
            int index = text.charAt(open + 1) - '0';
            boolean place = text.charAt(open + 2) == '}' && index >= 0 && index < values.length;
            filled.append(text, at, open).append(place ? values[index] : text.substring(open, open + 3));
            at = open + 3;
        }
        return filled.append(text, Math.min(at, text.length()), text.length()).toString();
    }
}
