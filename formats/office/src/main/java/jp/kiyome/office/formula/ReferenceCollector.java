package jp.kiyome.office.formula;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers {@link References} while a formula is read; most formulas have none and cost nothing. */
final class ReferenceCollector {

    private Set<String> sheets = Set.of();
    private Set<String> names = Set.of();
    private Set<String> tables = Set.of();
    private boolean spans;

    void clear() {
        sheets = Set.of();
        names = Set.of();
        tables = Set.of();
        spans = false;
    }

    void sheet(String name) {
        sheets = with(sheets, name);
    }

    void name(String name) {
        names = with(names, name);
    }

    void table(String name) {
        tables = with(tables, name);
    }

    void span() {
        spans = true;
    }

    References collected() {
        if (sheets.isEmpty() && names.isEmpty() && tables.isEmpty()) {
            return References.NONE;
        }
        return new References(fixed(sheets), fixed(names), fixed(tables), spans);
    }

    private static Set<String> with(Set<String> set, String name) {
        if (set.contains(name)) {
            return set;
        }
        if (set.isEmpty()) {
            return Set.of(name);
        }
        Set<String> more = set.size() == 1 ? new LinkedHashSet<>(set) : set;
        more.add(name);
        return more;
    }

    private static Set<String> fixed(Set<String> set) {
        return set.size() < 2 ? set : Collections.unmodifiableSet(set);
    }
}
