package jp.kiyome.mail.authentication.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** Reads fields that others wrote (RFC 8601 §2.2). Whatever is not understood makes the whole field unreadable. */
final class ResultsReader {

    private static final int LONGEST = 16_000;
    private static final int MOST_STATEMENTS = 50;
    private static final int MOST_PROPERTIES = 30;

    private final String text;
    private int at;

    private ResultsReader(String text) {
        this.text = text;
    }

    /** @param authservId lower case */
    record Read(String authservId, List<Statement> statements) {
        Read {
            statements = List.copyOf(statements);
        }
    }

    /** Empty for what breaks the grammar. */
    static Optional<Read> read(String unfolded) {
        try {
            return unfolded.length() > LONGEST ? Optional.empty() : Optional.of(new ResultsReader(unfolded).whole());
        } catch (Unreadable broken) {
            return Optional.empty();
        }
    }

    private Read whole() {
        String id = Ascii.lower(value());
        blanks();
        if (at < text.length() && Ascii.isDigit(text.charAt(at)) && !word().equals("1")) {
            throw new Unreadable();
        }
        List<Statement> statements = new ArrayList<>();
        for (blanks(); at < text.length(); blanks()) {
            expect(';');
            blanks();
            if (at < text.length()) {
                statement().ifPresent(statements::add);
            }
            if (statements.size() > MOST_STATEMENTS) {
                throw new Unreadable();
            }
        }
        return new Read(id, statements);
    }

    /** Empty for "none". */
    private Optional<Statement> statement() {
        String method = Ascii.lower(word());
        blanks();
        if (method.equals("none") && (at == text.length() || text.charAt(at) == ';')) {
            return Optional.empty();
        }
        String result = Ascii.lower(assigned());
        Map<String, String> properties = new HashMap<>();
        for (blanks(); at < text.length() && text.charAt(at) != ';'; blanks()) {
            String name = Ascii.lower(word());
            properties.putIfAbsent(name, assigned());
            if (properties.size() > MOST_PROPERTIES) {
                throw new Unreadable();
            }
        }
        int slash = method.indexOf('/');
        return Optional.of(new Statement(slash < 0 ? method : method.substring(0, slash), result, properties));
    }

    private String assigned() {
        blanks();
        expect('=');
        return value();
    }

    private void expect(char sign) {
        if (at >= text.length() || text.charAt(at) != sign) {
            throw new Unreadable();
        }
        at++;
    }

    private String word() {
        int from = at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw new Unreadable();
        }
        return text.substring(from, at);
    }

    private static boolean isOfName(char c) {
        return Ascii.isLetterOrDigit(c) || "._/-".indexOf(c) >= 0;
    }

    private String value() {
        blanks();
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && text.charAt(at) > 0x20 && ";\"()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw new Unreadable();
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c == '\\' && ++at == text.length()) {
                break;
            }
            value.append(text.charAt(at));
        }
        throw new Unreadable();
    }

    /** Blanks and comments, which nest. */
    private void blanks() {
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
            } else if (depth > 0 && c == '\\') {
                at++;
            } else if (depth > 0 && c == ')') {
                depth--;
            } else if (depth == 0 && c != ' ' && c != '\t') {
                return;
            }
        }
        if (depth > 0) {
            throw new Unreadable();
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super("not a field of results", null, false, false);
        }
    }
}
