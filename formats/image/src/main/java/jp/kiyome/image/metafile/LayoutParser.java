package jp.kiyome.image.metafile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads layouts, which are words separated by blanks:
 *
 * <ul>
 *   <li>{@code u8 u16 u32 i16 i32 f32}: numbers; {@code point16 rect16 point size rect xform color argb}: several of them;
 *   <li>{@code ignored8 ignored16 ignored32}: no meaning, written as zero;
 *   <li>{@code u32:n} names a number, {@code point[n]} and {@code u8[4]} say how many;
 *   <li>{@code u32{0..2,5}} lists the values that may stand there, {@code u32&0x1F} the bits;
 *   <li>any other word, maybe with arguments in round brackets, is a field of the format's own.
 * </ul>
 */
final class LayoutParser<F> {

    private static final Pattern WORD = Pattern.compile(
            "([a-z][a-z0-9-]*)(?:\\(([^)]*)\\))?(?:\\{([^}]*)\\})?(?:&(0x[0-9A-Fa-f]+))?(?:\\[([a-z0-9]+)\\])?(?::([a-z][a-z0-9]*))?");

    /** A kind of number and how many of it make one unit. */
    private record Unit(int bytes, int each, Numbers.Domain domain) {}

    private static final Numbers.Domain FREE = new Numbers.Domain.Free();
    private static final Numbers.Domain REAL = new Numbers.Domain.Real();
    private static final Numbers.Domain IGNORED = new Numbers.Domain.Ignored();

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("u8", new Unit(1, 1, FREE)),
            Map.entry("u16", new Unit(2, 1, FREE)),
            Map.entry("i16", new Unit(2, 1, FREE)),
            Map.entry("u32", new Unit(4, 1, FREE)),
            Map.entry("i32", new Unit(4, 1, FREE)),
            Map.entry("f32", new Unit(4, 1, REAL)),
            Map.entry("point16", new Unit(2, 2, FREE)),
            Map.entry("rect16", new Unit(2, 4, FREE)),
            Map.entry("point", new Unit(4, 2, FREE)),
            Map.entry("size", new Unit(4, 2, FREE)),
            Map.entry("vertex", new Unit(4, 4, FREE)),
            Map.entry("rect", new Unit(4, 4, FREE)),
            Map.entry("pointf", new Unit(4, 2, REAL)),
            Map.entry("rectf", new Unit(4, 4, REAL)),
            Map.entry("xform", new Unit(4, 6, REAL)),
            Map.entry("color", new Unit(4, 1, new Numbers.Domain.Mask(0x03FF_FFFF))),
            Map.entry("argb", new Unit(4, 1, FREE)),
            Map.entry("ignored8", new Unit(1, 1, IGNORED)),
            Map.entry("ignored16", new Unit(2, 1, IGNORED)),
            Map.entry("ignored32", new Unit(4, 1, IGNORED)));

    private final Map<String, Function<String, Field<F>>> own;

    LayoutParser(Map<String, Function<String, Field<F>>> own) {
        this.own = own;
    }

    Layout<F> parse(List<String> words) {
        List<Field<F>> fields = new ArrayList<>();
        words.forEach(word -> fields.add(field(word)));
        return new Layout<>(fields);
    }

    private Field<F> field(String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            throw new IllegalStateException("no field: " + word);
        }
        Unit unit = UNITS.get(parts.group(1));
        if (unit == null) {
            Function<String, Field<F>> factory = own.get(parts.group(1));
            if (factory == null) {
                throw new IllegalStateException("no such field: " + word);
            }
            return factory.apply(parts.group(2) == null ? "" : parts.group(2));
        }
        String name = parts.group(6) == null ? "" : parts.group(6);
        return new Numbers<>(unit.bytes, unit.each, count(parts.group(5)), domain(unit, parts), name);
    }

    private static Numbers.Domain domain(Unit unit, Matcher parts) {
        if (parts.group(3) != null) {
            return new Numbers.Domain.Listed(values(parts.group(3)));
        }
        return parts.group(4) == null
                ? unit.domain
                : new Numbers.Domain.Mask((int) Long.parseLong(parts.group(4).substring(2), 16));
    }

    @SuppressWarnings("NullAway") // a group that did not match is null
    private static Numbers.Count count(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return new Numbers.Count(1, "");
        }
        return Character.isDigit(text.charAt(0))
                ? new Numbers.Count(Integer.parseInt(text), "")
                : new Numbers.Count(0, text);
    }

    private static Set<Integer> values(String list) {
        Set<Integer> values = new HashSet<>();
        for (String part : list.split(",", -1)) {
            String[] ends = part.split("\\.\\.", -1);
            long last = Long.decode(ends[ends.length - 1]);
            for (long value = Long.decode(ends[0]); value <= last; value++) {
                values.add((int) value);
            }
        }
        return Set.copyOf(values);
    }
}
