package jp.kiyome.pdf.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.cos.ObjectParser;

/**
 * The text that a content stream draws, line by line, in the order of its operators (ISO 32000-2, 9.4). What is drawn otherwise (pictures,
 * other forms, shadings) makes a drawing unreadable; paths are taken for borders. Not thread-safe.
 */
final class DrawnText {

    private static final int DEEPEST = 64;
    private static final int MOST_OPERANDS = 64;

    /** 9.3.6: neither filled nor stroked, and that for clipping. */
    private static final Set<Integer> INVISIBLE = Set.of(3, 7);

    private record State(Optional<FieldFont> font, int mode) {}

    private final Function<String, Optional<FieldFont>> fonts;
    private final Deque<State> saved = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private State state = new State(Optional.empty(), 0);
    private Num line = new Num(0, 0);
    private boolean readable = true;

    private DrawnText(Function<String, Optional<FieldFont>> fonts) {
        this.fonts = fonts;
    }

    /**
     * Empty where it cannot be told.
     *
     * @param content as the rewriter leaves it
     * @param fonts by the names that the content calls them
     */
    static Optional<String> of(byte[] content, Function<String, Optional<FieldFont>> fonts) {
        DrawnText drawn = new DrawnText(fonts);
        drawn.read(new Lexer(ByteInput.of(content)));
        return drawn.readable ? Optional.of(drawn.text.toString().strip()) : Optional.empty();
    }

    private void read(Lexer lexer) {
        ObjectParser parser = new ObjectParser(lexer, s -> s);
        List<Cos> operands = new ArrayList<>();
        for (Lexer.Token token = lexer.next(); token != Lexer.Token.END && readable; token = lexer.next()) {
            switch (token) {
                case NUMBER, NAME, STRING -> operands.add(lexer.value());
                case ARRAY, DICT -> operands.add(parser.parse(token));
                case KEYWORD -> {
                    operator(lexer.word(), operands);
                    operands.clear();
                }
                case ARRAY_END, DICT_END, BRACE, BRACE_END, END -> readable = false;
            }
            readable &= operands.size() <= MOST_OPERANDS;
        }
    }

    private void operator(String word, List<Cos> operands) {
        switch (word) {
            case "q" -> {
                readable &= saved.size() < DEEPEST;
                saved.push(state);
            }
            case "Q" -> state = saved.isEmpty() ? state : saved.pop();
            case "Do", "BI", "sh" -> readable = false;
            case "Tf" ->
                state = new State(
                        operands.getFirst() instanceof Cos.Name name ? fonts.apply(name.text()) : Optional.empty(),
                        state.mode);
            case "Tr" -> state = new State(state.font, Cos.integer(operands.getFirst(), 0));
            case "Td", "TD" -> line(operands.get(1) instanceof Num down && down.unscaled() != 0);
            case "Tm" -> {
                Num now = operands.get(5) instanceof Num number ? number : line;
                line(!now.equals(line));
                line = now;
            }
            case "T*" -> line(true);
            case "Tj" -> show(operands.getFirst());
            case "'", "\"" -> {
                line(true);
                show(operands.getLast());
            }
            case "TJ" -> {
                if (operands.getFirst() instanceof Cos.Arr parts) {
                    parts.items().forEach(this::show);
                }
            }
            default -> {}
        }
    }

    private void line(boolean another) {
        if (another && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void show(Cos value) {
        if (!(value instanceof Cos.Str shown)
                || INVISIBLE.contains(state.mode)
                || shown.bytes().isEmpty()) {
            return;
        }
        Optional<String> read = state.font.flatMap(font -> font.text(shown.bytes()));
        readable &= read.isPresent();
        read.ifPresent(text::append);
    }
}
