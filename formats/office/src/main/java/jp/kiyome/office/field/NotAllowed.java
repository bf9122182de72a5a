package jp.kiyome.office.field;

import jp.kiyome.core.finding.Untrusted;

/** Ends the reading of an instruction. It never leaves this package, where it becomes a verdict. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    private final transient FieldVerdict.Refused verdict;

    NotAllowed(FieldVerdict.Reason reason, String what) {
        super(null, null, false, false);
        this.verdict =
                new FieldVerdict.Refused(reason, Untrusted.of(what.substring(0, Math.min(what.length(), SHOWN))));
    }

    FieldVerdict.Refused verdict() {
        return verdict;
    }
}
