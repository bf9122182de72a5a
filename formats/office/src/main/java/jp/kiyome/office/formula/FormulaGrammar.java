package jp.kiyome.office.formula;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.office.formula.FormulaVerdict.Reason;
import jp.kiyome.office.formula.FormulaVerdict.Refused;

/**
 * Judges formulas of cells, defined names, conditional formats, data validations and charts, in A1 style and in English, as files
 * hold them whatever language Excel speaks (ECMA-376-1 §18.17; [MS-XLSX] 2.2.2 for what came later).
 *
 * <p>Every formula gets a verdict, nothing is thrown, and time and memory are linear in its length. Keeps buffers and a small
 * cache: one for each thread.
 */
public final class FormulaGrammar {

    /** Characters at most, as in Excel. */
    public static final int LONGEST = 8192;

    private static final FunctionTable FUNCTIONS = FunctionTable.load();

    private final FormulaParser parser;
    private final VerdictCache cache = new VerdictCache();

    private FormulaGrammar(Set<String> lambdas) {
        this.parser = new FormulaParser(FUNCTIONS, lambdas);
    }

    /** The functions of {@code functions.allow} and no others. */
    public static FormulaGrammar excel() {
        return new FormulaGrammar(Set.of());
    }

    /**
     * Also calls of named lambdas.
     *
     * @param lambdas defined names of this workbook whose own formula was allowed and is a {@code LAMBDA}
     */
    public static FormulaGrammar calling(Set<String> lambdas) {
        return new FormulaGrammar(
                lambdas.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(toUnmodifiableSet()));
    }

    public FormulaVerdict judge(CharSequence formula) {
        if (formula.length() > LONGEST) {
            return new Refused(
                    Reason.SIZE, Untrusted.of(formula.subSequence(0, 80).toString()));
        }
        String text = formula.toString();
        Optional<FormulaVerdict> known = cache.find(text);
        if (known.isPresent()) {
            return known.get();
        }
        FormulaVerdict verdict = read(text);
        cache.keep(text, verdict);
        return verdict;
    }

    private FormulaVerdict read(String text) {
        try {
            return parser.parse(text);
        } catch (NotAllowed refused) {
            return refused.verdict();
        }
    }
}
