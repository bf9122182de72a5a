package jp.kiyome.office.formula;

import jp.kiyome.core.finding.Untrusted;

/** Ends the reading of a formula. It never leaves this package, where it becomes a verdict. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FormulaVerdict.Refused verdict;

    NotAllowed(FormulaVerdict.Reason reason, String what) {
        super(null, null, false, false);
        this.verdict = new FormulaVerdict.Refused(reason, Untrusted.of(what));
    }

    FormulaVerdict.Refused verdict() {
        return verdict;
    }
}
