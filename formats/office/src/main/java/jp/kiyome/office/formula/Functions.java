package jp.kiyome.office.formula;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

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

    /** Whether a function only calculates; its name may begin as those do that are newer than their format. */
    public static boolean calculates(String name) {
        String bare = Ascii.lower(name);
        bare = bare.startsWith("_xlfn.") ? bare.substring(6) : bare;
        bare = bare.startsWith("_xlws.") ? bare.substring(6) : bare;
        return rule(bare).filter(rule -> rule == FunctionRule.CALCULATES).isPresent();
    }
}
