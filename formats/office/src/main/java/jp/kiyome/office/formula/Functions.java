package jp.kiyome.office.formula;

import java.util.Optional;

/** The functions of {@code functions.allow} by name, for formulas that are not text. Stateless. */
public final class Functions {

    private Functions() {}

    private static final class Loaded {
        static final FunctionTable TABLE = FunctionTable.load();
    }

    /** What is to be checked of a call of the function with this name, in any letter case; empty for one that is not allowed. */
    public static Optional<FunctionRule> rule(String name) {
        char[] text = name.toCharArray();
        return Loaded.TABLE.rule(text, 0, text.length);
    }
}
