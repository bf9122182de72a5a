package jp.kiyome.office.ooxml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementHook.Fate;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Refusal;

/** Comments and tracked changes (ECMA-376-1 §17.13) where the policy does not keep them. */
final class WordReview {

    private static final String COMMENT = "review.comment";
    private static final String CHANGE = "review.tracked-change";

    private static final List<String> FORMER =
            List.of("PPr", "RPr", "ParaRPr", "TblPr", "TblPrEx", "TblGrid", "TrPr", "TcPr", "SectPr");

    /** Types of the elements that a mark inside may delete; all structures of formulas are among them. */
    private static final List<String> DELETABLE = List.of(
            "w:CT_Tbl",
            "w:CT_Row",
            "w:CT_Tc",
            "w:CT_R",
            "m:CT_R",
            "m:CT_Acc",
            "m:CT_Bar",
            "m:CT_Box",
            "m:CT_BorderBox",
            "m:CT_D",
            "m:CT_EqArr",
            "m:CT_F",
            "m:CT_Func",
            "m:CT_GroupChr",
            "m:CT_LimLow",
            "m:CT_LimUpp",
            "m:CT_M",
            "m:CT_Nary",
            "m:CT_Phant",
            "m:CT_Rad",
            "m:CT_SPre",
            "m:CT_SSub",
            "m:CT_SSubSup",
            "m:CT_SSup");

    private final OoxmlOptions options;
    private final WordDeletions deletions;

    private WordReview(OoxmlOptions options, WordDeletions deletions) {
        this.options = options;
        this.deletions = deletions;
    }

    /** For a part with text, which is looked through for what is deleted. */
    static WordReview of(OoxmlOptions options, OpcPackage opc, ZipMember part) {
        return new WordReview(options, options.acceptsChanges() ? WordDeletions.of(opc, part) : WordDeletions.none());
    }

    /** For a part that has properties only. */
    static WordReview ofProperties(OoxmlOptions options) {
        return new WordReview(options, WordDeletions.none());
    }

    /** Whether an element goes with everything inside since its deletion is accepted. */
    boolean deleted(XmlName name, Attributes attributes) {
        return options.acceptsChanges()
                && (name.is("w:del") || name.is("w:moveFrom") || deletions.has(attributes.ordinal()));
    }

    /** Adds its hooks to those of the part. */
    void addTo(Map<String, ElementHook> hooks) {
        if (options.removesComments()) {
            hooks.put("w:CT_Markup", (name, attributes) -> mark(name));
        }
        if (options.removesComments() || options.acceptsChanges()) {
            hooks.put("w:CT_MarkupRange", (name, attributes) -> mark(name));
        }
        if (options.acceptsChanges()) {
            hooks.putAll(accepting());
            ElementHook text = hooks.getOrDefault("w:CT_Text", ElementHook.none());
            hooks.put(
                    "w:CT_Text",
                    (name, attributes) -> name.is("w:delText") ? Fate.drop(CHANGE) : text.start(name, attributes));
        }
    }

    private Map<String, ElementHook> accepting() {
        ElementHook gone = (name, attributes) -> Fate.drop(CHANGE);
        Map<String, ElementHook> hooks = new HashMap<>();
        hooks.put("w:CT_RunTrackChange", (name, attributes) -> accepted(name));
        hooks.put("w:CT_TrackChange", gone);
        hooks.put("w:CT_TrackChangeNumbering", gone);
        hooks.put("w:CT_MoveBookmark", gone);
        FORMER.forEach(former -> hooks.put("w:CT_" + former + "Change", gone));
        hooks.put("w:CT_MathCtrlIns", (name, attributes) -> Fate.unwrap());
        hooks.put("w:CT_MathCtrlDel", (name, attributes) -> refuse("review.math-deletion", name));
        hooks.put("w:CT_CellMergeTrackChange", (name, attributes) -> refuse("review.tracked-merge", name));
        for (String type : DELETABLE) {
            hooks.put(type, (name, attributes) -> deleted(name, attributes) ? Fate.drop(CHANGE) : Fate.keep());
        }
        return hooks;
    }

    private Fate mark(XmlName name) {
        if (name.local().startsWith("comment")) {
            return options.removesComments() ? Fate.drop(COMMENT) : Fate.keep();
        }
        return options.acceptsChanges() && name.local().startsWith("move") ? Fate.drop(CHANGE) : Fate.keep();
    }

    private static Fate accepted(XmlName name) {
        return switch (name.local()) {
            case "ins", "moveTo" -> Fate.unwrap();
            default -> Fate.drop(CHANGE);
        };
    }

    private static Fate refuse(String code, XmlName name) {
        throw Refusal.of(code, name.toString());
    }
}
