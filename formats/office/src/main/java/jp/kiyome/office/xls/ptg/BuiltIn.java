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

    private static final class Table {
        static final Map<Integer, BuiltIn> FUNCTIONS = load();
    }

    /** The function of a number; empty for one that no formula may call. */
    static Optional<BuiltIn> numbered(int number) {
        return Optional.ofNullable(Table.FUNCTIONS.get(number));
    }

    private static Map<Integer, BuiltIn> load() {
        Map<Integer, BuiltIn> functions = new HashMap<>();
        for (List<String> words : AllowLines.of(BuiltIn.class, "ftab.allow")) {
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
