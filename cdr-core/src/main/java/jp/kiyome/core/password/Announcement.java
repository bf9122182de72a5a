package jp.kiyome.core.password;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.kiyome.core.text.Table;

/** Words behind which a password stands, and those that may stand between. Immutable. */
final class Announcement {

    private static final List<String> BETWEEN =
            List.of("は", "が", "も", "を", "の", "→", "⇒", "⇨", "➡", "▶", "・", "、", "…", "】", "》", "〉", "』", "」", "｣", "〕");

    private static final String SIGNS = ":=>])|";

    private final List<String> words;

    private Announcement(List<String> words) {
        this.words = words;
    }

    static Announcement load() {
        Table table = Table.of(Objects.requireNonNull(Announcement.class.getResource("announcing-words.tsv")));
        return new Announcement(table.rows().stream()
                .map(row -> row.getFirst())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                .toList());
    }

    /** Where a word ends that begins at a place; -1 where none does. */
    int endAt(Line line, int at) {
        String narrow = line.narrow();
        for (String word : words) {
            boolean there = narrow.regionMatches(true, at, word, 0, word.length());
            if (there
                    && !(letter(word, 0) && within(narrow, at - 1))
                    && !(letter(word, word.length() - 1) && within(narrow, at + word.length()))) {
                return at + word.length();
            }
        }
        return -1;
    }

    private static boolean letter(String word, int at) {
        return word.charAt(at) < 0x80;
    }

    private static boolean within(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x80 && Character.isLetter(text.charAt(at));
    }

    /** Passes over what leads from the word to the password. */
    static int connected(Line line, int from) {
        int at = from;
        while (at < line.size()) {
            int length = connective(line, at);
            if (length == 0) {
                break;
            }
            at += length;
        }
        return at;
    }

    private static int connective(Line line, int at) {
        char c = line.at(at);
        if (Character.isWhitespace(c) || SIGNS.indexOf(c) >= 0) {
            return 1;
        }
        if (c == '(') {
            int end = line.narrow().indexOf(')', at);
            return end < 0 ? 0 : end + 1 - at;
        }
        String rest = line.narrow().substring(at, Math.min(line.size(), at + 3)).toLowerCase(Locale.ROOT);
        if (rest.equals("is ") || rest.equals("is:")) {
            return 2;
        }
        return BETWEEN.stream().anyMatch(rest::startsWith) ? 1 : 0;
    }
}
