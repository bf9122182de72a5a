package jp.kiyome.office.field;

import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.office.field.FieldVerdict.Reason;
import jp.kiyome.office.field.FieldVerdict.Refused;

/**
 * Judges the instruction of a field: the text of all its runs joined, whatever split them, with {@link #NESTED} in place of each
 * field that stood between (ECMA-376-1 §17.16).
 *
 * <p>Every instruction gets a verdict, nothing is thrown, and time and memory are linear in its length. No state: threads may
 * share everything here.
 */
public final class FieldGrammar {

    /** Stands in an instruction where another field was. */
    public static final char NESTED = '\uFFFC';

    /** Characters at most. */
    public static final int LONGEST = 16384;

    private static final FieldForms FORMS = FieldForms.load();
    private static final Set<String> DDE = Set.of("DDE", "DDEAUTO");

    private FieldGrammar() {}

    public static FieldVerdict judge(CharSequence instruction) {
        if (instruction.length() > LONGEST) {
            return new Refused(
                    Reason.SIZE, Untrusted.of(instruction.subSequence(0, 80).toString()));
        }
        try {
            return read(instruction.toString());
        } catch (NotAllowed refused) {
            return refused.verdict();
        }
    }

    private static FieldVerdict read(String instruction) {
        FieldLexer lexer = new FieldLexer(instruction);
        String name = lexer.name();
        Optional<FieldForm> form = FORMS.form(name);
        if (form.isEmpty()) {
            throw new NotAllowed(DDE.contains(name) ? Reason.DDE : Reason.FIELD, name);
        }
        return new FieldReader(name, form.get(), FORMS, lexer).read();
    }
}
