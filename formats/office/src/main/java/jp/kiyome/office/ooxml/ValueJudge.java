package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Optional;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.value.Anchor;
import jp.kiyome.office.value.CellRange;
import jp.kiyome.office.value.CellReference;
import jp.kiyome.office.value.ClickAction;
import jp.kiyome.office.value.CssStyle;
import jp.kiyome.office.value.FontName;
import jp.kiyome.office.value.HyperlinkTarget;
import jp.kiyome.office.value.SheetName;
import jp.kiyome.office.value.Sqref;
import jp.kiyome.office.value.VmlFormula;
import jp.kiyome.office.value.VmlPath;

/** The value rules of office documents: what the words behind an attribute in the vocabularies mean. */
final class ValueJudge {

    private static final String NOT_ALLOWED = "structure.attribute-value";
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 32_767;
    private static final String ANONYMOUS = "Author";

    private final OoxmlOptions options;
    private final PartScope scope;
    private final CarriedPart part;
    private final Facts facts;
    private final PartHooks hooks;
    private final FilterHost host;

    ValueJudge(OoxmlOptions options, PartScope scope, CarriedPart part, Facts facts, PartHooks hooks, FilterHost host) {
        this.options = options;
        this.scope = scope;
        this.part = part;
        this.facts = facts;
        this.hooks = hooks;
        this.host = host;
    }

    String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
        return switch (rule) {
            case "rel" -> relationship(arguments, value);
            case "uri" -> canonical(HyperlinkTarget.canonical(value.toString()), value, "link.scheme");
            case "anchor" -> anchor(arguments, value, element);
            case "font-name" -> font(arguments, value, element);
            case "cell-value" -> hooks.cellValue(value);
            case "cell-formula" -> hooks.cellFormula(value);
            case "ref-formula" -> facts.formulas().judge(value, element, host);
            case "field-code" -> hooks.fieldCode(value);
            case "cell-ref" -> canonical(CellReference.canonical(value.toString()), value, NOT_ALLOWED);
            case "cell-range" -> canonical(CellRange.canonical(value.toString()), value, NOT_ALLOWED);
            case "sqref" -> canonical(Sqref.canonical(value.toString()), value, NOT_ALLOWED);
            case "sheet-name" -> canonical(SheetName.canonical(value.toString()), value, NOT_ALLOWED);
            case "vml-path" -> canonical(VmlPath.canonical(value.toString()), value, NOT_ALLOWED);
            case "vml-formula" -> canonical(VmlFormula.canonical(value.toString()), value, NOT_ALLOWED);
            case "css-style" -> style(value);
            case "action" -> canonical(action(value), value, "active.action");
            case "author" -> author(value);
            case "shape-name" -> value.codePoints() <= LONGEST_NAME ? FilterHost.ACCEPTED : NOT_ALLOWED;
            case "alt-text" -> value.codePoints() <= LONGEST_TEXT ? FilterHost.ACCEPTED : NOT_ALLOWED;
            default -> throw new IllegalStateException("no rule " + rule);
        };
    }

    private String relationship(List<String> kinds, Utf8 value) {
        // A drawn SmartArt belongs to the part that shows the diagram, not to the part that names it.
        boolean ofReferrer =
                kinds.contains("diagram-drawing") && part.kind().name().equals("diagram-data");
        PartScope source = ofReferrer ? part.referrer().orElse(scope) : scope;
        return switch (source.follow(value.toString(), kinds)) {
            case Reference.Refused(String code) -> code;
            case Reference.Kept(String id) -> {
                replace(value, id);
                if (ofReferrer) {
                    source.settle();
                }
                yield FilterHost.ACCEPTED;
            }
        };
    }

    /** A place in the same document: what comes to the same as a hyperlink there. */
    private String anchor(List<String> arguments, Utf8 value, XmlName element) {
        boolean place = value.codePoints() <= LONGEST_NAME
                && (value.isEmpty() || Anchor.canonical(value.toString()).isPresent());
        if (!place && arguments.contains("renamed")) {
            host.found("link.scheme", Action.REPLACED, element.toString(), value.toString());
            value.set("_refused");
            return FilterHost.ACCEPTED;
        }
        return place ? FilterHost.ACCEPTED : "link.scheme";
    }

    /** Where a font must be named, one that is refused leaves no name, which means none in particular. */
    private String font(List<String> arguments, Utf8 value, XmlName element) {
        if (FontName.fits(value.toString())) {
            return FilterHost.ACCEPTED;
        }
        if (!arguments.contains("empty")) {
            return NOT_ALLOWED;
        }
        host.found(NOT_ALLOWED, Action.REPLACED, element.toString(), value.toString());
        value.set("");
        return FilterHost.ACCEPTED;
    }

    /** Sound and video go, and what plays them with them. */
    private static Optional<String> action(Utf8 value) {
        return ClickAction.parse(value.toString())
                .filter(action -> action.kind() != ClickAction.Kind.MEDIA)
                .map(ClickAction::text);
    }

    private String style(Utf8 value) {
        CssStyle style = CssStyle.parse(value.toString());
        for (String dropped : style.dropped()) {
            host.found("structure.style", Action.REMOVED, "style", dropped);
        }
        replace(value, style.text());
        return FilterHost.ACCEPTED;
    }

    private String author(Utf8 value) {
        if (options.anonymizesAuthors() && !value.isEmpty() && !value.toString().equals(ANONYMOUS)) {
            host.found("metadata.author", Action.REPLACED, "author", "");
            value.set(ANONYMOUS);
        }
        return value.codePoints() <= LONGEST_NAME ? FilterHost.ACCEPTED : NOT_ALLOWED;
    }

    private static String canonical(Optional<String> canonical, Utf8 value, String code) {
        if (canonical.isEmpty()) {
            return code;
        }
        replace(value, canonical.get());
        return FilterHost.ACCEPTED;
    }

    private static void replace(Utf8 value, String text) {
        if (!value.toString().equals(text)) {
            value.set(text);
        }
    }
}
