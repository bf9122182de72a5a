package jp.kiyome.cad.part21;

import java.util.ArrayList;
import java.util.List;

/** Reads records and parameters out of tokens (ISO 10303-21, 5.5 and annex A). Not thread-safe. */
public final class Reading {

    /** Lists inside lists. */
    private static final int DEEPEST = 32;

    private final Lexer in;

    public Reading(Lexer in) {
        this.in = in;
    }

    public Lexer lexer() {
        return in;
    }

    /** A keyword and what stands in parentheses behind it. */
    public Entity entity() {
        return entity(in.keyword());
    }

    /** What stands in parentheses behind a keyword that was read. */
    public Entity entity(String name) {
        in.insist(!name.isEmpty(), "no keyword");
        return new Entity(name, list(0));
    }

    /** An instance, its {@code #} read. */
    public Instance instance() {
        long id = in.id();
        in.expect('=');
        List<Entity> records = new ArrayList<>();
        boolean complex = in.take('(');
        if (complex) {
            while (!in.take(')')) {
                records.add(entity());
            }
            in.insist(!records.isEmpty(), "an instance of nothing");
        } else {
            records.add(entity());
        }
        in.expect(';');
        return new Instance(id, List.copyOf(records), complex);
    }

    private List<Value> list(int depth) {
        in.insist(depth < DEEPEST, "lists too deep inside each other");
        in.expect('(');
        List<Value> items = new ArrayList<>();
        if (in.take(')')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
        } while (in.take(','));
        in.expect(')');
        return items;
    }

    private Value value(int depth) {
        int first = in.peek();
        return switch (first) {
            case '(' -> new Value.Items(list(depth));
            case '$' -> taken(new Value.Unset());
            case '*' -> taken(new Value.Derived());
            case '#' -> {
                in.any();
                yield new Value.Reference(in.id());
            }
            case '\'' -> {
                in.any();
                yield new Value.Text(Strings.decoded(in.text()));
            }
            case '.' -> {
                in.any();
                yield new Value.Enumeration(in.enumeration());
            }
            default ->
                first == '+' || first == '-' || first >= '0' && first <= '9'
                        ? new Value.Numeral(in.number())
                        : typed(depth);
        };
    }

    private Value taken(Value value) {
        in.any();
        return value;
    }

    private Value typed(int depth) {
        in.insist(depth < DEEPEST, "types too deep inside each other");
        String type = in.keyword();
        in.insist(!type.isEmpty(), "no parameter");
        in.expect('(');
        Value value = value(depth + 1);
        in.expect(')');
        return new Value.Typed(type, value);
    }
}
