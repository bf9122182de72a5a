package jp.kiyome.pdf.keep;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.CosWriter;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.read.Objects;

/** PostScript calculator functions (ISO 32000-2, 7.10.5): the operators of table 42, numbers and braces. Stateless. */
final class Calculator {

    private static final int LARGEST = 1 << 16;
    private static final int DEEPEST = 32;
    private static final Set<String> OPERATORS = Set.of(
            "abs",
            "add",
            "and",
            "atan",
            "bitshift",
            "ceiling",
            "copy",
            "cos",
            "cvi",
            "cvr",
            "div",
            "dup",
            "eq",
            "exch",
            "exp",
            "false",
            "floor",
            "ge",
            "gt",
            "idiv",
            "if",
            "ifelse",
            "index",
            "le",
            "ln",
            "log",
            "lt",
            "mod",
            "mul",
            "ne",
            "neg",
            "not",
            "or",
            "pop",
            "roll",
            "round",
            "sin",
            "sqrt",
            "sub",
            "true",
            "truncate",
            "xor");

    private Calculator() {}

    static boolean readable(Objects objects, int number) {
        return objects.load(number).stream()
                .flatMap(stream -> Attempt.at(() -> rebuilt(objects.bytes(stream, LARGEST), code -> {})))
                .isPresent();
    }

    /**
     * The program with its first and last brace, and nothing of what follows; empty where it is none.
     *
     * @param dropped told the finding's code for what is left out
     */
    static Optional<byte[]> rebuilt(byte[] program, Consumer<String> dropped) {
        Lexer lexer = new Lexer(ByteInput.of(program));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CosWriter writer = new CosWriter(out);
        if (lexer.next() != Lexer.Token.BRACE) {
            return Optional.empty();
        }
        writer.word("{");
        int depth = 1;
        while (depth > 0) {
            switch (lexer.next()) {
                case BRACE -> {
                    depth++;
                    writer.word("{");
                }
                case BRACE_END -> {
                    depth--;
                    writer.word("}");
                }
                case NUMBER -> writer.value(lexer.value());
                case KEYWORD -> {
                    if (!OPERATORS.contains(lexer.word())) {
                        return Optional.empty();
                    }
                    writer.word(lexer.word());
                }
                case NAME, STRING, ARRAY, ARRAY_END, DICT, DICT_END, END -> {
                    return Optional.empty();
                }
            }
            if (depth > DEEPEST) {
                return Optional.empty();
            }
        }
        writer.flush();
        if (lexer.next() != Lexer.Token.END) {
            dropped.accept("pdf.slack");
        }
        if (lexer.sawComments()) {
            dropped.accept("pdf.comment");
        }
        return Optional.of(out.toByteArray());
    }
}
