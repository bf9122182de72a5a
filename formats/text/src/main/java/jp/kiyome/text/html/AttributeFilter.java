package jp.kiyome.text.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.text.chars.CleanWriter;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.css.Declarations;
import jp.kiyome.text.html.HtmlNode.Attribute;

/** Judges the attributes of an element. Not thread-safe. */
final class AttributeFilter {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_:.\\-]{1,200}");
    private static final Pattern TOKENS = Pattern.compile("[\\p{L}\\p{N}_:.\\- ]{1,1000}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}");
    private static final Pattern SIZE = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?(?:%|px|\\*)?");
    private static final Pattern MEDIA = Pattern.compile("(?i)[-a-z0-9 :(),.]{1,200}");

    private final HtmlHost host;
    private final Losses losses;

    AttributeFilter(HtmlHost host, Losses losses) {
        this.host = host;
        this.losses = losses;
    }

    List<Attribute> filter(String element, org.jsoup.nodes.Attributes attributes) {
        List<Attribute> kept = new ArrayList<>();
        for (org.jsoup.nodes.Attribute attribute : attributes) {
            String name = Ascii.lower(attribute.getKey());
            Optional<String> rule = HtmlRules.attribute(element, name);
            if (rule.isEmpty()) {
                unlisted(element, name, attribute.getValue());
                continue;
            }
            boolean twice = kept.stream().anyMatch(a -> a.name().equals(name));
            value(element, name, rule.get(), attribute.getValue())
                    .filter(value -> !twice)
                    .ifPresent(value -> kept.add(new Attribute(name, value)));
        }
        return kept;
    }

    private void unlisted(String element, String name, String value) {
        String place = element + " " + name;
        if (name.startsWith("on")) {
            host.found("html.event", Action.REMOVED, place, value);
        } else if (name.equals("action") || name.equals("formaction")) {
            host.found("html.form", Action.REMOVED, place, value);
        } else if (!value.isBlank() && (value.contains("://") || value.startsWith("//") || value.startsWith("\\\\"))
                || Ascii.lower(value.strip()).startsWith("javascript:")) {
            host.found("html.external", Action.REMOVED, place, value);
        } else {
            host.found("html.attribute", Action.REMOVED, place, value);
        }
    }

    private Optional<String> value(String element, String name, String rule, String raw) {
        String place = element + " " + name;
        return switch (rule) {
            case "link" -> link(raw, place);
            case "picture" -> host.picture(raw.strip(), place);
            case "style" -> style(raw, place);
            case "text" -> Optional.of(CleanWriter.clean(raw, losses));
            case "flag" -> Optional.of("");
            case "colour" -> checked(Declarations.colour(raw.strip()), raw.strip(), place);
            case "token" -> checked(TOKEN.matcher(raw.strip()).matches(), raw.strip(), place);
            case "tokens" -> {
                String tokens = raw.strip().replaceAll("\\s+", " ");
                yield checked(TOKENS.matcher(tokens).matches(), tokens, place);
            }
            case "number" -> checked(NUMBER.matcher(raw.strip()).matches(), raw.strip(), place);
            case "size" -> checked(SIZE.matcher(raw.strip()).matches(), raw.strip(), place);
            case "media" -> checked(MEDIA.matcher(raw.strip()).matches(), raw.strip(), place);
            default -> {
                String lower = Ascii.lower(raw.strip());
                boolean listed = ("|" + rule + "|").contains("|" + lower + "|") && lower.indexOf('|') < 0;
                // The kinds of numbering differ by case.
                yield checked(listed, name.equals("type") ? raw.strip() : lower, place);
            }
        };
    }

    private Optional<String> checked(boolean fine, String value, String place) {
        if (fine) {
            return Optional.of(value);
        }
        if (!value.isEmpty()) {
            host.found("html.attribute", Action.REMOVED, place, value);
        }
        return Optional.empty();
    }

    private Optional<String> link(String raw, String place) {
        Optional<String> target = host.link(raw);
        if (target.isEmpty()) {
            host.found("html.link", Action.REMOVED, place, raw);
        }
        return target;
    }

    private Optional<String> style(String raw, String place) {
        String declarations = Declarations.of(
                CleanWriter.clean(raw, losses),
                (what, external) ->
                        host.found(external ? "html.style-external" : "html.style", Action.REMOVED, place, what));
        return declarations.isEmpty() ? Optional.empty() : Optional.of(declarations);
    }
}
