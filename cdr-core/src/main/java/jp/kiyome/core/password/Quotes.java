package jp.kiyome.core.password;

import java.util.ArrayList;
import java.util.List;

/** What stands in quotes and brackets. */
final class Quotes {

    private static final String OPENING = "「『“‘\"'【《〈<[(｢〔";
    private static final String CLOSING = "」』”’\"'】》〉>])｣〕";

    /** Of one line; more is no mail. */
    private static final int MOST = 8;

    private Quotes() {}

    static List<Line> within(Line line, int from) {
        List<Line> found = new ArrayList<>();
        int at = from;
        while (at < line.size() && found.size() < MOST) {
            int kind = OPENING.indexOf(line.at(at));
            int end = kind < 0 ? -1 : line.narrow().indexOf(CLOSING.charAt(kind), at + 1);
            if (end < 0) {
                at++;
                continue;
            }
            Line inside = line.part(at + 1, end);
            if (!inside.isBlank()) {
                found.add(inside);
            }
            at = end + 1;
        }
        return found;
    }
}
