package jp.kiyome.office.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.field.FieldVerdict.Reason;

/**
 * The calculation of a formula field (ECMA-376-1 §17.16.3.1 to §17.16.3.4): numbers, bookmarks, cells of the table around it, the
 * words for its neighbours, and functions. Blanks do not count and come out where they make it readable.
 */
final class FieldExpression {

    private static final int DEEPEST = 64;
    private static final Set<String> FUNCTIONS = Set.of(
            "ABS", "AND", "AVERAGE", "COUNT", "DEFINED", "FALSE", "IF", "INT", "MAX", "MIN", "MOD", "NOT", "OR",
            "PRODUCT", "ROUND", "SIGN", "SUM", "TRUE");
    private static final Set<String> WORDS = Set.of("ABOVE", "BELOW", "LEFT", "RIGHT", "TRUE", "FALSE");

    /** Cells of the table around the field. */
    private static final Pattern CELL =
            Pattern.compile("[A-Z]{1,2}[0-9]{1,5}|R[0-9]{1,5}(C[0-9]{1,5})?|C[0-9]{1,5}|[A-Z]|[0-9]+");

    private final String text;
    private final StringBuilder written = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private final Deque<Boolean> calls = new ArrayDeque<>();
    private int pos;
    private boolean operandWanted = true;

    FieldExpression(String text) {
        this.text = text;
    }

    String canonical() {
        for (skipSpace(); pos < text.length() && text.charAt(pos) != '\\'; skipSpace()) {
            char c = text.charAt(pos);
            if (operandWanted) {
                operand(c);
            } else {
                operator(c);
            }
        }
        if (operandWanted || !calls.isEmpty()) {
            throw refuse();
        }
        return written.toString();
    }

    /** Bookmarks, and bookmarked tables whose cells are named. */
    List<String> names() {
        return names;
    }

    /** The switches behind the calculation. */
    String behind() {
        return text.substring(pos);
    }

    private void operand(char c) {
        if (c == '(') {
            open(false);
        } else if (c == '-' || c == '+') {
            one(c);
        } else if (Ascii.isDigit(c) || c == '.') {
            number();
        } else {
            word();
        }
    }

    private void operator(char c) {
        switch (c) {
            case ')' -> {
                if (calls.isEmpty()) {
                    throw refuse();
                }
                calls.pop();
                one(c);
            }
            case '%' -> one(c);
            case ',', ';' -> {
                if (calls.isEmpty() || !calls.peek()) {
                    throw refuse();
                }
                one(c);
                operandWanted = true;
            }
            case ':', '+', '-', '*', '/', '^', '=', '<', '>' -> {
                one(c);
                boolean two = pos < text.length()
                        && (c == '<' || c == '>')
                        && (text.charAt(pos) == '=' || (c == '<' && text.charAt(pos) == '>'));
                if (two) {
                    one(text.charAt(pos));
                }
                operandWanted = true;
            }
            default -> throw refuse();
        }
    }

    private void number() {
        int from = pos;
        while (pos < text.length() && (Ascii.isDigit(text.charAt(pos)) || text.charAt(pos) == '.')) {
            pos++;
        }
        String number = text.substring(from, pos);
        if (number.length() > 32 || number.indexOf('.') != number.lastIndexOf('.') || number.equals(".")) {
            throw refuse();
        }
        written.append(number);
        operandWanted = false;
    }

    private void word() {
        int from = pos;
        while (pos < text.length() && (Character.isLetterOrDigit(text.charAt(pos)) || text.charAt(pos) == '_')) {
            pos++;
        }
        String word = text.substring(from, pos);
        if (word.isEmpty()) {
            throw refuse();
        }
        String upper = Ascii.upper(word);
        skipSpace();
        if (pos < text.length() && text.charAt(pos) == '(') {
            if (!FUNCTIONS.contains(upper)) {
                throw refuse();
            }
            written.append(upper);
            open(true);
        } else {
            if (!WORDS.contains(upper) && !CELL.matcher(upper).matches()) {
                names.add(word);
            }
            written.append(WORDS.contains(upper) ? upper : word);
            operandWanted = false;
        }
    }

    private void open(boolean call) {
        if (calls.size() == DEEPEST) {
            throw refuse();
        }
        calls.push(call);
        one('(');
    }

    private void one(char c) {
        written.append(c);
        pos++;
    }

    private void skipSpace() {
        while (pos < text.length() && Ascii.isSpace(text.charAt(pos))) {
            pos++;
        }
    }

    private NotAllowed refuse() {
        boolean nested = pos < text.length() && text.charAt(pos) == FieldGrammar.NESTED;
        return new NotAllowed(nested ? Reason.NESTED : Reason.SYNTAX, text.substring(Math.min(pos, text.length())));
    }
}
