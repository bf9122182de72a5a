package jp.kiyome.text.plain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.text.html.HtmlNode;
import jp.kiyome.text.html.HtmlPage;

/**
 * Whether a page shows an element: by its attributes, by its own style, and by the plain rules (one class, one name or one kind of
 * element) of the page's style sheets outside media rules.
 */
final class Visibility {

    private static final Pattern RULE = Pattern.compile("(?m)^([^{}@\\n]{1,300})\\{([^{}\\n]*)\\}$");
    private static final Pattern MEDIA = Pattern.compile("@media[^{}]*\\{\\n(?:[^{}]*\\{[^{}]*\\}\\n)*\\}");
    private static final Pattern HIDING = Pattern.compile(
            "(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\\.0+)?%?"
                    + "|font-size:(?:0|0?\\.\\d+|1)(?:px|pt|em|rem|%)?"
                    + "|max-height:0(?:px)?|text-indent:-\\d{3,}(?:\\.\\d+)?[a-z]+|left:-\\d{3,}[a-z]+|top:-\\d{3,}[a-z]+)(?:!important)?(?=;|$)");
    private static final Pattern COLOUR = Pattern.compile("(?:^|;)color:([^;!]+)");
    private static final Pattern GROUND = Pattern.compile("(?:^|;)background(?:-color)?:([^;!]+)");

    private final Set<String> hiding = new HashSet<>();

    Visibility(HtmlPage page) {
        for (HtmlNode node : page.head()) {
            if (node instanceof HtmlNode.Element element && element.name().equals("style")) {
                Matcher rules = RULE.matcher(MEDIA.matcher(element.ownText()).replaceAll(""));
                while (rules.find()) {
                    if (HIDING.matcher(rules.group(2)).find()) {
                        hiding.addAll(List.of(rules.group(1).split(" *, *", -1)));
                    }
                }
            }
        }
    }

    boolean hides(HtmlNode.Element element, String ground) {
        String style = element.attribute("style").orElse("");
        boolean byStyle = HIDING.matcher(style).find();
        return byStyle
                || element.attribute("hidden").isPresent()
                || hiding.contains(element.name())
                || element.attribute("id")
                        .filter(id -> hiding.contains("#" + id))
                        .isPresent()
                || List.of(element.attribute("class").orElse("").split(" ", -1)).stream()
                        .anyMatch(name -> hiding.contains("." + name) || hiding.contains(element.name() + "." + name))
                || colour(element, style)
                        .filter(c -> c.equals(ground(element, ground)))
                        .isPresent();
    }

    /** The colour behind what the element holds. */
    String ground(HtmlNode.Element element, String around) {
        return first(GROUND, element.attribute("style").orElse(""))
                .or(() -> element.attribute("bgcolor"))
                .map(Visibility::named)
                .orElse(around);
    }

    private static Optional<String> colour(HtmlNode.Element element, String style) {
        return first(COLOUR, style).or(() -> element.attribute("color")).map(Visibility::named);
    }

    private static Optional<String> first(Pattern pattern, String style) {
        Matcher matcher = pattern.matcher(style);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** White in its usual spellings is one. */
    private static String named(String colour) {
        String lower = jp.kiyome.core.text.Ascii.lower(colour.strip());
        return switch (lower) {
            case "#fff", "#ffffff", "rgb(255,255,255)", "rgb(255, 255, 255)" -> "white";
            default -> lower;
        };
    }
}
