package jp.kiyome.office.formula;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.office.formula.FormulaVerdict.Reason;
import jp.kiyome.office.value.HyperlinkTarget;

/** Calls of functions (ECMA-376-1 §18.17.2.6, §18.17.7), with the prefixes that newer ones have in files. */
final class Calls {

    /** Characters that Excel lets one literal text have. */
    private static final int LONGEST_TEXT = 255;

    private final FormulaText text;
    private final Frames frames;
    private final ReferenceCollector references;
    private final FunctionTable functions;
    private final Names names;
    private final Literals literals;
    private final Set<String> lambdas;

    Calls(
            FormulaText text,
            Frames frames,
            ReferenceCollector references,
            FunctionTable functions,
            Names names,
            Literals literals,
            Set<String> lambdas) {
        this.text = text;
        this.frames = frames;
        this.references = references;
        this.functions = functions;
        this.names = names;
        this.literals = literals;
        this.lambdas = lambdas;
    }

    /** Reads a name that ends at {@code end} and the parenthesis at {@code open}. */
    After read(int end, int open) {
        int from = text.pos;
        if (names.isParameter(from)) {
            return parameter(end, open);
        }
        int bare = names.begins("_xlfn.", from) ? from + 6 : from;
        bare = names.begins("_xlws.", bare) ? bare + 6 : bare;
        Optional<FunctionRule> rule = functions.rule(text.in, bare, end);
        if (rule.isEmpty()) {
            return namedLambda(end, open);
        }
        text.write(text.substring(from, bare).toLowerCase(Locale.ROOT));
        text.pos = bare;
        text.copyUpperTo(end);
        text.pos = open;
        text.copyOne();
        return open(rule.get());
    }

    /** Arguments for the value of the expression before. */
    After ofLambda() {
        text.copyOne();
        frames.open(Frames.Kind.MAKES_LAMBDA);
        return After.OPERAND_WANTED;
    }

    private After open(FunctionRule rule) {
        Frames.Kind kind =
                switch (rule) {
                    case CALCULATES, LINKS -> Frames.Kind.CALL;
                    case REFERS -> Frames.Kind.REFERS;
                    case BINDS -> Frames.Kind.BINDS;
                    case BINDS_PAIRS -> Frames.Kind.BINDS_PAIRS;
                };
        frames.open(kind);
        return rule == FunctionRule.LINKS ? link() : After.OPERAND_WANTED;
    }

    private After parameter(int end, int open) {
        if (!frames.isBound(text.pos + "_xlpm.".length(), end)) {
            throw text.refuse(Reason.FUNCTION, text.pos);
        }
        text.copyTo(end);
        text.pos = open;
        return ofLambda();
    }

    private After namedLambda(int end, int open) {
        String name = text.substring(text.pos, end);
        if (!lambdas.contains(name.toLowerCase(Locale.ROOT))) {
            throw new NotAllowed(Reason.FUNCTION, name.substring(0, Math.min(name.length(), 80)));
        }
        references.name(name);
        text.copyTo(end);
        text.pos = open;
        return ofLambda();
    }

    /** One literal text and nothing else, so that the link is the same before and after calculating. */
    private After link() {
        text.copySpace();
        int from = text.pos;
        if (text.peek() != '"') {
            throw text.refuse(Reason.LINK, from);
        }
        int end = literals.stringEnd(from);
        char next = text.at(text.pastSpace(end));
        Optional<String> target =
                next == ',' || next == ')' ? HyperlinkTarget.canonical(literals.stringValue()) : Optional.empty();
        if (target.isEmpty() || target.get().length() > LONGEST_TEXT) {
            throw text.refuse(Reason.LINK, from);
        }
        text.write('"' + target.get().replace("\"", "\"\"") + '"');
        text.pos = end;
        return After.VALUE;
    }
}
