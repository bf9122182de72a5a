package jp.kiyome.office.formula;

import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.formula.FormulaVerdict.Reason;

/**
 * The parentheses and calls that are open, and the names that {@code LET} and {@code LAMBDA} have bound in them.
 */
final class Frames {

    /** Open at once at most; Excel itself writes 64. */
    static final int DEEPEST = 256;

    enum Kind {
        PARENTHESIS,
        CALL,
        /** A call whose value may be called in turn. */
        MAKES_LAMBDA,
        REFERS,
        BINDS,
        BINDS_PAIRS
    }

    private static final int MOST_BOUND = 1024;

    private final Kind[] kinds = new Kind[DEEPEST];
    private final int[] arguments = new int[DEEPEST];
    private final int[] boundBefore = new int[DEEPEST];
    private final int[] boundFrom = new int[MOST_BOUND];
    private final int[] boundTo = new int[MOST_BOUND];
    private final FormulaText text;
    private int depth;
    private int bound;

    Frames(FormulaText text) {
        this.text = text;
    }

    void clear() {
        depth = 0;
        bound = 0;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    void open(Kind kind) {
        if (depth == DEEPEST) {
            throw text.refuse(Reason.SIZE, text.pos);
        }
        kinds[depth] = kind;
        arguments[depth] = 0;
        boundBefore[depth] = bound;
        depth++;
    }

    Kind close() {
        depth--;
        bound = boundBefore[depth];
        return kinds[depth];
    }

    boolean inCall() {
        return depth > 0 && kinds[depth - 1] != Kind.PARENTHESIS;
    }

    boolean inside(Kind kind) {
        return depth > 0 && kinds[depth - 1] == kind;
    }

    void nextArgument() {
        arguments[depth - 1]++;
    }

    /** Whether a name at the beginning of this argument would be bound here. */
    boolean binds() {
        return inside(Kind.BINDS) || (inside(Kind.BINDS_PAIRS) && arguments[depth - 1] % 2 == 0);
    }

    void bind(int from, int to) {
        if (bound == MOST_BOUND) {
            throw text.refuse(Reason.SIZE, from);
        }
        boundFrom[bound] = from;
        boundTo[bound] = to;
        bound++;
    }

    boolean isBound(int from, int to) {
        for (int i = bound - 1; i >= 0; i--) {
            if (same(boundFrom[i], boundTo[i], from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean same(int from, int to, int otherFrom, int otherTo) {
        if (to - from != otherTo - otherFrom) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (Ascii.lower(text.in[from + i]) != Ascii.lower(text.in[otherFrom + i])) {
                return false;
            }
        }
        return true;
    }
}
