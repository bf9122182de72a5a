package jp.kiyome.office.xlsb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.ptg.Formula;
import jp.kiyome.office.xls.ptg.TokenScope;

/** The defined names of a workbook. One whose formula names one that goes, goes too. Not thread-safe. */
final class DefinedNames {

    /** Flags that may stay. */
    private static final int FLAGS = DefinedName.HIDDEN | DefinedName.COMPLEX | DefinedName.BUILT_IN;

    private static final int FUNCTION_FLAGS = DefinedName.HIDDEN
            | DefinedName.FUNCTION
            | DefinedName.VISUAL_BASIC
            | DefinedName.PROCEDURE
            | DefinedName.FUTURE;

    private static final int WHOLE_BOOK = -1;

    private final List<DefinedName> names = new ArrayList<>();
    private final Map<Integer, Formula.Kept> formulas = new HashMap<>();
    private final Map<Integer, Formula.Refused> refused = new HashMap<>();
    private int[] numbers = {};

    void add(DefinedName name) {
        names.add(name);
    }

    int size() {
        return names.size();
    }

    /** Settles which stay, as far as they do not depend on each other; then until none goes any more. */
    void settle(Book book, Budget budget) {
        numbers = new int[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            DefinedName name = names.get(i);
            if (name.refused().isPresent()) {
                refused.put(i, new Formula.Refused(name.refused().get(), ""));
            } else if (name.sheet() != WHOLE_BOOK && !book.sheets().stays(name.sheet())) {
                refused.put(i, new Formula.Refused("structure.dangling-name", ""));
            }
        }
        for (int before = -1; before != refused.size(); ) {
            budget.checkTime();
            before = refused.size();
            number();
            for (int i = 0; i < numbers.length; i++) {
                if (!refused.containsKey(i) && !names.get(i).isFunction()) {
                    judge(i, book);
                }
            }
        }
    }

    private void number() {
        int next = 1;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = refused.containsKey(i) ? TokenScope.GONE : next++;
        }
    }

    private void judge(int index, Book book) {
        DefinedName name = names.get(index);
        switch (book.formula(name.tokens(), name.extra())) {
            case Formula.Kept kept -> formulas.put(index, kept);
            case Formula.Refused why -> refused.put(index, why);
        }
    }

    /** The new number of a name, counted from 1; {@link TokenScope#GONE} for one that goes. */
    int number(int old) {
        return old > 0 && old <= numbers.length ? numbers[old - 1] : TokenScope.GONE;
    }

    boolean isFunction(int old) {
        return old > 0 && old <= names.size() && names.get(old - 1).isFunction();
    }

    /** The names that stay, folded. */
    Set<String> kept() {
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < numbers.length; i++) {
            if (!refused.containsKey(i)) {
                kept.add(names.get(i).name().toLowerCase(Locale.ROOT));
            }
        }
        return kept;
    }

    /** Writes the data of a name, or tells why it goes. */
    boolean copy(int index, Part part, RecordOutput out) {
        DefinedName name = names.get(index);
        Formula.Refused why = refused.get(index);
        if (why != null) {
            part.removed(why.code(), name.name());
            return false;
        }
        Formula.Kept formula = formulas.getOrDefault(index, new Formula.Kept(new byte[0], new byte[0]));
        out.i32(name.isFunction() ? FUNCTION_FLAGS : name.flags() & FLAGS);
        out.u8(0);
        out.i32(name.sheet() == WHOLE_BOOK ? WHOLE_BOOK : part.book().sheets().number(name.sheet()));
        Texts.write(out, name.name());
        Fields.write(new byte[][] {formula.tokens(), formula.extra()}, out);
        if (name.comment().isPresent()) {
            Texts.write(out, name.comment().get());
        } else {
            out.i32(-1);
        }
        if (name.isFunction()) {
            out.i32(-1);
            out.i32(-1);
            out.i32(-1);
            out.i32(-1);
        }
        return true;
    }
}
