package jp.kiyome.image.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Selectors (Selectors 3): names of elements, ids, classes, first and last child, and what combines them. Stateless.
 */
final class Selectors {

    private static final Pattern ELEMENT = Pattern.compile("^  svg:([A-Za-z]+)!? +(?!drop)", Pattern.MULTILINE);
    private static final Set<String> ELEMENTS = elements();

    private static final Pattern SIMPLE =
            Pattern.compile("([A-Za-z]+|\\*)|([#.])([^\\s#.:>+~,*\\[\\]()\"'\\\\]+)|:(first-child|last-child)");
    private static final Pattern COMBINATOR = Pattern.compile("\\s*([>+~])\\s*|\\s+");
    private static final int LONGEST = 64;

    private Selectors() {}

    /**
     * The list in its one form.
     *
     * @return empty when one of the selectors is not understood: then the rule does not count (Selectors 3 §4.1)
     */
    static Optional<String> of(String text, Names names) {
        List<String> written = new ArrayList<>();
        for (String selector : text.split(",", -1)) {
            Optional<String> one = one(selector.strip(), names);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            written.add(one.get());
        }
        return Optional.of(String.join(",", written));
    }

    private static Optional<String> one(String selector, Names names) {
        StringBuilder out = new StringBuilder();
        Matcher simple = SIMPLE.matcher(selector);
        Matcher combinator = COMBINATOR.matcher(selector);
        int at = 0;
        int parts = 0;
        boolean fresh = true;
        while (at < selector.length() && parts++ < LONGEST) {
            simple.region(at, selector.length());
            if (simple.lookingAt()) {
                Optional<String> part = part(simple, fresh, names);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                out.append(part.get());
                at = simple.end();
                fresh = false;
                continue;
            }
            combinator.region(at, selector.length());
            if (fresh || !combinator.lookingAt()) {
                return Optional.empty();
            }
            out.append(combinator.group(1) == null ? " " : combinator.group(1));
            at = combinator.end();
            fresh = true;
        }
        return fresh || at < selector.length() ? Optional.empty() : Optional.of(out.toString());
    }

    private static Optional<String> part(Matcher simple, boolean fresh, Names names) {
        if (simple.group(1) != null) {
            boolean known = simple.group(1).equals("*") || ELEMENTS.contains(simple.group(1));
            return fresh && known ? Optional.of(simple.group(1)) : Optional.empty();
        }
        if (simple.group(2) != null) {
            String sign = simple.group(2);
            Names.Kind kind = sign.equals("#") ? Names.Kind.ID : Names.Kind.CLASS;
            return names.referred(kind, simple.group(3)).map(name -> sign + name);
        }
        return Optional.of(simple.group());
    }

    private static Set<String> elements() {
        try (InputStream in = Selectors.class.getResourceAsStream("svg.allow")) {
            if (in == null) {
                throw new IllegalStateException("no svg.allow");
            }
            return ELEMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
