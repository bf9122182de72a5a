package jp.kiyome.image.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Takes CSS apart (CSS Syntax 3 §4): no escapes, no at-rules, comments skipped. What it does not understand makes the
 * whole value empty. Not for sharing between threads.
 */
final class CssReader {

    private static final int DEEPEST = 8;

    private final String text;
    private int at;
    private boolean broken;

    CssReader(String text) {
        this.text = text;
    }

    /** The components of a value, up to its end. */
    static List<Component> value(String text) {
        CssReader reader = new CssReader(text);
        List<Component> components = reader.components(0);
        return reader.broken || reader.at < text.length() ? List.of() : components;
    }

    private List<Component> components(int depth) {
        List<Component> components = new ArrayList<>();
        skip();
        while (at < text.length() && !broken && text.charAt(at) != ')') {
            components.add(component(depth));
            skip();
        }
        return components;
    }

    private Component component(int depth) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            return quoted();
        }
        if (c == '#') {
            at++;
            return new Component.Hash(name());
        }
        NumberScanner numbers = new NumberScanner(text.substring(at, Math.min(text.length(), at + 64)));
        OptionalDouble number = numbers.number();
        if (number.isPresent()) {
            at += numbers.position();
            return new Component.Measure(number.getAsDouble(), unit());
        }
        String name = name();
        if (name.isEmpty()) {
            at++;
            broken |= c == '\\' || c == '(' || c == '{' || c == '}' || c == ';' || c == '<' || c == '@';
            return new Component.Mark(c);
        }
        return at < text.length() && text.charAt(at) == '(' ? call(name, depth) : new Component.Word(name);
    }

    private Component call(String name, int depth) {
        at++;
        if (name.equalsIgnoreCase("url")) {
            return link();
        }
        if (depth == DEEPEST) {
            broken = true;
            return new Component.Mark('(');
        }
        List<Component> arguments = components(depth + 1);
        close();
        return new Component.Call(name.toLowerCase(Locale.ROOT), arguments);
    }

    private Component link() {
        skip();
        String target;
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            target = quoted().text();
        } else {
            int from = at;
            while (at < text.length() && " \t\r\n\f)\"'(\\".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            target = text.substring(from, at);
        }
        skip();
        close();
        return new Component.Link(target);
    }

    private Component.Quoted quoted() {
        char quote = text.charAt(at);
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            broken = true;
            end = text.length() - 1;
        }
        String inside = text.substring(at + 1, Math.max(at + 1, end));
        broken |= inside.indexOf('\\') >= 0 || inside.indexOf('\n') >= 0;
        at = end + 1;
        return new Component.Quoted(inside);
    }

    private String unit() {
        if (at < text.length() && text.charAt(at) == '%') {
            at++;
            return "%";
        }
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private String name() {
        int from = at;
        while (at < text.length() && nameChar(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean nameChar(char c) {
        return c == '-' || c == '_' || c >= 0x80 || Character.isLetterOrDigit(c);
    }

    private void close() {
        if (at < text.length() && text.charAt(at) == ')') {
            at++;
        } else {
            broken = true;
        }
    }

    /** Skips blanks and comments. */
    private void skip() {
        while (at < text.length()) {
            if (" \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }
}
