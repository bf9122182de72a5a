package jp.kiyome.text.json;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.text.chars.CleanWriter;
import jp.kiyome.text.chars.Losses;

/**
 * Reads JSON by the letter (RFC 8259) and writes what it read: white space as it was, numbers digit by digit, strings without the
 * characters that show nothing or deceive, however they were written. Nothing is nested in the program's own calls. Not thread-safe.
 */
final class JsonCopy {

    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_STRING = 32 << 20;
    /** Names in the objects that are open at one time. */
    private static final int MOST_NAMES = 500_000;

    private static final Set<String> DANGEROUS = Set.of("__proto__");

    private final JsonInput in;
    private final Writer out;
    private final Encoding encoding;
    private final int deepest;
    private final Losses losses;
    /** For each open array an empty set that is never used, for each open object its names. */
    private final List<Set<String>> open = new ArrayList<>();

    private final List<Boolean> objects = new ArrayList<>();
    private int names;

    JsonCopy(JsonInput in, Writer out, Encoding encoding, int deepest, Losses losses) {
        this.in = in;
        this.out = out;
        this.encoding = encoding;
        this.deepest = deepest;
        this.losses = losses;
    }

    void document() throws IOException {
        space();
        boolean complete = value();
        while (!complete || !open.isEmpty()) {
            complete = complete ? behindValue() : value();
        }
        space();
        if (in.peek() >= 0) {
            throw in.malformed();
        }
    }

    /** Reads a value, or the start of one that holds others; true where it is complete. */
    private boolean value() throws IOException {
        int c = in.peek();
        return switch (c) {
            case '{' -> begin(true);
            case '[' -> begin(false);
            case '"' -> {
                string();
                yield true;
            }
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> {
                number();
                yield true;
            }
        };
    }

    private boolean begin(boolean object) throws IOException {
        if (open.size() == deepest) {
            throw Refusal.of("json.depth", Integer.toString(deepest));
        }
        out.write(in.take());
        space();
        open.add(object ? new HashSet<>() : Set.of());
        objects.add(object);
        if (in.peek() == (object ? '}' : ']')) {
            end();
            return true;
        }
        if (object) {
            name();
        }
        return false;
    }

    private void end() throws IOException {
        out.write(in.take());
        names -= open.removeLast().size();
        objects.removeLast();
    }

    /** Reads what stands behind a value inside another; true where the outer one is complete too. */
    private boolean behindValue() throws IOException {
        space();
        boolean object = objects.getLast();
        int c = in.peek();
        if (c == (object ? '}' : ']')) {
            end();
            return true;
        }
        if (c != ',') {
            throw in.malformed();
        }
        out.write(in.take());
        space();
        if (object) {
            name();
        }
        return false;
    }

    private void name() throws IOException {
        String name = string();
        if (!open.getLast().add(name)) {
            throw Refusal.of("json.duplicate-name", name);
        }
        if (DANGEROUS.contains(name)) {
            throw Refusal.of("json.prototype", name);
        }
        if (++names > MOST_NAMES) {
            throw Refusal.of("json.too-large", Integer.toString(MOST_NAMES));
        }
        space();
        in.expect(':');
        out.write(':');
        space();
    }

    private void space() throws IOException {
        for (int c = in.peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = in.peek()) {
            out.write(in.take());
        }
    }

    private boolean literal(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            in.expect(word.charAt(i));
        }
        out.write(word);
        return true;
    }

    /** The value; written as it was where nothing had to go, else anew. */
    private String string() throws IOException {
        StringBuilder written = new StringBuilder();
        StringBuilder value = new StringBuilder();
        if (in.peek() != '"') {
            throw in.malformed();
        }
        in.take();
        for (char c = in.take(); c != '"'; c = in.take()) {
            if (c < ' ' || value.length() == LONGEST_STRING) {
                throw in.malformed();
            }
            written.append(c);
            value.append(c == '\\' ? escape(written) : c);
        }
        String text = value.toString();
        paired(text);
        String clean = CleanWriter.clean(text, losses);
        out.write('"');
        out.write(clean.equals(text) ? written.toString() : escaped(clean));
        out.write('"');
        return clean;
    }

    private char escape(StringBuilder written) {
        char kind = in.take();
        written.append(kind);
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    char digit = in.take();
                    int number = digit < 0x80 ? Character.digit(digit, 16) : -1;
                    if (number < 0) {
                        throw in.malformed();
                    }
                    written.append(digit);
                    unit = unit << 4 | number;
                }
                yield (char) unit;
            }
            default -> throw in.malformed();
        };
    }

    private void paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean pair = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(text.charAt(i)) && !pair) {
                throw Refusal.of("json.surrogate", in.place());
            }
            i += pair ? 1 : 0;
        }
    }

    private String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\f' -> escaped.append("\\f");
                default -> {
                    if (encoding.has(point)) {
                        escaped.appendCodePoint(point);
                    } else {
                        for (char unit : Character.toChars(point)) {
                            escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                        }
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** RFC 8259 section 6. */
    private void number() throws IOException {
        StringBuilder number = new StringBuilder();
        optional("-", number);
        if (in.peek() == '0') {
            number.append(in.take());
        } else {
            digits(number);
        }
        if (optional(".", number)) {
            digits(number);
        }
        if (optional("eE", number)) {
            optional("+-", number);
            digits(number);
        }
        out.write(number.toString());
    }

    private boolean optional(String characters, StringBuilder number) {
        boolean there = in.peek() >= 0 && characters.indexOf(in.peek()) >= 0;
        if (there) {
            number.append(in.take());
        }
        return there;
    }

    private void digits(StringBuilder number) {
        int from = number.length();
        while (in.peek() >= '0' && in.peek() <= '9') {
            number.append(in.take());
            if (number.length() > LONGEST_NUMBER) {
                throw Refusal.of("json.number", in.place());
            }
        }
        if (number.length() == from) {
            throw in.malformed();
        }
    }
}
