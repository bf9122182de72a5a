package jp.kiyome.cad.dxf.keep;

import java.util.Optional;
import jp.kiyome.cad.dxf.pairs.GroupKind;
import jp.kiyome.cad.dxf.pairs.Numbers;
import jp.kiyome.cad.dxf.rules.Check;
import jp.kiyome.cad.dxf.rules.Rule;

/**
 * Judges values by their rules. Immutable.
 *
 * @param references whether bare names of pictures, underlays and drawings elsewhere stay
 */
record Values(boolean references) {

    private static final int NAME = 255;

    Outcome judge(Rule rule, int code, String value) {
        return switch (rule.check()) {
            case NUMBER -> number(code, value);
            case REF, NEED, LIST -> number(code, value);
            case TEXT -> text(value);
            case NAME -> named(value, false);
            case LABEL, DRAWN -> named(value, true);
            case BLOCK -> named(value, false);
            case BARE -> bare(value);
            case FONT -> font(value);
            case IMAGE, UNDERLAY -> file(rule.check(), value);
            case XREF -> value.isBlank() ? new Outcome.Kept("") : drawing(value);
            case NONE -> value.isBlank() ? new Outcome.Kept("") : new Outcome.Mended("", "dxf.path");
            case WORD ->
                rule.words().contains(value.strip()) ? new Outcome.Kept(value.strip()) : new Outcome.Gone("dxf.value");
        };
    }

    static Outcome number(int code, String value) {
        GroupKind kind = GroupKind.of(code).orElseThrow();
        Optional<String> number = Numbers.canonical(kind, value);
        if (number.isPresent()) {
            return new Outcome.Kept(number.get());
        }
        return new Outcome.Ruined("dxf.value");
    }

    private static Outcome text(String value) {
        DrawnText text = DrawnText.of(value);
        return text.codes().isEmpty()
                ? new Outcome.Kept(value)
                : new Outcome.Mended(text.text(), text.codes().getFirst());
    }

    /** Some programs put blanks around names; readers take them off. */
    private static Outcome named(String value, boolean mayBeEmpty) {
        String name = DrawnText.withoutControls(value).strip();
        if (name.length() > NAME || name.isEmpty() && !mayBeEmpty) {
            return new Outcome.Ruined("dxf.value");
        }
        return name.equals(value.strip()) ? new Outcome.Kept(name) : new Outcome.Mended(name, "dxf.control");
    }

    private static Outcome bare(String value) {
        String given = value.strip();
        String name = FileNames.withoutPath(given);
        return name.equals(given) ? named(given, true) : new Outcome.Mended(name, "dxf.path");
    }

    private static Outcome font(String value) {
        String name = FileNames.allowed(Check.FONT, value);
        return name.equals(value.strip()) ? new Outcome.Kept(name) : new Outcome.Mended(name, "dxf.path");
    }

    private Outcome file(Check kind, String value) {
        if (!references) {
            return new Outcome.Ruined("dxf.reference");
        }
        String name = FileNames.allowed(kind, value);
        if (name.isEmpty()) {
            return new Outcome.Ruined("dxf.reference");
        }
        return name.equals(value.strip()) ? new Outcome.Kept(name) : new Outcome.Mended(name, "dxf.path");
    }

    private Outcome drawing(String value) {
        if (!references) {
            return new Outcome.Mended("", "dxf.reference");
        }
        String name = FileNames.allowed(Check.XREF, value);
        return name.equals(value.strip())
                ? new Outcome.Kept(name)
                : new Outcome.Mended(name, name.isEmpty() ? "dxf.reference" : "dxf.path");
    }
}
