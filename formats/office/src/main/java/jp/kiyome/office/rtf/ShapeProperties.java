package jp.kiyome.office.rtf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.office.value.AllowLines;

/** The properties of shapes in {@code shapes.allow}, and what their values may be. Immutable; read when first asked for. */
final class ShapeProperties {

    /** What a value is. */
    enum Kind {
        NUMBER,
        ARRAY,
        TEXT,
        PICTURE
    }

    /** Characters of a value at most. */
    static final int LONGEST = 1 << 18;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern ELEMENT = Pattern.compile("-?[0-9]{1,10}|\\(-?[0-9]{1,10}(?:,-?[0-9]{1,10}){0,15}\\)");

    /** Bytes of an element; the highest ones say that an element of eight bytes is kept in four ([MS-ODRAW] 2.2.51, cbElem). */
    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8, 16, 36, 65520, -16);

    private static final int MOST_ELEMENTS = 0xFFFF;
    private static final int LONGEST_TEXT = 4096;

    private final Map<String, Kind> kinds = new HashMap<>();

    private ShapeProperties() {
        for (List<String> line : AllowLines.of(ShapeProperties.class, "shapes.allow")) {
            Kind kind = Kind.valueOf(line.getFirst().toUpperCase(java.util.Locale.ROOT));
            line.subList(1, line.size()).forEach(name -> kinds.put(name, kind));
        }
    }

    static ShapeProperties all() {
        return Read.ALL;
    }

    Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    static boolean fits(Kind kind, String value) {
        return switch (kind) {
            case NUMBER -> NUMBER.matcher(value).matches();
            case ARRAY -> array(value);
            case TEXT -> value.length() <= LONGEST_TEXT && value.chars().allMatch(c -> c >= ' ');
            case PICTURE -> false;
        };
    }

    /** Bytes of an element and how many there are, and then exactly so many: "8;2;(0,0);(1,1)". */
    private static boolean array(String value) {
        String[] parts = (value.endsWith(";") ? value.substring(0, value.length() - 1) : value).split(";", -1);
        return parts.length >= 2
                && whole(parts[0]).filter(SIZES::contains).isPresent()
                && whole(parts[1]).equals(Optional.of(parts.length - 2))
                && parts.length - 2 <= MOST_ELEMENTS
                && Arrays.stream(parts).skip(2).allMatch(element -> ELEMENT.matcher(element)
                        .matches());
    }

    private static Optional<Integer> whole(String number) {
        return NUMBER.matcher(number).matches() && number.length() < 8
                ? Optional.of(Integer.valueOf(number))
                : Optional.empty();
    }

    private static final class Read {
        static final ShapeProperties ALL = new ShapeProperties();
    }
}
