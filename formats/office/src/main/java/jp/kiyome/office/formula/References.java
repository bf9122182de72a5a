package jp.kiyome.office.formula;

import java.util.Set;

/**
 * What a formula refers to by name. Whether the workbook has it, and whether that is itself harmless, the caller knows: a
 * defined name may stand for a macro, and {@code Book2.xlsx!Total} looks like a sheet of that name. A formula with a sheet, name
 * or table that the workbook does not have is to be treated as refused.
 *
 * <p>Names are as they were written, in the order they came; Excel compares them without regard to letter case.
 *
 * @param sheets without quotes; both ends of a span of sheets
 * @param names defined names, and named lambdas that are called
 * @param tables tables of structured references
 * @param spans whether a reference reaches over several sheets ({@code Sheet1:Sheet3!A1}), which means those between, too
 */
public record References(Set<String> sheets, Set<String> names, Set<String> tables, boolean spans) {

    static final References NONE = new References(Set.of(), Set.of(), Set.of(), false);

    public boolean isEmpty() {
        return sheets.isEmpty() && names.isEmpty() && tables.isEmpty();
    }
}
