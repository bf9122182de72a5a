package jp.kiyome.pdf.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.field.FieldText;

/** The value of a text or choice field in the words that a reader shows (ISO 32000-2, 12.7.5.3 and 12.7.5.4). */
record FieldValue(Cos value, Cos options, boolean list) {

    private static final int COMBO = 1 << 17;

    /** Takes {@code flags}: the field's; {@code choice} whether it is a choice field */
    static FieldValue of(Cos value, Cos options, boolean choice, int flags) {
        return new FieldValue(value, choice ? options : Cos.NULL, choice && (flags & COMBO) == 0);
    }

    boolean isEmpty() {
        return shown().stream().allMatch(String::isBlank);
    }

    /** One text for each thing chosen. */
    List<String> shown() {
        List<Cos> chosen = value instanceof Cos.Arr all ? all.items() : List.of(value);
        List<String> shown = new ArrayList<>();
        for (Cos one : chosen) {
            text(one).ifPresent(text -> shown.add(shown(text)));
        }
        return shown;
    }

    /** Also where the drawing has question marks because its font has no glyphs for what the value says. */
    boolean isDrawnBy(String drawn) {
        if (list) {
            return shown().stream().allMatch(text -> FieldText.shows(drawn, text));
        }
        String said = String.join("\n", shown());
        return FieldText.alike(drawn, said) || FieldText.alike(drawn, FieldText.withQuestionMarks(said));
    }

    /** The value of a field that shows this text: what the options export for it. */
    Cos meaning(String drawn) {
        for (Cos option : choices()) {
            if (option instanceof Cos.Arr pair
                    && text(pair.get(1))
                            .filter(text -> FieldText.alike(text, drawn))
                            .isPresent()) {
                return pair.get(0);
            }
        }
        return TextStrings.of(drawn);
    }

    private String shown(String exported) {
        for (Cos option : choices()) {
            if (option instanceof Cos.Arr pair
                    && text(pair.get(0)).filter(exported::equals).isPresent()) {
                return text(pair.get(1)).orElse(exported);
            }
        }
        return exported;
    }

    private List<Cos> choices() {
        return options instanceof Cos.Arr all ? all.items() : List.of();
    }

    private static Optional<String> text(Cos value) {
        return switch (value) {
            case Cos.Str string -> Optional.of(TextStrings.text(string));
            case Cos.Name name -> Optional.of(name.text());
            default -> Optional.empty();
        };
    }
}
