package jp.kiyome.image.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Colours (CSS Color 3 §4), written as {@code #rrggbb}, as a name, or as a function where they are transparent. Stateless. */
final class Colour {

    private static final Set<String> NAMES = Set.of(
            ("aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood"
                            + " cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan"
                            + " darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid"
                            + " darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet"
                            + " deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro"
                            + " ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki"
                            + " lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow"
                            + " lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray"
                            + " lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine"
                            + " mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen"
                            + " mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace"
                            + " olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred"
                            + " papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue"
                            + " saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey"
                            + " snow springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat white"
                            + " whitesmoke yellow yellowgreen")
                    .split(" ", -1));

    private Colour() {}

    static Optional<String> of(Component component) {
        return switch (component) {
            case Component.Word(String text) -> {
                String name = text.toLowerCase(Locale.ROOT);
                yield NAMES.contains(name) ? Optional.of(name) : Optional.empty();
            }
            case Component.Hash(String text) -> hex(text.toLowerCase(Locale.ROOT));
            case Component.Call(String name, List<Component> arguments) -> function(name, arguments);
            case Component.Measure measure -> Optional.empty();
            case Component.Quoted quoted -> Optional.empty();
            case Component.Link link -> Optional.empty();
            case Component.Mark mark -> Optional.empty();
        };
    }

    private static Optional<String> hex(String digits) {
        if (!digits.matches("[0-9a-f]{3,8}") || digits.length() == 5 || digits.length() == 7) {
            return Optional.empty();
        }
        if (digits.length() > 4) {
            return Optional.of("#" + digits);
        }
        StringBuilder doubled = new StringBuilder("#");
        digits.chars().forEach(digit -> doubled.append((char) digit).append((char) digit));
        return Optional.of(doubled.toString());
    }

    private static Optional<String> function(String name, List<Component> arguments) {
        List<Component.Measure> numbers = new ArrayList<>();
        for (Component argument : arguments) {
            if (argument instanceof Component.Measure measure) {
                numbers.add(measure);
            } else if (!(argument instanceof Component.Mark(char sign)) || (sign != ',' && sign != '/')) {
                return Optional.empty();
            }
        }
        if (numbers.size() < 3 || numbers.size() > 4) {
            return Optional.empty();
        }
        return switch (name) {
            case "rgb", "rgba" -> Optional.of(rgb(numbers));
            case "hsl", "hsla" -> hsl(numbers);
            default -> Optional.empty();
        };
    }

    private static String rgb(List<Component.Measure> numbers) {
        int[] levels = new int[3];
        for (int i = 0; i < 3; i++) {
            double level = numbers.get(i).number() * (numbers.get(i).unit().equals("%") ? 2.55 : 1);
            levels[i] = (int) Math.max(0, Math.min(255, Math.round(level)));
        }
        if (numbers.size() == 3) {
            return String.format(Locale.ROOT, "#%02x%02x%02x", levels[0], levels[1], levels[2]);
        }
        return "rgba(" + levels[0] + "," + levels[1] + "," + levels[2] + "," + share(numbers.get(3)) + ")";
    }

    private static Optional<String> hsl(List<Component.Measure> numbers) {
        String plain = "hsl(" + PlainNumber.text(numbers.get(0).number()) + ","
                + PlainNumber.text(numbers.get(1).number()) + "%,"
                + PlainNumber.text(numbers.get(2).number()) + "%";
        String opaque = plain + ")";
        return Optional.of(
                numbers.size() == 3 ? opaque : plain.replace("hsl(", "hsla(") + "," + share(numbers.get(3)) + ")");
    }

    private static String share(Component.Measure measure) {
        double value = measure.unit().equals("%") ? measure.number() / 100 : measure.number();
        return PlainNumber.text(Math.max(0, Math.min(1, value)));
    }
}
