package jp.kiyome.pdf.content;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.CosWriter;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.cos.ObjectParser;

/**
 * Takes a content stream apart to operators and operands and writes those of the list anew (ISO 32000-2, 7.8.2). Comments, unknown
 * operators, compatibility sections and references to what is not there are gone. Not thread-safe.
 */
public final class ContentRewriter {

    /** Operands before one operator at most; Annex C of ISO 32000-1 names 32 colourants. */
    private static final int MOST_OPERANDS = 64;

    private static final int TIME_CHECK = 1 << 12;
    private static final int IMAGE = Lexer.code("BI");

    private final Lexer lexer;
    private final ObjectParser parser;
    private final OperandCheck check;
    private final InlineImage inline;
    private final OutputStream out;
    private final CosWriter writer;
    private final Consumer<String> dropped;
    private final Budget budget;
    private final List<Cos> operands = new ArrayList<>();
    private int saved;
    private int marked;
    private int steps;

    /** Takes {@code dropped}: told the finding's code for whatever is left out */
    public ContentRewriter(
            ByteInput in,
            NamedResources resources,
            InlinePictures pictures,
            OutputStream out,
            Consumer<String> dropped,
            Budget budget) {
        this.lexer = new Lexer(in);
        this.parser = new ObjectParser(lexer, s -> s);
        this.check = new OperandCheck(resources);
        this.out = out;
        this.writer = new CosWriter(out);
        this.inline = new InlineImage(lexer, pictures);
        this.dropped = dropped;
        this.budget = budget;
    }

    public void rewrite() {
        for (Lexer.Token token = lexer.next(); token != Lexer.Token.END; token = lexer.next()) {
            if (++steps % TIME_CHECK == 0) {
                budget.checkTime();
            }
            switch (token) {
                case NUMBER, NAME, STRING -> operand(lexer.value());
                case ARRAY, DICT -> operand(parser.parse(token));
                case KEYWORD -> keyword();
                case ARRAY_END, DICT_END, BRACE, BRACE_END -> dropped.accept("pdf.unknown-operator");
                case END -> {}
            }
        }
        if (!operands.isEmpty()) {
            dropped.accept("pdf.operand");
        }
        for (; marked > 0; marked--) {
            operator("EMC", List.of());
        }
        for (; saved > 0; saved--) {
            operator("Q", List.of());
        }
        writer.flush();
        if (inline.sawSurplus()) {
            dropped.accept("pdf.operand");
        }
        if (lexer.sawComments()) {
            dropped.accept("pdf.comment");
        }
    }

    private void operand(Cos value) {
        if (operands.size() == MOST_OPERANDS) {
            dropped.accept("pdf.operand");
            operands.removeFirst();
        }
        operands.add(value);
    }

    private void keyword() {
        if (lexer.code() != 0 && lexer.code() != IMAGE) {
            known();
            operands.clear();
            return;
        }
        switch (lexer.word()) {
            case "true" -> operand(new Cos.Bool(true));
            case "false" -> operand(new Cos.Bool(false));
            case "null" -> operand(Cos.NULL);
            case "BI" -> {
                if (!operands.isEmpty()) {
                    dropped.accept("pdf.operand");
                }
                operands.clear();
                image();
            }
            default -> {
                dropped.accept("pdf.unknown-operator");
                operands.clear();
            }
        }
    }

    /** Letters that stand close behind a number, or operators without white space between, are no operators of the list. */
    private void known() {
        Optional<Operator> found = Operators.find(lexer.code());
        if (found.isEmpty()) {
            if (!lexer.word().equals("BX") && !lexer.word().equals("EX")) {
                dropped.accept("pdf.unknown-operator");
            }
            return;
        }
        Operator operator = found.get();
        // The last ones count where there are too many, as readers have it.
        int surplus =
                operator.open() ? 0 : operands.size() - operator.operands().size();
        if (surplus > 0) {
            dropped.accept("pdf.operand");
            operands.subList(0, surplus).clear();
        }
        if (operator.numeric()) {
            if (surplus >= 0 && numbers()) {
                balanced(operator.word(), operands);
            } else {
                dropped.accept("pdf.operand");
            }
            return;
        }
        Optional<List<Cos>> checked = check.check(operator.operands(), operands);
        if (operator.word().equals("BDC") || operator.word().equals("DP")) {
            marked(operator.word(), operands, checked);
        } else if (checked.isEmpty()) {
            dropped.accept("pdf.operand");
        } else {
            balanced(operator.word(), checked.get());
        }
    }

    private boolean numbers() {
        for (int i = 0; i < operands.size(); i++) {
            if (!(operands.get(i) instanceof Num)) {
                return false;
            }
        }
        return true;
    }

    /** What has lost its property list is marked all the same, so that its end still fits. */
    private void marked(String word, List<Cos> taken, Optional<List<Cos>> checked) {
        if (checked.isPresent()) {
            balanced(word, checked.get());
            return;
        }
        dropped.accept("pdf.property-list");
        Cos tag = !taken.isEmpty() && taken.getFirst() instanceof Cos.Name ? taken.getFirst() : Cos.name("Span");
        balanced(word.equals("BDC") ? "BMC" : "MP", List.of(tag));
    }

    private void balanced(String word, List<Cos> checked) {
        switch (word) {
            case "q" -> saved++;
            case "BMC", "BDC" -> marked++;
            case "Q" -> {
                if (saved == 0) {
                    dropped.accept("pdf.operand");
                    return;
                }
                saved--;
            }
            case "EMC" -> {
                if (marked == 0) {
                    dropped.accept("pdf.operand");
                    return;
                }
                marked--;
            }
            default -> {}
        }
        operator(word, checked);
    }

    private void operator(String word, List<Cos> values) {
        for (int i = 0; i < values.size(); i++) {
            writer.value(values.get(i));
        }
        writer.word(word);
        writer.newLine();
    }

    private void image() {
        Optional<InlinePictures.Picture> rebuilt = inline.read();
        if (rebuilt.isEmpty()) {
            dropped.accept("pdf.inline-image");
            return;
        }
        writer.word("BI");
        rebuilt.get().dict().entries().forEach((key, value) -> {
            writer.value(Cos.name(key));
            writer.value(value);
        });
        writer.value(Cos.name("L"));
        writer.value(new Num(rebuilt.get().data().length, 0));
        writer.word("ID");
        writer.newLine();
        writer.flush();
        try {
            out.write(rebuilt.get().data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer.newLine();
        writer.word("EI");
        writer.newLine();
    }
}
