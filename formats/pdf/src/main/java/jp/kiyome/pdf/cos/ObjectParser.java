package jp.kiyome.pdf.cos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** Puts tokens together to values, without recursion. Not thread-safe. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
public final class ObjectParser {

    /** Arrays and dictionaries inside each other. */
    public static final int DEEPEST = 128;

    /** Values in one indirect object. */
    private static final int MOST_ITEMS = 4_000_000;

    private record Frame(boolean dict, List<Cos> items) {}

    private final Lexer lexer;
    private final UnaryOperator<Cos.Str> strings;
    private final IntConsumer references;
    private final Deque<Frame> open = new ArrayDeque<>();
    private boolean irregular;
    private int items;

    /** Takes {@code strings}: what is done with each string, as decrypting it */
    public ObjectParser(Lexer lexer, UnaryOperator<Cos.Str> strings) {
        this(lexer, strings, number -> {});
    }

    /** Takes {@code references}: told the number of each object that is referred to */
    public ObjectParser(Lexer lexer, UnaryOperator<Cos.Str> strings, IntConsumer references) {
        this.lexer = lexer;
        this.strings = strings;
        this.references = references;
    }

    /** Whether keys stood twice, without a value, or where none may be. */
    public boolean irregular() {
        return irregular;
    }

    /** Reads one value; stops before a keyword that is none, which {@link Lexer#word} then names. {@link Cos#NULL} where none stands. */
    public Cos parse() {
        return parse(lexer.next());
    }

    /** Likewise, where the first token has been read. */
    public Cos parse(Lexer.Token first) {
        open.clear();
        items = 0;
        Frame top = new Frame(false, new ArrayList<>());
        open.push(top);
        for (Lexer.Token token = first; ; token = lexer.next()) {
            if (!take(token)) {
                break;
            }
            if (open.size() == 1 && !top.items.isEmpty()) {
                break;
            }
        }
        while (open.size() > 1) {
            irregular = true;
            close();
        }
        return top.items.isEmpty() ? Cos.NULL : top.items.getLast();
    }

    /** Takes one token in; false at a keyword that is no value, or the end. */
    private boolean take(Lexer.Token token) {
        return switch (token) {
            case END -> false;
            case NUMBER, NAME -> {
                add(lexer.value());
                yield true;
            }
            case STRING -> {
                add(strings.apply((Cos.Str) lexer.value()));
                yield true;
            }
            case ARRAY, DICT -> {
                if (open.size() > DEEPEST) {
                    throw Malformed.tooMuch("values " + DEEPEST + " deep");
                }
                open.push(new Frame(token == Lexer.Token.DICT, new ArrayList<>()));
                yield true;
            }
            case ARRAY_END, DICT_END -> {
                if (open.size() == 1) {
                    yield false;
                }
                irregular |= open.element().dict != (token == Lexer.Token.DICT_END);
                close();
                yield true;
            }
            case BRACE, BRACE_END -> open.size() > 1;
            case KEYWORD -> word();
        };
    }

    private boolean word() {
        switch (lexer.word()) {
            case "true" -> add(new Cos.Bool(true));
            case "false" -> add(new Cos.Bool(false));
            case "null" -> add(Cos.NULL);
            case "R" -> reference();
            default -> {
                boolean ends = lexer.word().startsWith("endobj") || lexer.word().startsWith("stream");
                irregular |= open.size() > 1;
                return open.size() > 1 && !ends;
            }
        }
        return true;
    }

    private void reference() {
        List<Cos> last = open.element().items;
        int size = last.size();
        if (size < 2
                || !(last.get(size - 2) instanceof Num number && number.whole())
                || !(last.get(size - 1) instanceof Num generation && generation.whole())) {
            irregular = true;
            return;
        }
        last.removeLast();
        last.removeLast();
        boolean possible = number.unscaled() > 0
                && number.unscaled() <= Integer.MAX_VALUE
                && generation.unscaled() >= 0
                && generation.unscaled() <= 65535;
        if (possible) {
            references.accept((int) number.unscaled());
        }
        last.add(possible ? new Cos.Ref((int) number.unscaled(), (int) generation.unscaled()) : Cos.NULL);
    }

    private void add(Cos value) {
        if (++items > MOST_ITEMS) {
            throw Malformed.tooMuch("an object of more than " + MOST_ITEMS + " values");
        }
        open.element().items.add(value);
    }

    private void close() {
        Frame done = open.pop();
        open.element().items.add(done.dict ? dict(done.items) : new Cos.Arr(done.items));
    }

    /** The last of two equal keys counts, as most readers have it (7.3.7 leaves it open). */
    private Cos.Dict dict(List<Cos> items) {
        TreeMap<String, Cos> entries = new TreeMap<>();
        int at = 0;
        while (at < items.size()) {
            if (!(items.get(at++) instanceof Cos.Name key)) {
                irregular = true;
                continue;
            }
            if (at == items.size()) {
                irregular = true;
                break;
            }
            Cos value = items.get(at++);
            if (!(value instanceof Cos.Null)) {
                irregular |= entries.put(key.text(), value) != null;
            }
        }
        return new Cos.Dict(entries);
    }
}
