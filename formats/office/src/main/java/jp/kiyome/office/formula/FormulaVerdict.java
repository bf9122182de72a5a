package jp.kiyome.office.formula;

import jp.kiyome.core.finding.Untrusted;

/** What the grammar says of one formula. */
public sealed interface FormulaVerdict {

    /**
     * The formula calculates from its own workbook alone, provided that the workbook has what it refers to.
     *
     * @param text the formula written anew, without an equals sign before it; judged again it is the same
     * @param references what the caller has yet to look up
     */
    record Allowed(String text, References references) implements FormulaVerdict {}

    /**
     * The formula does something else, or is none. The caller keeps the value that was calculated last.
     *
     * @param what the function, reference or place that decided, at most 80 characters
     */
    record Refused(Reason reason, Untrusted what) implements FormulaVerdict {}

    /** Why a formula was refused, with the code of the finding to report. */
    enum Reason {
        /** A function that {@code functions.allow} does not name, or a user's own. */
        FUNCTION("active.formula"),
        /** Not the grammar of formulas. */
        SYNTAX("active.formula"),
        /** Longer or deeper than Excel itself writes them. */
        SIZE("active.formula"),
        /** Names a cell, sheet or name of another workbook or of a path. */
        EXTERNAL_BOOK("active.external-book"),
        /** Asks another program: {@code program|topic!item}. */
        DDE("active.dde"),
        /** A link that leads somewhere else than a link may, or that is put together while calculating. */
        LINK("link.scheme");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
