package jp.kiyome.text.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.text.Ascii;

/** What stands between the cells of a table: told by its first lines. */
final class Delimiter {

    /** Every delimiter that spreadsheets in use split at. */
    static final String ALL = ",\t;|";

    private static final int RECORDS = 50;

    private Delimiter() {}

    /**
     * The delimiter of a file that is named as one of commas.
     *
     * @param head the first characters of the file
     */
    static char of(String head) {
        Optional<Character> declared = declared(head);
        if (declared.isPresent()) {
            return declared.get();
        }
        char best = ',';
        int most = 0;
        for (int i = 0; i < ALL.length(); i++) {
            int agreeing = agreeing(head, ALL.charAt(i));
            if (agreeing > most) {
                most = agreeing;
                best = ALL.charAt(i);
            }
        }
        return best;
    }

    /** What a first line {@code sep=;} says to Excel. Only a delimiter may stand there. */
    static Optional<Character> declared(String head) {
        String start = head.startsWith("\"") ? head.substring(1) : head;
        if (!Ascii.lower(start.substring(0, Math.min(4, start.length()))).equals("sep=") || start.length() < 5) {
            return Optional.empty();
        }
        char said = start.charAt(4);
        if (ALL.indexOf(said) < 0 || !head.equals(start)) {
            throw Refusal.of("csv.separator", start.substring(0, 5));
        }
        return Optional.of(said);
    }

    /** How many of the first records have the most frequent number of cells, where that is more than one. */
    private static int agreeing(String head, char delimiter) {
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        int cells = 1;
        boolean quoted = false;
        for (int i = 0; i < head.length() && records < RECORDS; i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == delimiter) {
                cells++;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                widths.merge(cells, 1, Integer::sum);
                records++;
                cells = 1;
            }
        }
        widths.merge(cells, 1, Integer::sum);
        widths.remove(1);
        return widths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
