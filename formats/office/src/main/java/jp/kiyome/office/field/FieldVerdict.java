package jp.kiyome.office.field;

import java.util.Set;
import jp.kiyome.core.finding.Untrusted;

/** What the grammar says of one field's instruction. */
public sealed interface FieldVerdict {

    /**
     * The field stays with this instruction.
     *
     * @param name of the field, in upper case
     * @param instruction written anew, with a space at both ends as Word writes it; judged again it is the same. A nested field is
     *     still the character {@link FieldGrammar#NESTED}, as many and in the same order as came in
     * @param bookmarks named in it, which the caller may look up
     */
    record Allowed(String name, String instruction, Set<String> bookmarks) implements FieldVerdict {}

    /**
     * The field does more than a document needs, or is none. Its result stays as text.
     *
     * @param what the name or the place that decided, at most 80 characters
     */
    record Refused(Reason reason, Untrusted what) implements FieldVerdict {}

    /** Why a field was refused, with the code of the finding to report. */
    enum Reason {
        /** A field that {@code fields.allow} does not name. */
        FIELD("active.field"),
        /** Not the grammar of this field, or a switch that it may not have. */
        SYNTAX("active.field"),
        /** Holds another field where only literal text may stand. */
        NESTED("active.field"),
        /** Longer than any field is. */
        SIZE("active.field"),
        /** Asks another program. */
        DDE("active.dde"),
        /** Leads where a link may not. */
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
