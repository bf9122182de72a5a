package jp.kiyome.pdf.font;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a Type 1 charstring (Adobe Type 1 Font Format, chapter 6) and writes the same outline as a Type 2 charstring, without hints.
 * Not thread-safe.
 */
final class Type1Charstring {

    private static final int DEEPEST = 10;
    private static final int MOST_STEPS = 100_000;

    private final Map<Integer, byte[]> subroutines;
    private final List<Double> stack = new ArrayList<>();
    private final List<Double> given = new ArrayList<>();
    private final List<double[]> flex = new ArrayList<>();
    private final FontOut out = new FontOut();
    private double width;
    private double startX;
    private double startY;
    private boolean widthWritten;
    private boolean flexing;
    private int steps;

    Type1Charstring(Map<Integer, byte[]> subroutines) {
        this.subroutines = subroutines;
    }

    byte[] outline(byte[] charstring) {
        if (!run(charstring, 0)) {
            end();
        }
        return out.toByteArray();
    }

    private boolean run(byte[] code, int depth) {
        if (depth > DEEPEST) {
            throw new FontBytes.Unreadable("subroutines");
        }
        FontBytes in = new FontBytes(code);
        while (in.more()) {
            if (++steps > MOST_STEPS || stack.size() > 64) {
                throw new FontBytes.Unreadable("steps");
            }
            int b = in.u8();
            if (b >= 32) {
                stack.add(number(in, b));
                continue;
            }
            if (b == 11) {
                return false;
            }
            if (operator(b, in, depth)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the glyph ends here. */
    private boolean operator(int b, FontBytes in, int depth) {
        switch (b) {
            case 10 -> {
                byte[] called = subroutines.get((int) pop());
                if (called == null) {
                    throw new FontBytes.Unreadable("subroutine");
                }
                return run(called, depth + 1);
            }
            case 14 -> {
                end();
                return true;
            }
            case 12 -> {
                return escaped(in.u8());
            }
            default -> drawn(b);
        }
        return false;
    }

    private void drawn(int b) {
        switch (b) {
            case 13 -> {
                startX = get(0);
                width = get(1);
            }
            case 21 -> move(get(0), get(1));
            case 22 -> move(get(0), 0);
            case 4 -> move(0, get(0));
            case 5 -> emit(5, get(0), get(1));
            case 6 -> emit(6, get(0));
            case 7 -> emit(7, get(0));
            case 8 -> emit(8, get(0), get(1), get(2), get(3), get(4), get(5));
            case 30 -> emit(8, 0, get(0), get(1), get(2), get(3), 0);
            case 31 -> emit(8, get(0), 0, get(1), get(2), 0, get(3));
            case 1, 3, 9 -> {}
            default -> throw new FontBytes.Unreadable("operator");
        }
        stack.clear();
    }

    private boolean escaped(int b) {
        switch (b) {
            case 0, 1, 2 -> stack.clear();
            case 6 -> {
                seac();
                return true;
            }
            case 7 -> {
                startX = get(0);
                startY = get(1);
                width = get(2);
                stack.clear();
            }
            case 12 -> {
                double divisor = pop();
                double value = pop();
                stack.add(divisor == 0 ? 0 : value / divisor);
            }
            case 16 -> otherSubroutine();
            case 17 -> stack.add(given.isEmpty() ? 0 : given.removeLast());
            case 33 -> stack.clear();
            default -> throw new FontBytes.Unreadable("operator");
        }
        return false;
    }

    /** The four that every Type 1 interpreter knows: flex, and a change of hints. */
    private void otherSubroutine() {
        int which = (int) pop();
        int count = (int) pop();
        given.clear();
        for (int i = 0; i < count; i++) {
            given.add(pop());
        }
        switch (which) {
            case 0 -> endFlex();
            case 1 -> {
                flexing = true;
                flex.clear();
            }
            default -> {}
        }
    }

    private void endFlex() {
        flexing = false;
        if (flex.size() != 7) {
            throw new FontBytes.Unreadable("flex");
        }
        double[] p = new double[14];
        for (int i = 0; i < 7; i++) {
            p[2 * i] = flex.get(i)[0];
            p[2 * i + 1] = flex.get(i)[1];
        }
        emit(8, p[0] + p[2], p[1] + p[3], p[4], p[5], p[6], p[7]);
        emit(8, p[8], p[9], p[10], p[11], p[12], p[13]);
        // The end point comes back for the setcurrentpoint that follows.
        given.clear();
        given.add(0.0);
        given.add(0.0);
    }

    private void move(double x, double y) {
        if (flexing) {
            flex.add(new double[] {x, y});
            return;
        }
        emit(21, x + startX, y + startY);
        startX = 0;
        startY = 0;
    }

    /** A letter and its accent: endchar with four operands says the same in Type 2 (Note 5177, appendix C). */
    private void seac() {
        double[] operands = {get(1), get(2), get(3), get(4)};
        double side = get(0);
        writeWidth();
        // The accent's place counts from the letter's origin; its own side bearing is in its outline already.
        write(operands[0] - side + startX);
        write(operands[1]);
        write(operands[2]);
        write(operands[3]);
        out.u8(14);
    }

    private void end() {
        writeWidth();
        out.u8(14);
    }

    private void emit(int operator, double... operands) {
        if (operator == 21) {
            writeWidth();
        } else if (!widthWritten) {
            emit(21, startX, startY);
            startX = 0;
            startY = 0;
        }
        for (double operand : operands) {
            write(operand);
        }
        out.u8(operator);
    }

    private void writeWidth() {
        if (!widthWritten) {
            widthWritten = true;
            write(width);
        }
    }

    private void write(double value) {
        if (!(Math.abs(value) < 32000)) {
            throw new FontBytes.Unreadable("number");
        }
        Type2Charstring.number(out, (int) Math.round(value * 65536));
    }

    private double get(int index) {
        if (index >= stack.size()) {
            throw new FontBytes.Unreadable("operands");
        }
        return stack.get(index);
    }

    private double pop() {
        if (stack.isEmpty()) {
            throw new FontBytes.Unreadable("operands");
        }
        return stack.removeLast();
    }

    private static double number(FontBytes in, int b) {
        if (b <= 246) {
            return b - 139;
        }
        if (b <= 250) {
            return (b - 247) * 256 + in.u8() + 108;
        }
        return b <= 254 ? -(b - 251) * 256 - in.u8() - 108 : (int) in.u32();
    }
}
