package jp.kiyome.office.field;

import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.field.FieldVerdict.Reason;
import jp.kiyome.office.value.Visible;

/**
 * Cuts an instruction into words, texts in quotes and switches (ECMA-376-1 §17.16.3, §17.16.4). The typographic quotes that Word
 * takes for quotes are quotes here, too.
 */
final class FieldLexer {

    private final String text;
    private int pos;

    FieldLexer(String text) {
        this(text, 0);
    }

    FieldLexer(String text, int from) {
        this.text = text;
        this.pos = from;
    }

    int position() {
        return pos;
    }

    boolean atEnd() {
        skipSpace();
        return pos == text.length();
    }

    /** What was not read yet, without white space at its ends. */
    String rest() {
        skipSpace();
        String rest = text.substring(pos);
        pos = text.length();
        int end = rest.length();
        while (end > 0 && Ascii.isSpace(rest.charAt(end - 1))) {
            end--;
        }
        return rest.substring(0, end);
    }

    /** Letters of the field's name, or {@code =}, in upper case. */
    String name() {
        skipSpace();
        int from = pos;
        if (pos < text.length() && text.charAt(pos) == '=') {
            pos++;
        } else {
            while (pos < text.length() && Ascii.isLetterOrDigit(text.charAt(pos))) {
                pos++;
            }
        }
        boolean whole = pos == text.length() || text.charAt(from) == '=' || endsWord(text.charAt(pos));
        if (pos == from || !whole) {
            throw new NotAllowed(Reason.FIELD, text.substring(from));
        }
        return Ascii.upper(text.substring(from, pos));
    }

    boolean nextIsSwitch() {
        return !atEnd() && text.charAt(pos) == '\\';
    }

    /** A switch, a word or a text; there is one, since {@link #atEnd} said so. */
    FieldToken next() {
        skipSpace();
        char c = text.charAt(pos);
        if (c == '\\') {
            return aSwitch();
        }
        return isQuote(c) ? quoted() : word();
    }

    private FieldToken aSwitch() {
        if (pos + 1 >= text.length() || text.charAt(pos + 1) <= ' ' || text.charAt(pos + 1) >= 0x7F) {
            throw new NotAllowed(Reason.SYNTAX, text.substring(pos));
        }
        char letter = Ascii.lower(text.charAt(pos + 1));
        pos += 2;
        return new FieldToken.Switch(letter);
    }

    /** Up to the next quote that no backslash escapes. */
    private FieldToken quoted() {
        int from = ++pos;
        while (pos < text.length() && !isQuote(text.charAt(pos))) {
            pos += text.charAt(pos) == '\\' && pos + 1 < text.length() ? 2 : 1;
        }
        if (pos >= text.length()) {
            throw new NotAllowed(Reason.SYNTAX, text.substring(from));
        }
        String raw = checked(text.substring(from, pos));
        pos++;
        return new FieldToken.Text(raw, true);
    }

    /** Up to white space, a quote, or a switch; a backslash inside a word must be escaped. */
    private FieldToken word() {
        int from = pos;
        while (pos < text.length() && !endsWord(text.charAt(pos))) {
            pos++;
        }
        boolean path = pos < text.length()
                && text.charAt(pos) == '\\'
                && pos + 1 < text.length()
                && text.charAt(pos + 1) == '\\';
        if (path) {
            throw new NotAllowed(Reason.SYNTAX, text.substring(from));
        }
        return new FieldToken.Text(checked(text.substring(from, pos)), false);
    }

    private static String checked(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!Character.isSurrogate(c) && c != '\t' && c != '\n' && !Visible.one(c)) {
                throw new NotAllowed(Reason.SYNTAX, raw);
            }
        }
        return raw.replace('\t', ' ').replace('\n', ' ');
    }

    private void skipSpace() {
        while (pos < text.length() && Ascii.isSpace(text.charAt(pos))) {
            pos++;
        }
    }

    private static boolean endsWord(char c) {
        return Ascii.isSpace(c) || isQuote(c) || c == '\\';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }
}
