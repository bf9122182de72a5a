package jp.kiyome.image.svg;

import java.util.OptionalDouble;

/** Reads numbers that stand close to each other, as in paths and points (SVG 2 §9.3.9). Not for sharing between threads. */
final class NumberScanner {

    private final String text;
    private int at;

    NumberScanner(String text) {
        this.text = text;
    }

    void skipSpace() {
        while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Skips blanks and one comma among them. */
    void skipSeparator() {
        skipSpace();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            skipSpace();
        }
    }

    /** Characters read. */
    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character, which is there. */
    char peek() {
        return text.charAt(at);
    }

    char take() {
        return text.charAt(at++);
    }

    OptionalDouble number() {
        int from = at;
        int to = sign(at);
        to = digits(to);
        if (to < text.length() && text.charAt(to) == '.') {
            to = digits(to + 1);
        }
        if (to < text.length() && (text.charAt(to) == 'e' || text.charAt(to) == 'E')) {
            int exponent = digits(sign(to + 1));
            if (exponent > sign(to + 1)) {
                to = exponent;
            }
        }
        OptionalDouble value = PlainNumber.read(text.substring(from, to));
        if (value.isPresent()) {
            at = to;
        }
        return value;
    }

    private int sign(int from) {
        return from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+') ? from + 1 : from;
    }

    private int digits(int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        return to;
    }
}
