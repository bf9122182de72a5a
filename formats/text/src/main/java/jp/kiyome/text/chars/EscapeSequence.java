package jp.kiyome.text.chars;

/**
 * The rest of a control sequence of a terminal (ECMA-48 section 5.4 and 5.6): colours, cursor moves, window titles. It goes with
 * the ESC that begins it, since without it its parameters would be read as text. A line end or a control ends it in any case.
 */
final class EscapeSequence {

    private static final int LONGEST = 256;

    private enum State {
        CLOSED,
        BEGUN,
        INTERMEDIATE,
        PARAMETERS,
        STRING
    }

    private State state = State.CLOSED;
    private int length;

    boolean open() {
        return state != State.CLOSED;
    }

    /** @param introducer ESC, or CSI in one character */
    void begin(int introducer) {
        state = introducer == 0x1B ? State.BEGUN : State.PARAMETERS;
        length = 0;
    }

    /** Whether the character belongs to the sequence, and goes. */
    boolean takes(int point) {
        boolean ends = point < 0x20 && point != 0x07 || point > 0x7E && state != State.STRING || ++length > LONGEST;
        if (ends) {
            state = State.CLOSED;
            return false;
        }
        switch (state) {
            case BEGUN -> state = afterEscape(point);
            case INTERMEDIATE -> state = point >= 0x30 ? State.CLOSED : State.INTERMEDIATE;
            case PARAMETERS -> state = point >= 0x40 ? State.CLOSED : State.PARAMETERS;
            case STRING -> state = point == 0x07 ? State.CLOSED : State.STRING;
            case CLOSED -> {
                return false;
            }
        }
        return true;
    }

    private static State afterEscape(int point) {
        if (point == '[') {
            return State.PARAMETERS;
        }
        if (point == ']' || point == 'P' || point == 'X' || point == '^' || point == '_') {
            return State.STRING;
        }
        // Intermediate bytes, as in designations of charsets, stand before the final one.
        return point < 0x30 ? State.INTERMEDIATE : State.CLOSED;
    }
}
