package jp.kiyome.office.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.office.value.AllowLines;

/** The functions of {@code functions.allow}, found by a range of characters without making a string of it. Immutable. */
final class FunctionTable {

    private static final int SLOTS = 2048;

    private final String[] names = new String[SLOTS];
    private final FunctionRule[] rules = new FunctionRule[SLOTS];
    private int size;

    private FunctionTable() {
        Arrays.fill(names, "");
        Arrays.fill(rules, FunctionRule.CALCULATES);
    }

    static FunctionTable load() {
        FunctionTable table = new FunctionTable();
        for (List<String> words : AllowLines.of(FunctionTable.class, "functions.allow")) {
            FunctionRule rule = FunctionRule.named(words.getFirst());
            words.subList(1, words.size()).forEach(name -> table.add(name, rule));
        }
        return table;
    }

    private void add(String name, FunctionRule rule) {
        int slot = slot(name.toCharArray(), 0, name.length());
        if (!names[slot].isEmpty() || ++size > SLOTS / 2) {
            throw new IllegalStateException("named twice, or too many functions: " + name);
        }
        names[slot] = name;
        rules[slot] = rule;
    }

    /** The rule of the function with this name in any letter case. */
    Optional<FunctionRule> rule(char[] text, int from, int to) {
        int slot = slot(text, from, to);
        return names[slot].isEmpty() ? Optional.empty() : Optional.of(rules[slot]);
    }

    private int slot(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + Ascii.upper(text[i]);
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        while (!names[slot].isEmpty() && !matches(names[slot], text, from, to)) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static boolean matches(String name, char[] text, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Ascii.upper(text[i]) != name.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}
