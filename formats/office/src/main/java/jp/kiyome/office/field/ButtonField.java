package jp.kiyome.office.field;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that is a button: what it shows stands in its instruction, behind what a double click would do (ECMA-376-1 §17.16.5.22
 * GOTOBUTTON, §17.16.5.31 MACROBUTTON).
 *
 * @param from where the text shown begins in the instruction
 * @param to where it ends
 */
public record ButtonField(int from, int to) {

    private static final Pattern BUTTON =
            Pattern.compile("\\s*+(?i:MACROBUTTON|GOTOBUTTON)\\s++(?:\"[^\"]*+\"|\\S++)\\s++(\\S.*)", Pattern.DOTALL);

    /** The button that an instruction is; empty for other fields, and for buttons that show nothing. */
    public static Optional<ButtonField> of(CharSequence instruction) {
        if (instruction.length() > FieldGrammar.LONGEST) {
            return Optional.empty();
        }
        Matcher button = BUTTON.matcher(instruction);
        return button.matches()
                ? Optional.of(new ButtonField(
                        button.start(1),
                        button.start(1) + button.group(1).stripTrailing().length()))
                : Optional.empty();
    }
}
