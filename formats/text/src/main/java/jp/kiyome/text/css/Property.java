package jp.kiyome.text.css;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;

/**
 * Which values a property may have, as {@code properties.allow} says. Immutable; threads share it.
 *
 * @param words keywords and, in angle brackets, kinds of values
 * @param list whether several may follow each other
 */
record Property(Set<String> words, boolean list) {

    private static final Set<String> KINDS =
            Set.of("<length>", "<percentage>", "<number>", "<colour>", "<family>", "<string>");
    private static final Set<String> EVERYWHERE = Set.of("inherit", "initial", "unset");
    private static final Set<String> COLOURS = Set.of(
            ("transparent currentcolor aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue "
                            + "blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan "
                            + "darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen "
                            + "darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey "
                            + "darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite "
                            + "forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink "
                            + "indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral "
                            + "lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen "
                            + "lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta "
                            + "maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue "
                            + "mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin "
                            + "navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen "
                            + "paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red "
                            + "rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue "
                            + "slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white "
                            + "whitesmoke yellow yellowgreen windowtext window buttonface")
                    .split(" ", -1));

    private static final Map<String, Property> ALL = load();

    /** A property by its name in lower case. */
    static Optional<Property> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Whether a word or a six-digit form stands for a colour; old attributes of HTML take them too. */
    static boolean colour(String text) {
        return COLOURS.contains(Ascii.lower(text));
    }

    /** The value in its one form; empty where it may not stand. */
    Optional<String> value(String raw) {
        Optional<List<Tokens.Token>> tokens = Tokens.of(raw);
        if (tokens.isEmpty() || tokens.get().isEmpty() || !list && tokens.get().size() > 1) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        boolean separated = true;
        for (Tokens.Token token : tokens.get()) {
            Optional<String> written = one(token);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            boolean separator = token.kind() == Tokens.Kind.SEPARATOR;
            out.append(separated || separator ? "" : " ").append(written.get());
            separated = separator;
        }
        return Optional.of(out.toString());
    }

    private Optional<String> one(Tokens.Token token) {
        String text = token.text();
        return switch (token.kind()) {
            case SEPARATOR -> list ? Optional.of(text) : Optional.empty();
            case WORD -> word(text);
            case COLOUR -> accept("<colour>", Ascii.lower(text));
            case LENGTH -> accept("<length>", Ascii.lower(text));
            case PERCENTAGE -> accept("<percentage>", text);
            // A length of zero needs no unit, and mail programs leave it out of others too.
            case NUMBER ->
                words.contains("<number>") || words.contains("<length>") ? Optional.of(text) : Optional.empty();
            case STRING ->
                words.contains("<string>") && text.indexOf('\'') < 0 && text.indexOf('"') < 0
                        ? Optional.of("'" + text + "'")
                        : Optional.empty();
        };
    }

    private Optional<String> accept(String kind, String text) {
        return words.contains(kind) ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> word(String text) {
        String lower = Ascii.lower(text);
        if (words.contains(lower) || EVERYWHERE.contains(lower)) {
            return Optional.of(lower);
        }
        if (words.contains("<colour>") && COLOURS.contains(lower)) {
            return Optional.of(lower);
        }
        return words.contains("<family>") ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, Property> load() {
        Map<String, Property> all = new HashMap<>();
        for (List<String> row : Table.of(Objects.requireNonNull(Property.class.getResource("properties.allow")))
                .rows()) {
            Set<String> words = new HashSet<>(List.of(row.get(1).split(" ", -1)));
            boolean list = words.remove("list");
            if (words.stream().anyMatch(w -> w.startsWith("<") && !KINDS.contains(w))) {
                throw new IllegalStateException("no such kind of value: " + row);
            }
            all.put(row.get(0), new Property(Set.copyOf(words), list));
        }
        return Map.copyOf(all);
    }
}
