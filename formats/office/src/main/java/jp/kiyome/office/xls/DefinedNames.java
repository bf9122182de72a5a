package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.ptg.Formula;
import jp.kiyome.office.xls.ptg.TokenCopy;
import jp.kiyome.office.xls.ptg.TokenScope;

/** The defined names of a workbook. One whose formula names one that goes, goes too. Not thread-safe. */
final class DefinedNames {

    /** Flags that may stay. */
    private static final int FLAGS = DefinedName.HIDDEN | DefinedName.COMPLEX | DefinedName.BUILT_IN;

    private static final int FUNCTION_FLAGS =
            DefinedName.HIDDEN | DefinedName.FUNCTION | DefinedName.VISUAL_BASIC | DefinedName.PROCEDURE;

    private final List<DefinedName> names = new ArrayList<>();
    private final List<Formula> formulas = new ArrayList<>();
    private int[] numbers = {};

    void add(DefinedName name) {
        names.add(name);
    }

    /** Settles which stay, as far as they do not depend on each other; then until none goes any more. */
    void settle(TokenCopy tokens, SheetList sheets, Told told) {
        numbers = new int[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        for (int i = 0; i < numbers.length; i++) {
            DefinedName name = names.get(i);
            if (name.refused().isPresent()) {
                go(i, name.refused().get(), told);
            } else if (name.sheet() > 0 && sheets.number(name.sheet() - 1) < 0) {
                go(i, "structure.dangling-name", told);
            }
        }
        boolean changed = true;
        while (changed) {
            told.session().budget().checkTime();
            changed = false;
            for (int i = 0; i < numbers.length; i++) {
                changed |= stays(i) && !names.get(i).isFunction() && goesNow(i, tokens, told);
            }
        }
        number(tokens, told);
    }

    private boolean goesNow(int index, TokenCopy tokens, Told told) {
        return switch (formula(index, tokens)) {
            case Formula.Kept kept -> false;
            case Formula.Refused(String code, String detail) -> {
                go(index, code, told);
                yield true;
            }
        };
    }

    private Formula formula(int index, TokenCopy tokens) {
        DefinedName name = names.get(index);
        return tokens.copy(name.tokens(), RecordInput.of(name.extra()));
    }

    private void go(int index, String code, Told told) {
        numbers[index] = TokenScope.GONE;
        told.removed(code, "Lbl", names.get(index).shown());
    }

    private boolean stays(int index) {
        return numbers[index] != TokenScope.GONE;
    }

    /** Numbers those that stay, and writes their formulas once more with these. */
    private void number(TokenCopy tokens, Told told) {
        int next = 1;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = stays(i) ? next++ : TokenScope.GONE;
        }
        for (int i = 0; i < numbers.length; i++) {
            boolean own = stays(i) && !names.get(i).isFunction();
            Formula formula = own ? formula(i, tokens) : new Formula.Kept(new byte[0], new byte[0]);
            formulas.add(formula);
            // Texts for menus and help stand there.
            if (stays(i) && formula instanceof Formula.Kept kept && names.get(i).extra().length > kept.extra().length) {
                told.removed("xls.record-tail", "Lbl", names.get(i).shown());
            }
        }
    }

    /** The new number of a name, counted from 1; -1 for none. */
    int number(int old) {
        return old > 0 && old <= numbers.length ? numbers[old - 1] : TokenScope.GONE;
    }

    boolean isFunction(int old) {
        return old > 0 && old <= names.size() && names.get(old - 1).isFunction();
    }

    void write(SheetList sheets, RecordOutput out) {
        for (int i = 0; i < numbers.length; i++) {
            if (stays(i) && formulas.get(i) instanceof Formula.Kept formula) {
                write(names.get(i), formula, sheets, out);
            }
        }
    }

    private static void write(DefinedName name, Formula.Kept formula, SheetList sheets, RecordOutput out) {
        int begun = out.begin(Biff.NAME);
        out.u16(name.isFunction() ? FUNCTION_FLAGS : name.flags() & FLAGS);
        out.u8(0);
        out.u8(name.name().length());
        out.u16(formula.tokens().length);
        out.u16(0);
        out.u16(name.sheet() == 0 ? 0 : sheets.number(name.sheet() - 1) + 1);
        out.zeros(4);
        out.string(name.name());
        out.bytes(formula.tokens());
        out.bytes(formula.extra());
        out.end(begun);
    }
}
