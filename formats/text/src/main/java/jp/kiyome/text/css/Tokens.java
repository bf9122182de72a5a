package jp.kiyome.text.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of CSS in pieces (CSS Syntax 3 section 4). What has escapes, blocks or functions beyond colours is no value here. */
final class Tokens {

    /** The kinds of pieces. */
    enum Kind {
        WORD,
        NUMBER,
        LENGTH,
        PERCENTAGE,
        COLOUR,
        STRING,
        SEPARATOR
    }

    record Token(Kind kind, String text) {}

    private static final int MOST = 64;
    private static final int LONGEST_NUMBER = 20;
    private static final String N = "[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)";
    private static final Pattern PIECE = Pattern.compile("(?<blank>[ \\t\\r\\n\\f]+)"
            + "|(?<hash>#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![0-9a-zA-Z_-]))"
            + "|(?<function>(?i:rgba?|hsla?)\\([0-9.,%/ +-]{1,60}\\))"
            + "|(?<percent>" + N + "%)"
            + "|(?<length>" + N + "(?i:px|pt|pc|em|rem|ex|ch|in|cm|mm|q|vw|vh|vmin|vmax|fr)(?![0-9a-zA-Z_-]))"
            + "|(?<number>" + N + "(?![0-9a-zA-Z_%.-]))"
            + "|(?<word>-?[_a-zA-Z\\u0080-\\uFFFF][-_a-zA-Z0-9\\u0080-\\uFFFF]*(?!\\())"
            + "|\"(?<double>[^\"\\\\\\n<>]{0,200})\""
            + "|'(?<single>[^'\\\\\\n<>]{0,200})'"
            + "|(?<separator>[,/])");

    private Tokens() {}

    /** The pieces; empty where something is no piece. */
    static Optional<List<Token>> of(String value) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(value);
        int at = 0;
        while (at < value.length()) {
            if (!matcher.region(at, value.length()).lookingAt() || tokens.size() > MOST) {
                return Optional.empty();
            }
            at = matcher.end();
            if (matcher.group("blank") == null) {
                tokens.add(token(matcher));
            }
        }
        boolean short_ = tokens.stream()
                .noneMatch(t -> t.text().length() > LONGEST_NUMBER
                        && (t.kind() == Kind.NUMBER || t.kind() == Kind.LENGTH || t.kind() == Kind.PERCENTAGE));
        return short_ ? Optional.of(tokens) : Optional.empty();
    }

    private static Token token(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("hash") != null || matcher.group("function") != null) {
            return new Token(Kind.COLOUR, text);
        }
        if (matcher.group("percent") != null) {
            return new Token(Kind.PERCENTAGE, text);
        }
        if (matcher.group("length") != null) {
            return new Token(Kind.LENGTH, text);
        }
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, text);
        }
        if (matcher.group("word") != null) {
            return new Token(Kind.WORD, text);
        }
        if (matcher.group("separator") != null) {
            return new Token(Kind.SEPARATOR, text);
        }
        String inside = matcher.group("double") != null ? matcher.group("double") : matcher.group("single");
        return new Token(Kind.STRING, inside);
    }
}
