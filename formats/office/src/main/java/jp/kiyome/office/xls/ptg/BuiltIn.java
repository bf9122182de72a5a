package jp.kiyome.office.xls.ptg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.office.formula.FunctionRule;
import jp.kiyome.office.formula.Functions;
import jp.kiyome.office.value.AllowLines;

/**
 * A function that has a number ([MS-XLS] 2.5.198.17).
 *
 * @param least arguments
 * @param most arguments
 */
record BuiltIn(String name, int least, int most, FunctionRule rule) {

    /** How many arguments a function may have in Excel 97 to 2003, and since. */
    private static final int MOST = 30;

    private static final int MOST_SINCE_2007 = 255;

    private static final class Table {
        static final Map<Integer, BuiltIn> FUNCTIONS = load("ftab.allow");
        static final Map<Integer, BuiltIn> SINCE_2007 = load("ftab12.allow");
    }

    /** The function of a number; empty for one that no formula may call. */
    static Optional<BuiltIn> numbered(int number) {
        return Optional.ofNullable(Table.FUNCTIONS.get(number));
    }

    /** The same in workbooks of Excel 2007 and later ([MS-XLSB] 2.5.97.10), where more functions have numbers. */
    static Optional<BuiltIn> numberedSince2007(int number) {
        BuiltIn known = Table.FUNCTIONS.get(number);
        if (known == null) {
            return Optional.ofNullable(Table.SINCE_2007.get(number));
        }
        int most = known.most == MOST ? MOST_SINCE_2007 : known.most;
        return Optional.of(new BuiltIn(known.name, known.least, most, known.rule));
    }

    private static Map<Integer, BuiltIn> load(String file) {
        Map<Integer, BuiltIn> functions = new HashMap<>();
        for (List<String> words : AllowLines.of(BuiltIn.class, file)) {
            String name = words.get(1);
            FunctionRule rule = Functions.rule(name)
                    .orElseThrow(() -> new IllegalStateException("functions.allow does not have " + name));
            functions.put(
                    Integer.decode(words.getFirst()),
                    new BuiltIn(name, Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3)), rule));
        }
        return Map.copyOf(functions);
    }
}
