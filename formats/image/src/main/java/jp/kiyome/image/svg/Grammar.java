package jp.kiyome.image.svg;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values may stand at a place, in the words of {@code properties.allow}. Immutable; threads may share it.
 *
 * @param keywords by their lower-case form
 * @param kinds what stands in angle brackets
 * @param list whether several values may follow each other
 */
record Grammar(Map<String, String> keywords, Set<String> kinds, boolean list) {

    private static final Set<String> KINDS = Set.of(
            "<number>",
            "<integer>",
            "<length>",
            "<percentage>",
            "<angle>",
            "<time>",
            "<colour>",
            "<url>",
            "<paint>",
            "<transform>",
            "<filter>",
            "<family>",
            "<string>");
    private static final Set<String> LENGTHS =
            Set.of("", "em", "ex", "ch", "rem", "px", "in", "cm", "mm", "q", "pt", "pc", "vw", "vh", "vmin", "vmax");
    private static final Set<String> ANGLES = Set.of("", "deg", "grad", "rad", "turn");
    private static final int MOST = 4_096;

    static Grammar of(List<String> words) {
        Map<String, String> keywords = new HashMap<>();
        Set<String> kinds = new java.util.HashSet<>();
        boolean list = !words.isEmpty() && words.getFirst().equals("list");
        for (String word : list ? words.subList(1, words.size()) : words) {
            if (word.startsWith("<")) {
                kinds.add(word);
            } else {
                keywords.put(word.toLowerCase(Locale.ROOT), word);
            }
        }
        if (!KINDS.containsAll(kinds)) {
            throw new IllegalStateException("no such kind of value: " + words);
        }
        for (String anywhere : List.of("inherit", "initial", "unset")) {
            keywords.put(anywhere, anywhere);
        }
        return new Grammar(Map.copyOf(keywords), Set.copyOf(kinds), list);
    }

    /** The value in its one form; empty when it may not stand here. */
    Optional<String> accept(List<Component> components, Names names) {
        if (components.isEmpty() || components.size() > MOST) {
            return Optional.empty();
        }
        if (kinds.contains("<paint>") && components.getFirst() instanceof Component.Link) {
            return paint(components, names);
        }
        if (!list) {
            return components.size() == 1 ? one(components.getFirst(), names) : Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        boolean separated = true;
        for (Component component : components) {
            if (component instanceof Component.Mark(char sign)) {
                if (sign != ',' && !keywords.containsKey(String.valueOf(sign))) {
                    return Optional.empty();
                }
                out.append(sign);
                separated = true;
                continue;
            }
            Optional<String> text = one(component, names);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            out.append(separated ? "" : " ").append(text.get());
            separated = false;
        }
        return Optional.of(out.toString());
    }

    private Optional<String> paint(List<Component> components, Names names) {
        Optional<String> link = link(components.getFirst(), names);
        if (link.isEmpty() || components.size() > 2) {
            return Optional.empty();
        }
        if (components.size() == 1) {
            return link;
        }
        Component second = components.get(1);
        Optional<String> fallback =
                second instanceof Component.Word(String text) && keywords.containsKey(text.toLowerCase(Locale.ROOT))
                        ? Optional.of(keyword(text))
                        : Colour.of(second);
        return fallback.map(colour -> link.get() + " " + colour);
    }

    private String keyword(String text) {
        return keywords.getOrDefault(text.toLowerCase(Locale.ROOT), "");
    }

    private Optional<String> one(Component component, Names names) {
        Optional<String> coloured =
                kinds.contains("<colour>") || kinds.contains("<paint>") ? Colour.of(component) : Optional.empty();
        if (coloured.isPresent()) {
            return coloured;
        }
        return switch (component) {
            case Component.Word(String text) -> word(text);
            case Component.Measure measure -> measure(measure);
            case Component.Link link -> kinds.contains("<url>") ? link(link, names) : Optional.empty();
            case Component.Quoted(String text) -> quoted(text);
            case Component.Call call -> call(call);
            case Component.Hash hash -> Optional.empty();
            case Component.Mark mark -> Optional.empty();
        };
    }

    private Optional<String> word(String text) {
        String listed = keyword(text);
        if (!listed.isEmpty()) {
            return Optional.of(listed);
        }
        return kinds.contains("<family>") ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> quoted(String text) {
        boolean plain = kinds.contains("<string>") && text.length() <= 256 && text.indexOf('"') < 0;
        return plain ? Optional.of("'" + text.replace("'", "") + "'") : Optional.empty();
    }

    private Optional<String> measure(Component.Measure measure) {
        String unit = measure.unit();
        boolean whole = measure.number() == Math.rint(measure.number());
        boolean allowed = (unit.isEmpty() && kinds.contains("<number>"))
                || (unit.isEmpty() && whole && kinds.contains("<integer>"))
                || (kinds.contains("<length>") && LENGTHS.contains(unit))
                || (kinds.contains("<percentage>") && unit.equals("%"))
                || (kinds.contains("<angle>") && ANGLES.contains(unit))
                || (kinds.contains("<time>") && (unit.equals("s") || unit.equals("ms")));
        return allowed ? Optional.of(PlainNumber.text(measure.number()) + unit) : Optional.empty();
    }

    private Optional<String> call(Component.Call call) {
        if (kinds.contains("<transform>")) {
            return Functions.transform(call, ANGLES, LENGTHS);
        }
        return kinds.contains("<filter>") ? Functions.filter(call, ANGLES, LENGTHS) : Optional.empty();
    }

    /** {@code url(#name)}, and nothing that leads anywhere else. */
    private static Optional<String> link(Component component, Names names) {
        return component instanceof Component.Link(String target) && target.startsWith("#")
                ? names.referred(Names.Kind.ID, target.substring(1)).map(name -> "url(#" + name + ")")
                : Optional.empty();
    }
}
