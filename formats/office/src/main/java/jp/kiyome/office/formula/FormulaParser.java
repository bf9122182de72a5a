package jp.kiyome.office.formula;

import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.formula.FormulaVerdict.Allowed;
import jp.kiyome.office.formula.FormulaVerdict.Reason;

/**
 * Reads a formula from left to right and writes what it understood. Operands and operators take turns; open parentheses and calls
 * stand on an explicit stack. Precedence does not matter here, since the order of what is written is that of what was read.
 *
 * <p>Not thread-safe.
 */
final class FormulaParser {

    private final FormulaText text = new FormulaText();
    private final Frames frames = new Frames(text);
    private final ReferenceCollector references = new ReferenceCollector();
    private final Literals literals = new Literals(text);
    private final Operands operands;
    private final Calls calls;
    private After after = After.OPERAND_WANTED;
    private int operandAt;
    private boolean first;
    private boolean referenceWanted;

    FormulaParser(FunctionTable functions, Set<String> lambdas) {
        Names names = new Names(text, frames, references, functions);
        this.calls = new Calls(text, frames, references, functions, names, literals, lambdas);
        this.operands = new Operands(text, references, literals, names, calls);
    }

    /** @throws NotAllowed when it is not */
    Allowed parse(CharSequence formula) {
        text.begin(formula, formula.length());
        frames.clear();
        references.clear();
        after = After.OPERAND_WANTED;
        first = false;
        referenceWanted = false;
        if (text.peek() == '=') {
            text.pos++;
        }
        while (text.pos < text.end) {
            step();
        }
        if (after == After.OPERAND_WANTED || !frames.isEmpty()) {
            throw text.refuse(Reason.SYNTAX, 0);
        }
        return new Allowed(text.result(formula), references.collected());
    }

    private void step() {
        boolean gap = Ascii.isSpace(text.peek());
        if (gap) {
            text.copySpace();
        }
        if (text.pos == text.end) {
            return;
        }
        if (after == After.OPERAND_WANTED) {
            operandAt = text.pos;
            boolean wanted = referenceWanted;
            referenceWanted = false;
            operand(text.peek());
            boolean prefix = after == After.OPERAND_WANTED && text.pos == operandAt + 1 && text.in[operandAt] != '(';
            if (wanted && (after == After.VALUE || prefix)) {
                throw text.refuse(Reason.SYNTAX, operandAt);
            }
        } else {
            operator(text.peek(), gap);
        }
    }

    private void operand(char c) {
        boolean wasFirst = first;
        first = false;
        switch (c) {
            case '(' -> {
                text.copyOne();
                frames.open(Frames.Kind.PARENTHESIS);
            }
            case ')' -> omitted(wasFirst, true);
            case ',' -> omitted(wasFirst, false);
            case '+', '-', '@' -> text.copyOne();
            case '"' -> string();
            case '{' -> {
                literals.array();
                after = After.VALUE;
            }
            case '|', '｜' -> throw text.refuse(Reason.DDE, text.pos);
            default -> {
                after = operands.read(c, wasFirst);
                first = after == After.OPERAND_WANTED;
            }
        }
    }

    private void operator(char c, boolean gap) {
        switch (c) {
            case ')' -> close();
            case ',' -> comma();
            case ':' -> {
                join(after != After.VALUE);
                referenceWanted = true;
            }
            case '+', '-', '*', '/', '^', '&', '=' -> join(true);
            case '<' -> compare(text.at(text.pos + 1) == '=' || text.at(text.pos + 1) == '>');
            case '>' -> compare(text.at(text.pos + 1) == '=');
            case '%' -> {
                text.copyOne();
                after = After.VALUE;
            }
            case '|', '｜' -> throw text.refuse(Reason.DDE, operandAt);
            default -> other(c, gap);
        }
    }

    private void other(char c, boolean gap) {
        if (gap && after != After.VALUE) {
            after = After.OPERAND_WANTED;
            referenceWanted = true;
        } else if (c == '#' && after == After.REFERENCE) {
            text.copyOne();
            after = After.VALUE;
        } else if (c == '(' && after == After.LAMBDA) {
            after = calls.ofLambda();
            first = true;
        } else {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
    }

    private void string() {
        if (frames.inside(Frames.Kind.REFERS) && namesOtherBook(literals.stringValue())) {
            throw text.refuse(Reason.EXTERNAL_BOOK, text.pos);
        }
        literals.string();
        after = After.VALUE;
    }

    /** Cheap and not the defence: a text put together while calculating can name a workbook, but INDIRECT opens none. */
    private static boolean namesOtherBook(String text) {
        int open = text.indexOf('[');
        int close = open < 0 ? -1 : text.indexOf(']', open);
        return text.contains("\\\\") || text.indexOf('|') >= 0 || (close > 0 && text.indexOf('!', close) > 0);
    }

    /** An argument that is left out: only where nothing of it has been read. */
    private void omitted(boolean allowed, boolean last) {
        if (!allowed) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        if (last) {
            close();
        } else {
            comma();
        }
    }

    private void close() {
        if (frames.isEmpty()) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        text.copyOne();
        after = switch (frames.close()) {
            case PARENTHESIS, CALL, REFERS -> After.REFERENCE;
            case MAKES_LAMBDA, BINDS, BINDS_PAIRS -> After.LAMBDA;
        };
    }

    /** The next argument, or a union of references outside calls. */
    private void comma() {
        if (!frames.inCall() && after == After.VALUE) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        text.copyOne();
        if (frames.inCall()) {
            frames.nextArgument();
            first = true;
        }
        after = After.OPERAND_WANTED;
    }

    private void join(boolean allowed) {
        if (!allowed) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        text.copyOne();
        after = After.OPERAND_WANTED;
    }

    private void compare(boolean two) {
        text.copyTo(text.pos + (two ? 2 : 1));
        after = After.OPERAND_WANTED;
    }
}
