package jp.kiyome.office.xls.biff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads layouts; {@code records.allow} tells their language. */
final class LayoutParser<F> {

    private static final Pattern WORD = Pattern.compile("([a-z][a-z0-9-]*)(?:\\(([^)]*)\\))?(?:\\{([^}]*)\\})?"
            + "(?:&(0x[0-9A-Fa-f]+))?(?:=(\\w+))?(?:\\[([a-z0-9]+)\\])?(?::([a-z][a-z0-9]*))?");

    /** A kind of number and how many of it make one unit. */
    private record Unit(int width, int each, Numbers.Domain domain) {}

    private static final Numbers.Domain FREE = new Numbers.Domain.Free();
    private static final Numbers.Domain IGNORED = new Numbers.Domain.Ignored();

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("u8", new Unit(1, 1, FREE)),
            Map.entry("u16", new Unit(2, 1, FREE)),
            Map.entry("u32", new Unit(4, 1, FREE)),
            Map.entry("i32", new Unit(4, 1, FREE)),
            Map.entry("f64", new Unit(8, 1, new Numbers.Domain.Real())),
            Map.entry("n64", new Unit(8, 1, FREE)),
            Map.entry("ref", new Unit(2, 4, FREE)),
            Map.entry("ignored8", new Unit(1, 1, IGNORED)),
            Map.entry("ignored16", new Unit(2, 1, IGNORED)),
            Map.entry("ignored32", new Unit(4, 1, IGNORED)));

    private final Map<String, Function<String, Field<F>>> own;

    LayoutParser(Map<String, Function<String, Field<F>>> own) {
        this.own = own;
    }

    Layout<F> parse(List<String> words) {
        List<Field<F>> fields = new ArrayList<>();
        int least = -1;
        for (String word : words) {
            if (word.equals("?")) {
                least = fields.size();
            } else {
                fields.add(field(word));
            }
        }
        return new Layout<>(fields, least < 0 ? fields.size() : least);
    }

    private Field<F> field(String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            throw new IllegalStateException("no field: " + word);
        }
        Unit unit = UNITS.get(parts.group(1));
        if (unit != null) {
            String name = text(parts.group(7));
            return new Numbers<>(unit.width, unit.each, count(parts.group(6)), domain(unit, parts), name);
        }
        Function<String, Field<F>> factory = own.get(parts.group(1));
        if (factory == null) {
            throw new IllegalStateException("no such field: " + word);
        }
        return factory.apply(text(parts.group(2)));
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static Numbers.Domain domain(Unit unit, Matcher parts) {
        String listed = text(parts.group(3));
        String mask = text(parts.group(4));
        String always = text(parts.group(5));
        if (!listed.isEmpty()) {
            return new Numbers.Domain.Listed(ranges(listed));
        }
        if (!mask.isEmpty()) {
            return new Numbers.Domain.Mask((int) Long.parseLong(mask.substring(2), 16));
        }
        return always.isEmpty() ? unit.domain : new Numbers.Domain.Always((int) (long) Long.decode(always));
    }

    private static Numbers.Count count(@Nullable String text) {
        if (text == null) {
            return new Numbers.Count(1, "");
        }
        return Character.isDigit(text.charAt(0))
                ? new Numbers.Count(Integer.parseInt(text), "")
                : new Numbers.Count(0, text);
    }

    private static List<Numbers.Range> ranges(String list) {
        List<Numbers.Range> ranges = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String[] ends = part.split("\\.\\.", -1);
            ranges.add(new Numbers.Range(
                    (int) (long) Long.decode(ends[0]), (int) (long) Long.decode(ends[ends.length - 1])));
        }
        return List.copyOf(ranges);
    }
}
