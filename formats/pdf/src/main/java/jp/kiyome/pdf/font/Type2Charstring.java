package jp.kiyome.pdf.font;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a Type 2 charstring (Adobe Technical Note 5177) as far as its operators go and writes them in a row, subroutines in their place.
 * Not thread-safe.
 */
final class Type2Charstring {

    private static final int DEEPEST = 10;
    private static final int MOST_OPERANDS = 192;
    private static final int MOST_STEPS = 100_000;

    private final List<byte[]> global;
    private final List<byte[]> local;
    private final List<Integer> stack = new ArrayList<>();
    private final FontOut out = new FontOut();
    private int stems;
    private int steps;

    Type2Charstring(List<byte[]> global, List<byte[]> local) {
        this.global = global;
        this.local = local;
    }

    byte[] flattened(byte[] charstring) {
        if (!run(charstring, 0)) {
            emit(14);
        }
        return out.toByteArray();
    }

    /** True when the glyph has ended. */
    private boolean run(byte[] code, int depth) {
        if (depth > DEEPEST) {
            throw new FontBytes.Unreadable("subroutines");
        }
        FontBytes in = new FontBytes(code);
        while (in.more()) {
            if (++steps > MOST_STEPS) {
                throw new FontBytes.Unreadable("steps");
            }
            int b = in.u8();
            if (b >= 32 || b == 28) {
                push(number(in, b));
                continue;
            }
            switch (b) {
                case 1, 3, 18, 23 -> stems(b);
                case 19, 20 -> {
                    stems += stack.size() / 2;
                    emit(b);
                    out.bytes(in.bytes((stems + 7) / 8));
                }
                case 10, 29 -> {
                    if (run(subroutine(b == 10 ? local : global), depth + 1)) {
                        return true;
                    }
                }
                case 11 -> {
                    return false;
                }
                case 14 -> {
                    emit(14);
                    return true;
                }
                case 12 -> escaped(in.u8());
                default -> drawn(b, operands(b, stack.size()));
            }
        }
        return false;
    }

    /** Whether an operator that draws can take so many operands (Note 5177, 4.1). */
    private static boolean operands(int operator, int count) {
        return switch (operator) {
            case 21 -> count >= 2;
            case 4, 6, 7, 22 -> count >= 1;
            case 5 -> count >= 2 && count % 2 == 0;
            case 8 -> count >= 6 && count % 6 == 0;
            case 24 -> count >= 8 && count % 6 == 2;
            case 25 -> count >= 8 && count % 2 == 0;
            case 26, 27, 30, 31 -> count >= 4 && count % 4 <= 1;
            default -> throw new FontBytes.Unreadable("operator");
        };
    }

    private byte[] subroutine(List<byte[]> all) {
        int bias = all.size() < 1240 ? 107 : all.size() < 33900 ? 1131 : 32768;
        int index = (pop() >> 16) + bias;
        if (index < 0 || index >= all.size()) {
            throw new FontBytes.Unreadable("subroutine");
        }
        return all.get(index);
    }

    private void stems(int operator) {
        stems += stack.size() / 2;
        if (stems > 96) {
            throw new FontBytes.Unreadable("stems");
        }
        emit(operator);
    }

    private void drawn(int operator, boolean fits) {
        if (!fits) {
            throw new FontBytes.Unreadable("operands");
        }
        emit(operator);
    }

    private void escaped(int operator) {
        switch (operator) {
            case 34, 35, 36, 37 -> {
                int wanted = operator == 34 ? 7 : operator == 35 ? 13 : operator == 36 ? 9 : 11;
                if (stack.size() != wanted) {
                    throw new FontBytes.Unreadable("operands");
                }
                stack.forEach(value -> number(out, value));
                stack.clear();
                out.u8(12).u8(operator);
            }
            // Note 5177, appendix C: dotsection of older fonts is passed over.
            case 0 -> stack.clear();
            case 9 -> push(Math.abs(pop()));
            case 10 -> push(pop() + pop());
            case 11 -> push(-pop() + pop());
            case 12 -> {
                long divisor = pop();
                long value = pop();
                push(divisor == 0 ? 0 : (int) ((value << 16) / divisor));
            }
            case 14 -> push(-pop());
            case 18 -> pop();
            case 24 -> push((int) ((long) pop() * pop() >> 16));
            default -> throw new FontBytes.Unreadable("operator");
        }
    }

    private void push(int value) {
        if (stack.size() == MOST_OPERANDS) {
            throw new FontBytes.Unreadable("operands");
        }
        stack.add(value);
    }

    private int pop() {
        if (stack.isEmpty()) {
            throw new FontBytes.Unreadable("operands");
        }
        return stack.removeLast();
    }

    private void emit(int operator) {
        stack.forEach(value -> number(out, value));
        stack.clear();
        out.u8(operator);
    }

    private static int number(FontBytes in, int b) {
        if (b == 28) {
            return in.s16() << 16;
        }
        if (b <= 246) {
            return b - 139 << 16;
        }
        if (b <= 250) {
            return (b - 247) * 256 + in.u8() + 108 << 16;
        }
        return b <= 254 ? -(b - 251) * 256 - in.u8() - 108 << 16 : (int) in.u32();
    }

    /** Takes {@code value}: sixteen bits before and sixteen behind the point */
    static void number(FontOut out, int value) {
        int whole = value >> 16;
        if ((value & 0xFFFF) != 0) {
            out.u8(255).u32(value);
        } else if (whole >= -107 && whole <= 107) {
            out.u8(whole + 139);
        } else if (whole >= 108 && whole <= 1131) {
            out.u8((whole - 108 >> 8) + 247).u8(whole - 108);
        } else if (whole >= -1131 && whole <= -108) {
            out.u8((-whole - 108 >> 8) + 251).u8(-whole - 108);
        } else {
            out.u8(28).u16(whole);
        }
    }
}
