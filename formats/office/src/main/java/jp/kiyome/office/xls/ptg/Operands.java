package jp.kiyome.office.xls.ptg;

import java.util.Arrays;

/** What lies on the stack while a formula is calculated, as far as it matters. Not thread-safe. */
final class Operands {

    /** The name of a function, which only a call may take. */
    static final int FUNCTION = 1;

    /** A text that names another workbook, or something made of one. */
    static final int BOOK = 2;

    /** A literal text that is an allowed target of a link. */
    static final int LINK = 4;

    private static final int DEEPEST = 1024;

    private int[] kinds = new int[16];
    private int size;
    private boolean ok = true;

    void clear() {
        size = 0;
        ok = true;
    }

    /** Whether nothing was missing so far. */
    boolean ok() {
        return ok;
    }

    int size() {
        return size;
    }

    void push(int kind) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        ok &= size < DEEPEST;
        if (ok) {
            kinds[size++] = kind;
        }
    }

    /** What lies so deep; 0 is the top. */
    int at(int depth) {
        ok &= depth < size;
        return ok ? kinds[size - 1 - depth] : 0;
    }

    /** Takes operands that may be no function, and leaves what is made of them. */
    void combine(int count) {
        if (count > size) {
            ok = false;
            return;
        }
        int kind = 0;
        for (int i = 0; i < count; i++) {
            kind |= kinds[--size];
        }
        ok &= (kind & FUNCTION) == 0;
        push(kind & BOOK);
    }

    /** Takes the name of a function from below its arguments. */
    void callNamed(int count) {
        if (count < 1 || count > size || (at(count - 1) & FUNCTION) == 0) {
            ok = false;
            return;
        }
        kinds[size - count] = 0;
        combine(count);
    }

    /** Whether one operand is left, and a value. */
    boolean oneValue() {
        return ok && size == 1 && (kinds[0] & FUNCTION) == 0;
    }
}
