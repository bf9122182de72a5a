package jp.kiyome.office.field;

import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.field.FieldVerdict.Reason;
import jp.kiyome.office.value.Visible;

/**
 * The language of EQ fields, with which Word sets ruby, encircled and combined characters: overstrike, aligned, of a raised
 * reading and the characters it belongs to.
 * It is text, lists of elements in parentheses, and commands of a backslash and letters, some with a number or with a character
 * behind another backslash. Words behind {@code \*} place the ruby ({@code jc2}, {@code "Font:ＭＳ 明朝"}, {@code hps10}).
 */
final class EquationText {

    private static final int DEEPEST = 256;

    /** Commands and options; those in {@link #SIZED} take a number, those in {@link #DRAWN} a character. */
    private static final Set<String> PLAIN = Set.of(
            "a", "al", "ac", "ar", "ad", "b", "d", "li", "f", "i", "in", "su", "pr", "l", "o", "r", "s", "x", "to",
            "bo", "le", "ri");

    private static final Set<String> SIZED = Set.of("co", "vs", "hs", "fo", "ba", "ai", "up", "di", "do");
    private static final Set<String> DRAWN = Set.of("lc", "rc", "bc", "fc", "vc");

    private static final Pattern PLACEMENT =
            Pattern.compile("(jc|hps)[0-9]{1,3}|Font:[\\p{L}\\p{N}\\p{M} ._&+-]{1,64}");

    private final String text;
    private final FieldForms forms;
    private final StringBuilder written = new StringBuilder();
    private int pos;
    private int depth;

    EquationText(String text, FieldForms forms) {
        this.text = text;
        this.forms = forms;
    }

    String canonical() {
        while (pos < text.length()) {
            char c = text.charAt(pos);
            if (c == '\\') {
                backslash();
            } else {
                character(c);
            }
        }
        if (depth != 0) {
            throw refuse(pos);
        }
        return written.toString();
    }

    private void character(char c) {
        if (c == '(' && ++depth > DEEPEST) {
            throw refuse(pos);
        }
        if (c == ')' && --depth < 0) {
            throw refuse(pos);
        }
        boolean space = Ascii.isSpace(c);
        if (!space && !Character.isSurrogate(c) && !Visible.one(c)) {
            throw refuse(pos);
        }
        written.append(space ? ' ' : c);
        pos++;
    }

    private void backslash() {
        char next = pos + 1 < text.length() ? text.charAt(pos + 1) : 0;
        if (next == '*') {
            placement();
        } else if ("\\(),;".indexOf(next) >= 0) {
            copy(pos + 2);
        } else {
            command();
        }
    }

    private void command() {
        int from = pos + 1;
        int end = from;
        while (end < text.length() && end < from + 3 && Ascii.isLetter(text.charAt(end))) {
            end++;
        }
        String name = Ascii.lower(text.substring(from, end));
        if (PLAIN.contains(name)) {
            copy(end);
        } else if (SIZED.contains(name)) {
            copy(numberEnd(end));
        } else if (DRAWN.contains(name) && drawable(end)) {
            copy(end + 2);
        } else {
            throw refuse(pos);
        }
    }

    /** Behind the number after perhaps one space; no number means none is given. */
    private int numberEnd(int from) {
        int begin = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        begin = begin < text.length() && text.charAt(begin) == '-' ? begin + 1 : begin;
        int end = begin;
        while (end < text.length() && end < begin + 6 && (Ascii.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end == begin ? from : end;
    }

    private boolean drawable(int backslash) {
        return backslash + 1 < text.length()
                && text.charAt(backslash) == '\\'
                && !Character.isSurrogate(text.charAt(backslash + 1))
                && Visible.one(text.charAt(backslash + 1));
    }

    /** {@code \* jc2}, {@code \* hps10}, {@code \* "Font:name"}, or a general format. */
    private void placement() {
        FieldLexer lexer = new FieldLexer(text, pos + 2);
        if (lexer.atEnd() || !(lexer.next() instanceof FieldToken.Text value)) {
            throw refuse(pos);
        }
        String word = value.value();
        if (!forms.isFormat(word) && !PLACEMENT.matcher(word).matches()) {
            throw refuse(pos);
        }
        written.append("\\* ").append(value.written());
        pos = lexer.position();
    }

    private void copy(int end) {
        written.append(text, pos, end);
        pos = end;
    }

    private NotAllowed refuse(int from) {
        return new NotAllowed(Reason.SYNTAX, text.substring(Math.min(from, text.length())));
    }
}
