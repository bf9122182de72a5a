package jp.kiyome.image.svg;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementType;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** The first walk over a document: judges every value and reports what does not stay. One document, one thread. */
class SvgHost implements FilterHost {

    /** The value rules of {@code svg.allow} that are judged here. */
    static final Set<String> RULES = Set.of(
            "property",
            "value",
            "numbers",
            "path",
            "points",
            "transform",
            "own-id",
            "own-class",
            "own-result",
            "link",
            "picture",
            "css-style",
            "css-sheet");

    /** Rules whose values hold no names, and rules whose values hold them in url() alone. */
    private static final Set<String> PLAIN = Set.of("numbers", "path", "points", "transform", "picture");

    private static final Set<String> NAMING_BY_URL = Set.of("property", "value", "css-style");

    private static final Set<String> FILTER_INPUTS =
            Set.of("SourceGraphic", "SourceAlpha", "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String NOT_ALLOWED = "svg.value";

    private final Session session;
    private final Names names;
    private final SvgPictures pictures;
    private final Map<List<String>, Grammar> grammars = new HashMap<>();

    SvgHost(Session session, Names names) {
        this.session = session;
        this.names = names;
        this.pictures = new SvgPictures(session);
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        session.found(Finding.of(code, action, Location.wholeFile().at(place), detail));
    }

    @Override
    public ElementHook hook(ElementType type) {
        return ElementHook.none();
    }

    @Override
    public String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
        if (ours() && PLAIN.contains(rule)) {
            return ACCEPTED;
        }
        String text = value.toString();
        if (ours() && NAMING_BY_URL.contains(rule) && !text.contains("url(")) {
            return ACCEPTED;
        }
        Optional<String> written = written(rule, arguments, text, element);
        if (written.isEmpty()) {
            return refusal(rule, text);
        }
        if (!written.get().equals(text)) {
            value.set(written.get());
        }
        return ACCEPTED;
    }

    private Optional<String> written(String rule, List<String> arguments, String text, XmlName element) {
        return switch (rule) {
            case "property" -> Properties.accept(arguments.getFirst(), text, names);
            case "value" -> grammars.computeIfAbsent(arguments, Grammar::of).accept(CssReader.value(text), names);
            case "numbers" ->
                NumberList.of(text, Integer.parseInt(arguments.getFirst()), Integer.parseInt(arguments.getLast()));
            case "path" -> Optional.of(path(text, element));
            case "points" -> NumberList.points(text);
            case "transform" -> Functions.transforms(text);
            case "own-id" -> names.given(Names.Kind.ID, text.strip());
            case "own-class" -> classes(text);
            case "own-result" -> result(text.strip());
            case "link" -> link(text.strip());
            case "picture" -> pictures.rebuilt(text);
            case "css-style" -> Optional.of(Declarations.of(text, names, losses(element)));
            case "css-sheet" -> Optional.of(sheet(text, element));
            default -> throw new IllegalStateException("no such rule: " + rule);
        };
    }

    private static String refusal(String rule, String text) {
        boolean elsewhere = rule.equals("link") || (rule.equals("picture") && !SvgPictures.isData(text));
        if (rule.equals("picture") && !elsewhere) {
            return "svg.picture";
        }
        return elsewhere || CssText.leadsAway(text) ? "svg.external" : NOT_ALLOWED;
    }

    /** Whether the document was written by an earlier walk, so that only names are of interest. */
    boolean ours() {
        return false;
    }

    /** A style sheet, rule by rule. */
    String sheet(String text, XmlName element) {
        return StyleSheet.of(text, names, losses(element));
    }

    final CssLosses losses(XmlName element) {
        return (code, what) -> found(code, Action.REMOVED, element.toString(), what);
    }

    private String path(String text, XmlName element) {
        PathData path = PathData.of(text);
        if (!path.complete()) {
            found("svg.path-error", Action.CHANGED, element + "/@d", "");
        }
        return path.text();
    }

    private Optional<String> link(String text) {
        return text.startsWith("#")
                ? names.referred(Names.Kind.ID, text.substring(1)).map(name -> "#" + name)
                : Optional.empty();
    }

    private Optional<String> classes(String text) {
        Set<String> kept = new LinkedHashSet<>();
        for (String name : BLANKS.split(text.strip(), -1)) {
            names.given(Names.Kind.CLASS, name).ifPresent(kept::add);
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", kept));
    }

    /** A filter primitive's result and its inputs are one kind of names, all of them referred to by their place. */
    private Optional<String> result(String text) {
        return FILTER_INPUTS.contains(text) ? Optional.of(text) : names.referred(Names.Kind.RESULT, text);
    }
}
