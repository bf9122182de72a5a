package jp.kiyome.office.ooxml;

import java.util.HashMap;
import java.util.Map;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.container.zip.ZipMember;

/** The elements of one part that code decides about, and the values that depend on where they stand. */
final class PartHooks {

    private final Map<String, ElementHook> hooks = new HashMap<>();
    private final WordFields fields;
    private final SheetFormulas formulas;
    private final SheetCells cells;

    private PartHooks(WordFields fields, SheetFormulas formulas, SheetCells cells) {
        this.fields = fields;
        this.formulas = formulas;
        this.cells = cells;
    }

    static PartHooks of(PackageWalk walk, PartScope scope, CarriedPart part, Facts facts, FilterHost host) {
        ZipMember member = part.member();
        WordFields fields = new WordFields(host);
        PartHooks hooks = new PartHooks(fields, new SheetFormulas(facts.formulas()), new SheetCells(facts.strings()));
        hooks.hooks.put("a:CT_Hyperlink", new ClickTarget());
        hooks.hooks.put(
                "o:CT_OLEObject",
                (name, attributes) -> attributes.text("Type").equals("Link")
                        ? ElementHook.Fate.drop("active.ole-link")
                        : ElementHook.Fate.keep());
        switch (part.kind().name()) {
            case "document", "header", "footer", "footnotes", "endnotes", "comments" -> {
                WordReview review = WordReview.of(walk.options(), walk.opc(), member);
                fields.survey(
                        walk.opc(),
                        member,
                        (name, attributes) -> review.deleted(name, attributes)
                                || facts.notes().unreferenced(name, attributes));
                hooks.hooks.putAll(fields.hooks());
                review.addTo(hooks.hooks);
            }
            case "word-styles", "numbering" ->
                WordReview.ofProperties(walk.options()).addTo(hooks.hooks);
            case "core-properties" -> hooks.hooks.put("cp:CT_Text", (name, attributes) -> title(walk.options(), name));
            case "vml-drawing" ->
                hooks.hooks.put("xvml:CT_ClientData", (name, attributes) -> note(walk.options(), attributes));
            case "workbook" -> hooks.hooks.putAll(new WorkbookHooks(facts.workbook(), scope, host).hooks());
            case "worksheet" -> {
                hooks.hooks.put("x:CT_CellFormula", hooks.formulas);
                hooks.hooks.put("x:CT_Hyperlink", new ClickTarget());
                hooks.hooks.putAll(hooks.cells.hooks());
            }
            case "shared-strings" -> hooks.hooks.putAll(facts.strings().hooks(walk.opc(), member));
            case "slide", "slide-layout", "slide-master", "notes-slide" ->
                hooks.hooks.putAll(OleFrames.of(walk.opc(), member, scope).hooks());
            default -> {}
        }
        facts.notes().addTo(hooks.hooks, part.kind());
        return hooks;
    }

    private static ElementHook.Fate title(OoxmlOptions options, XmlName name) {
        return options.removesTitle() && name.is("dc:title")
                ? ElementHook.Fate.drop("metadata.properties")
                : ElementHook.Fate.keep();
    }

    /** The frame of a comment is a shape that cannot do without its client data, and goes with it. */
    private static ElementHook.Fate note(OoxmlOptions options, Attributes attributes) {
        return options.removesComments() && attributes.text("ObjectType").equals("Note")
                ? ElementHook.Fate.drop("review.comment")
                : ElementHook.Fate.keep();
    }

    Map<String, ElementHook> hooks() {
        return hooks;
    }

    String cellFormula(Utf8 value) {
        return formulas.judge(value);
    }

    String cellValue(Utf8 value) {
        return cells.judge(value);
    }

    String fieldCode(Utf8 value) {
        return fields.judge(value);
    }
}
