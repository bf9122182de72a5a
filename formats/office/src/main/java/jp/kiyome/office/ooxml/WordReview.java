package jp.kiyome.office.ooxml;

import java.util.HashMap;
import java.util.Map;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementHook.Fate;
import jp.kiyome.container.xml.XmlName;

/** Comments and tracked changes (ECMA-376-1 §17.13) where the policy does not keep them. */
final class WordReview {

    private static final String COMMENT = "review.comment";
    private static final String CHANGE = "review.tracked-change";

    private final OoxmlOptions options;

    WordReview(OoxmlOptions options) {
        this.options = options;
    }

    Map<String, ElementHook> hooks() {
        Map<String, ElementHook> hooks = new HashMap<>();
        if (options.removesComments()) {
            hooks.put("w:CT_MarkupRange", (name, attributes) -> commentMark(name));
            hooks.put("w:CT_Markup", (name, attributes) -> commentMark(name));
        }
        if (options.acceptsChanges()) {
            hooks.put("w:CT_RunTrackChange", (name, attributes) -> accepted(name));
            hooks.put("w:CT_TrackChange", (name, attributes) -> Fate.drop(CHANGE));
            for (String former :
                    new String[] {"PPr", "RPr", "ParaRPr", "TblPr", "TblPrEx", "TblGrid", "TrPr", "TcPr", "SectPr"}) {
                hooks.put("w:CT_" + former + "Change", (name, attributes) -> Fate.drop(CHANGE));
            }
        }
        return hooks;
    }

    private static Fate commentMark(XmlName name) {
        return name.local().startsWith("comment") ? Fate.drop(COMMENT) : Fate.keep();
    }

    private static Fate accepted(XmlName name) {
        return switch (name.local()) {
            case "ins", "moveTo" -> Fate.unwrap();
            default -> Fate.drop(CHANGE);
        };
    }
}
