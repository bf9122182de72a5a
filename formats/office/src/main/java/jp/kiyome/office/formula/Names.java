package jp.kiyome.office.formula;

import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.formula.FormulaVerdict.Reason;

/**
 * Names that stand by themselves: truth values, defined names, parameters of {@code LET} and {@code LAMBDA} (which files mark with
 * {@code _xlpm.}, optional ones with {@code _xlop.}), and functions given as a value ({@code _xleta.SUM}).
 */
final class Names {

    private final FormulaText text;
    private final Frames frames;
    private final ReferenceCollector references;
    private final FunctionTable functions;

    Names(FormulaText text, Frames frames, ReferenceCollector references, FunctionTable functions) {
        this.text = text;
        this.frames = frames;
        this.references = references;
        this.functions = functions;
    }

    /** @param first whether nothing of this argument stands before the name */
    After read(int end, boolean first) {
        int from = text.pos;
        if (stands("TRUE", end) || stands("FALSE", end)) {
            text.copyUpperTo(end);
            return After.VALUE;
        }
        if (isParameter(from)) {
            parameter(end, first);
            return After.REFERENCE;
        }
        if (begins("_xleta.", from)) {
            return functionAsValue(end);
        }
        if (begins("_xl", from) && !begins("_xlnm.", from)) {
            throw text.refuse(Reason.FUNCTION, from);
        }
        references.name(text.substring(from, end));
        text.copyTo(end);
        return After.REFERENCE;
    }

    boolean isParameter(int from) {
        return begins("_xlpm.", from) || begins("_xlop.", from);
    }

    boolean begins(String lower, int from) {
        for (int i = 0; i < lower.length(); i++) {
            if (Ascii.lower(text.at(from + i)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Bound here, where the next argument follows, or bound around here. */
    private void parameter(int end, boolean first) {
        int from = text.pos + "_xlpm.".length();
        if (from == end) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        if (first && frames.binds() && text.at(text.pastSpace(end)) == ',') {
            frames.bind(from, end);
        } else if (!frames.isBound(from, end)) {
            throw text.refuse(Reason.SYNTAX, text.pos);
        }
        text.copyTo(end);
    }

    private After functionAsValue(int end) {
        int from = text.pos + "_xleta.".length();
        boolean harmless = functions
                .rule(text.in, from, end)
                .filter(rule -> rule == FunctionRule.CALCULATES)
                .isPresent();
        if (!harmless) {
            throw text.refuse(Reason.FUNCTION, text.pos);
        }
        text.write("_xleta.");
        text.pos = from;
        text.copyUpperTo(end);
        return After.VALUE;
    }

    private boolean stands(String upper, int end) {
        if (end - text.pos != upper.length()) {
            return false;
        }
        for (int i = 0; i < upper.length(); i++) {
            if (Ascii.upper(text.in[text.pos + i]) != upper.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
