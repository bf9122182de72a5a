package jp.kiyome.text.json;

import jp.kiyome.core.charset.TextSource;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** The characters of a document, one after the other, with one to look at. Not thread-safe. */
final class JsonInput {

    private static final int PIECE = 1 << 14;

    private final TextSource source;
    private final Budget budget;
    private final char[] buffer = new char[PIECE];
    private int next;
    private int filled;
    private long line = 1;

    JsonInput(TextSource source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    /** The next character, which stays; -1 at the end. */
    int peek() {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, source.read(buffer, 0, PIECE));
            budget.checkTime();
        }
        return filled == 0 ? -1 : buffer[next];
    }

    /** The next character, taken. */
    char take() {
        int c = peek();
        if (c < 0) {
            throw malformed();
        }
        next++;
        line += c == '\n' ? 1 : 0;
        return (char) c;
    }

    void expect(char wanted) {
        if (take() != wanted) {
            throw malformed();
        }
    }

    Refusal malformed() {
        return Refusal.of("json.malformed", "line " + line);
    }

    String place() {
        return "line " + line;
    }
}
