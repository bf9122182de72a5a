package jp.kiyome.testcorpus.scan.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values one after the other and notes what a canonical writer would not write. Not thread-safe. */
final class Parser {

    /** Nothing honest is deeper; the handler's own output is bounded lower. */
    private static final int DEEPEST = 500;

    private static final String WHITE = "\0\t\n\f\r ";
    private static final String DELIMITERS = "()<>[]{}/%";

    final String text;
    int at;
    int comments;
    private int depth;

    Parser(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Text that is no value. */
    static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoValue(String what, int at) {
            super(what + " at " + at);
        }
    }

    boolean done() {
        skipWhite();
        return at >= text.length();
    }

    void skipWhite() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%') {
                comments++;
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (WHITE.indexOf(c) >= 0) {
                at++;
            } else {
                return;
            }
        }
    }

    boolean take(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    /** The next value; {@code N G R} is a reference where {@code references}. */
    Value value(boolean references) {
        skipWhite();
        if (at >= text.length()) {
            throw new NoValue("the end", at);
        }
        char c = text.charAt(at);
        if (take("<<")) {
            return nested(() -> dict(references));
        }
        if (take("[")) {
            return nested(() -> array(references));
        }
        return switch (c) {
            case '/' -> name();
            case '(' -> literal();
            case '<' -> hex();
            case '{', '}' -> new Value.Word(text.substring(at, ++at));
            case ')', '>', ']' -> throw new NoValue("a stray " + c, at);
            default -> word(references);
        };
    }

    private interface Inner {
        Value read();
    }

    private Value nested(Inner inner) {
        if (++depth > DEEPEST) {
            throw new NoValue("too deep a value", at);
        }
        Value value = inner.read();
        depth--;
        return value;
    }

    private Value dict(boolean references) {
        Map<String, Value> entries = new LinkedHashMap<>();
        List<String> doubled = new ArrayList<>();
        skipWhite();
        while (!take(">>")) {
            if (!(value(false) instanceof Value.Name key)) {
                throw new NoValue("a key that is no name", at);
            }
            if (entries.put(key.text(), value(references)) != null) {
                doubled.add(key.text());
            }
            skipWhite();
        }
        return new Value.Dict(entries, doubled);
    }

    private Value array(boolean references) {
        List<Value> items = new ArrayList<>();
        skipWhite();
        while (!take("]")) {
            items.add(value(references));
            skipWhite();
        }
        return new Value.Arr(items);
    }

    private Value name() {
        StringBuilder name = new StringBuilder();
        at++;
        while (at < text.length() && regular(text.charAt(at))) {
            int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
            if (text.charAt(at) == '#' && high >= 0 && low >= 0) {
                name.append((char) (16 * high + low));
                at += 3;
            } else {
                name.append(text.charAt(at++));
            }
        }
        return new Value.Name(name.toString());
    }

    private Value literal() {
        StringBuilder string = new StringBuilder();
        int open = 0;
        do {
            if (at >= text.length()) {
                throw new NoValue("a string without end", at);
            }
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(string);
                continue;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            string.append(c);
        } while (open > 0);
        return new Value.Str(string.substring(1, string.length() - 1));
    }

    private void escape(StringBuilder string) {
        char c = at < text.length() ? text.charAt(at++) : '\\';
        int plain = "nrtbf".indexOf(c);
        if (plain >= 0) {
            string.append("\n\r\t\b\f".charAt(plain));
        } else if (c >= '0' && c <= '7') {
            int code = c - '0';
            for (int i = 0; i < 2 && at < text.length() && Character.digit(text.charAt(at), 8) >= 0; i++) {
                code = 8 * code + Character.digit(text.charAt(at++), 8);
            }
            string.append((char) (code & 0xFF));
        } else if (c == '\r') {
            take("\n");
        } else if (c != '\n') {
            string.append(c);
        }
    }

    private Value hex() {
        StringBuilder digits = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at++);
            if (Character.digit(c, 16) >= 0) {
                digits.append(c);
            } else if (WHITE.indexOf(c) < 0) {
                throw new NoValue("no hexadecimal digit", at);
            }
        }
        at++;
        StringBuilder string = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            int low = i + 1 < digits.length() ? Character.digit(digits.charAt(i + 1), 16) : 0;
            string.append((char) (16 * Character.digit(digits.charAt(i), 16) + low));
        }
        return new Value.Str(string.toString());
    }

    private Value word(boolean references) {
        int start = at;
        while (at < text.length() && regular(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if ("+-.0123456789".indexOf(word.charAt(0)) < 0) {
            return new Value.Word(word);
        }
        if (references && digits(word)) {
            int end = at;
            String generation = digitsBehind();
            skipSpace();
            if (!generation.isEmpty() && take("R") && (at >= text.length() || !regular(text.charAt(at)))) {
                return new Value.Ref(number(word), number(generation));
            }
            at = end;
        }
        try {
            return new Value.Num(Double.parseDouble(word));
        } catch (NumberFormatException notANumber) {
            return new Value.Word(word);
        }
    }

    /** The whole number that follows; empty when something else does. */
    String digitsBehind() {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && WHITE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    static boolean digits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A number of digits; none, and one too large for an object, is one that no object has. */
    static int number(String digits) {
        return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    static boolean regular(char c) {
        return WHITE.indexOf(c) < 0 && DELIMITERS.indexOf(c) < 0;
    }
}
