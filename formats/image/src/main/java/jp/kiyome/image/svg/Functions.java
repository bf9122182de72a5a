package jp.kiyome.image.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions whose arguments are numbers: of CSS Transforms 1 §13 and Filter Effects 1 §8. Stateless. */
final class Functions {

    private record Arity(int least, int most) {}

    /** In the spelling of SVG, by the lower-case form that CSS knows. */
    private static final Map<String, String> SPELLING = Map.of(
            "skewx",
            "skewX",
            "skewy",
            "skewY",
            "translatex",
            "translateX",
            "translatey",
            "translateY",
            "scalex",
            "scaleX",
            "scaley",
            "scaleY");

    private static final Map<String, Arity> TRANSFORMS = Map.of(
            "matrix", new Arity(6, 6),
            "translate", new Arity(1, 2),
            "translatex", new Arity(1, 1),
            "translatey", new Arity(1, 1),
            "scale", new Arity(1, 2),
            "scalex", new Arity(1, 1),
            "scaley", new Arity(1, 1),
            "rotate", new Arity(1, 3),
            "skewx", new Arity(1, 1),
            "skewy", new Arity(1, 1));

    private static final Map<String, Arity> FILTERS = Map.of(
            "blur", new Arity(0, 1),
            "brightness", new Arity(0, 1),
            "contrast", new Arity(0, 1),
            "grayscale", new Arity(0, 1),
            "hue-rotate", new Arity(0, 1),
            "invert", new Arity(0, 1),
            "opacity", new Arity(0, 1),
            "saturate", new Arity(0, 1),
            "sepia", new Arity(0, 1));

    private Functions() {}

    static Optional<String> transform(Component.Call call, Set<String> angles, Set<String> lengths) {
        return written(call, TRANSFORMS, angles, lengths);
    }

    static Optional<String> filter(Component.Call call, Set<String> angles, Set<String> lengths) {
        return written(call, FILTERS, angles, lengths);
    }

    /** A transform attribute: functions apart by blanks or commas; nothing at all is allowed too. */
    static Optional<String> transforms(String text) {
        StringBuilder out = new StringBuilder();
        List<Component> components = CssReader.value(text);
        if (components.isEmpty()) {
            return text.isBlank() ? Optional.of("") : Optional.empty();
        }
        for (Component component : components) {
            Optional<String> function = component instanceof Component.Call call
                    ? transform(call, Set.of("", "deg", "grad", "rad", "turn"), Set.of("", "px"))
                    : Optional.empty();
            boolean none = component instanceof Component.Word(String word)
                    && word.toLowerCase(Locale.ROOT).equals("none");
            if (function.isPresent()) {
                out.append(out.isEmpty() ? "" : " ").append(function.get());
            } else if (!none && !(component instanceof Component.Mark(char sign) && sign == ',')) {
                return Optional.empty();
            }
        }
        return Optional.of(out.toString());
    }

    private static Optional<String> written(
            Component.Call call, Map<String, Arity> known, Set<String> angles, Set<String> lengths) {
        Arity arity = known.get(call.name());
        List<String> numbers = new ArrayList<>();
        for (Component argument : call.arguments()) {
            if (argument instanceof Component.Measure(double number, String unit)
                    && (unit.equals("%") || angles.contains(unit) || lengths.contains(unit))) {
                numbers.add(PlainNumber.text(number) + unit);
            } else if (!(argument instanceof Component.Mark(char sign) && sign == ',')) {
                return Optional.empty();
            }
        }
        if (arity == null || numbers.size() < arity.least() || numbers.size() > arity.most()) {
            return Optional.empty();
        }
        String name = SPELLING.getOrDefault(call.name(), call.name());
        return Optional.of(name + "(" + String.join(",", numbers) + ")");
    }
}
