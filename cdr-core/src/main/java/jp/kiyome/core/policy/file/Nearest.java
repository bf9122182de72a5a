package jp.kiyome.core.policy.file;

import java.util.Collection;
import java.util.Optional;

/** Guesses which word was meant. */
final class Nearest {

    private Nearest() {}

    /** The known word with the fewest letters to change, if that is no more than a third of the word as written. */
    static Optional<String> to(String written, Collection<String> known) {
        int most = Math.max(1, written.length() / 3);
        String nearest = "";
        for (String word : known) {
            int distance = written.length() > 100 ? most + 1 : distance(written, word);
            if (distance <= most) {
                most = distance - 1;
                nearest = word;
            }
        }
        return Optional.of(nearest).filter(word -> !word.isEmpty());
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
