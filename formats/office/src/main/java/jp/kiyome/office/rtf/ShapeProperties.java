package jp.kiyome.office.rtf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Pattern ARRAY = Pattern.compile("[-0-9;(),]*+");
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
            case ARRAY -> ARRAY.matcher(value).matches();
            case TEXT -> value.length() <= LONGEST_TEXT && value.chars().allMatch(c -> c >= ' ');
            case PICTURE -> false;
        };
    }

    private static final class Read {
        static final ShapeProperties ALL = new ShapeProperties();
    }
}
