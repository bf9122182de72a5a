package jp.kiyome.message.mime;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.text.Ascii;

/**
 * Reads {@code word; name=value; …} (RFC 2045 §5.1) with comments, quoted strings, and the loose forms that real mail has: values that
 * should be quoted and are not end at a semicolon. Not thread-safe.
 */
final class FieldParser {

    private final String text;
    private final StringBuilder comments = new StringBuilder();
    private final StringBuilder loose = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();
    private int at;

    private FieldParser(String text) {
        this.text = text;
    }

    /** @throws jp.kiyome.core.finding.Refusal for comments that do not end or lie too deep, and for too many parameters */
    static FieldValue parse(String text) {
        return new FieldParser(text).parse();
    }

    private FieldValue parse() {
        String word = word();
        while (at < text.length()) {
            at++;
            parameter();
            MimeLimits.check(parameters.size(), MimeLimits.PARAMETERS, "parameters");
        }
        return new FieldValue(word.strip(), parameters, comments.toString(), loose.toString());
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < text.length() && text.charAt(at) != ';') {
            char c = text.charAt(at);
            if (c == '(') {
                comment();
                word.append(' ');
            } else {
                word.append(c);
                at++;
            }
        }
        return word.toString();
    }

    private void parameter() {
        blanks();
        int start = at;
        while (at < text.length() && "=;(".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at).strip();
        blanks();
        if (at >= text.length() || text.charAt(at) != '=') {
            loose.append(name);
            skipToSemicolon();
            return;
        }
        at++;
        blanks();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        String value = quoted ? quoted() : unquoted();
        blanks();
        skipToSemicolon();
        add(Ascii.lower(name), value);
    }

    /** RFC 2231: {@code name*}, {@code name*0}, {@code name*0*}. */
    private void add(String name, String value) {
        int star = name.indexOf('*');
        if (star < 0) {
            parameters.add(new Parameter(name, -1, false, value));
            return;
        }
        boolean extended = name.endsWith("*");
        String middle = extended ? name.substring(star, name.length() - 1) : name.substring(star);
        String number = middle.isEmpty() ? "" : middle.substring(1);
        boolean sound = number.length() <= 3 && number.chars().allMatch(Ascii::isDigit);
        if (!sound || (number.isEmpty() && !extended)) {
            loose.append(name);
            return;
        }
        int section = number.isEmpty() ? -1 : Integer.parseInt(number);
        parameters.add(new Parameter(name.substring(0, star), section, extended, value));
    }

    private String quoted() {
        at++;
        QuotedJapanese japanese = new QuotedJapanese(text);
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean inside = japanese.inside(c);
            if (c == '"' && !inside) {
                break;
            }
            if (c == '\\' && !inside && at + 1 < text.length()) {
                c = text.charAt(++at);
                japanese.escaped();
            }
            value.append(c);
            at++;
        }
        if (at >= text.length()) {
            loose.append('"');
        }
        at = Math.min(text.length(), at + 1);
        return value.toString();
    }

    private String unquoted() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ';') {
            if (text.charAt(at) == '(' && at > start && blank(text.charAt(at - 1))) {
                break;
            }
            at++;
        }
        return text.substring(start, at).strip();
    }

    private void skipToSemicolon() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ';') {
            if (text.charAt(at) == '(') {
                comment();
                start = at;
            } else {
                at++;
            }
        }
        loose.append(text.substring(Math.min(start, at), at).strip());
    }

    private void blanks() {
        while (at < text.length()) {
            if (blank(text.charAt(at))) {
                at++;
            } else if (text.charAt(at) == '(') {
                comment();
            } else {
                return;
            }
        }
    }

    private void comment() {
        int depth = 0;
        int start = at;
        do {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
                MimeLimits.check(depth, MimeLimits.COMMENTS, "comments in comments");
            } else if (c == ')') {
                depth--;
            }
        } while (depth > 0 && at < text.length());
        if (depth > 0) {
            throw Ambiguous.header("a comment without an end: " + text);
        }
        at = Math.min(at, text.length());
        comments.append(text, start, at);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
