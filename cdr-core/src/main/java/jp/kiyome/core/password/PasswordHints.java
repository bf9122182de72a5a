package jp.kiyome.core.password;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in a text what may be a password: in Japan the password of an attachment follows in a mail of its own. A candidate
 * is a word behind one that announces it (the table {@code announcing-words.tsv}): in quotes, behind a colon, by itself, or on the
 * next line that says anything. Letters, digits and signs of full width are given as they stand and in ASCII.
 *
 * <p>Stateless; threads share it. Nothing of the text is kept.
 */
public final class PasswordHints {

    /** Characters of a text that are looked at. */
    private static final int MOST_TEXT = 1 << 20;

    /** Characters of a line that are looked at: brackets are looked for from each word on. */
    private static final int LONGEST_LINE = 1_000;

    /** Characters of a candidate at most. */
    private static final int LONGEST = 128;

    /** Lines that are looked at for the next one that says anything. */
    private static final int NEXT_LINES = 6;

    private static final Announcement ANNOUNCEMENT = Announcement.load();

    private final List<Line> lines;
    private final Set<String> likely = new LinkedHashSet<>();
    private final Set<String> possible = new LinkedHashSet<>();

    private PasswordHints(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Candidates in a text, the likelier first.
     *
     * @param most how many at most
     */
    public static List<String> in(String text, int most) {
        List<Line> lines = text.substring(0, Math.min(MOST_TEXT, text.length()))
                .lines()
                .map(line -> Line.of(line.substring(0, Math.min(LONGEST_LINE, line.length()))))
                .toList();
        PasswordHints hints = new PasswordHints(lines);
        for (int i = 0; i < lines.size(); i++) {
            hints.look(i, most);
        }
        Set<String> all = new LinkedHashSet<>(hints.likely);
        all.addAll(hints.possible);
        return all.stream().limit(most).toList();
    }

    private void look(int number, int most) {
        Line line = lines.get(number);
        int at = 0;
        while (at < line.size() && likely.size() < most) {
            int end = ANNOUNCEMENT.endAt(line, at);
            if (end < 0) {
                at++;
                continue;
            }
            behind(line, end, number);
            at = end;
        }
    }

    private void behind(Line line, int from, int number) {
        List<Line> quoted = Quotes.within(line, from);
        quoted.forEach(inside -> keep(inside, likely));
        int colon = line.firstOf(":=", from);
        int word = colon < 0 ? Announcement.connected(line, from) : Announcement.connected(line, colon);
        Line token = line.token(word);
        if (token.isBlank()) {
            if (quoted.isEmpty()) {
                next(number + 1);
            }
            return;
        }
        Set<String> where = colon >= 0 || !token.isPlainWord() ? likely : possible;
        keep(token, where);
        keep(token.withoutEndMarks(), where);
        if (colon >= 0) {
            Line before = line.token(Announcement.connected(line, from));
            keep(before, possible);
            keep(line.part(word, line.size()).trimmed(), possible);
        }
    }

    /** The next line that is more than rules and blanks. */
    private void next(int from) {
        for (int i = from; i < Math.min(from + NEXT_LINES, lines.size()); i++) {
            Line line = lines.get(i).trimmed();
            if (!line.isDecoration()) {
                Quotes.within(line, 0).forEach(inside -> keep(inside, likely));
                Line token = line.token(Announcement.connected(line, 0));
                keep(token, likely);
                keep(line, token.isBlank() ? possible : likely);
                return;
            }
        }
    }

    private static void keep(Line candidate, Set<String> where) {
        boolean says = candidate.text().codePoints().anyMatch(Character::isLetterOrDigit);
        if (!says || candidate.size() > LONGEST) {
            return;
        }
        where.addAll(new ArrayList<>(List.of(candidate.text(), candidate.narrow())));
    }
}
