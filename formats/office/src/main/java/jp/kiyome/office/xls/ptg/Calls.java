package jp.kiyome.office.xls.ptg;

import java.util.Optional;
import java.util.function.IntFunction;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** Calls of functions ([MS-XLS] 2.5.198.61 PtgFunc, .62 PtgFuncVar). Not thread-safe. */
final class Calls {

    /** The number under which functions without one are called; their name is the first argument. */
    private static final int NAMED = 255;

    private final Operands operands;
    private final IntFunction<Optional<BuiltIn>> functions;
    private final int countBits;

    private Calls(Operands operands, IntFunction<Optional<BuiltIn>> functions, int countBits) {
        this.operands = operands;
        this.functions = functions;
        this.countBits = countBits;
    }

    /** Of workbooks of Excel 97 to 2003. */
    static Calls narrow(Operands operands) {
        return new Calls(operands, BuiltIn::numbered, 0x7F);
    }

    /** Of binary workbooks of Excel 2007 and later. */
    static Calls wide(Operands operands) {
        return new Calls(operands, BuiltIn::numberedSince2007, 0xFF);
    }

    /** A function that always has as many arguments. Empty, or what is not allowed. */
    String fixed(RecordInput in, RecordOutput out) {
        int number = in.u16();
        out.u16(number);
        Optional<BuiltIn> function = functions.apply(number).filter(known -> known.least() == known.most());
        return function.isEmpty()
                ? "function " + number
                : call(function.get(), function.get().most());
    }

    /** Any other. Empty, or what is not allowed. */
    String variable(RecordInput in, RecordOutput out) {
        int count = in.u8() & countBits;
        int number = in.u16();
        out.u8(count);
        out.u16(number);
        if (number == NAMED) {
            operands.callNamed(count);
            return operands.ok() ? "" : "function without a number";
        }
        // The highest bit stands for commands of macros, which no number here has.
        Optional<BuiltIn> function =
                functions.apply(number).filter(known -> count >= known.least() && count <= known.most());
        return function.isEmpty() ? "function " + number : call(function.get(), count);
    }

    private String call(BuiltIn function, int count) {
        boolean allowed =
                switch (function.rule()) {
                    case CALCULATES -> true;
                    case LINKS -> (operands.at(count - 1) & Operands.LINK) != 0;
                    case REFERS -> !anyBook(count);
                    case BINDS, BINDS_PAIRS -> false;
                };
        operands.combine(count);
        return allowed ? "" : function.name();
    }

    private boolean anyBook(int count) {
        for (int i = 0; i < count; i++) {
            if ((operands.at(i) & Operands.BOOK) != 0) {
                return true;
            }
        }
        return false;
    }
}
