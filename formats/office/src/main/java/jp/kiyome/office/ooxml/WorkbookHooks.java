package jp.kiyome.office.ooxml;

import java.util.Map;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import org.jspecify.annotations.Nullable;

/** The workbook part: names and links that go, sheets that are numbered anew, sheets that nobody is meant to find. */
final class WorkbookHooks {

    private final WorkbookFacts facts;
    private final PartScope scope;
    private final FilterHost host;
    private int name = -1;

    WorkbookHooks(WorkbookFacts facts, PartScope scope, FilterHost host) {
        this.facts = facts;
        this.scope = scope;
        this.host = host;
    }

    Map<String, ElementHook> hooks() {
        return Map.of(
                "x:CT_DefinedName", this::definedName,
                "x:CT_Sheet", this::sheet,
                "x:CT_BookView", this::view,
                "x:CT_ExternalReference", this::externalReference);
    }

    private ElementHook.Fate externalReference(XmlName element, Attributes attributes) {
        return ElementHook.Fate.drop(scope.droppedLink(attributes.text("r:id")));
    }

    private ElementHook.Fate definedName(XmlName element, Attributes attributes) {
        name++;
        String refused = facts.refusedNames().getOrDefault(name, "");
        if (!refused.isEmpty()) {
            return ElementHook.Fate.drop(refused);
        }
        renumber(attributes.find("localSheetId"));
        return ElementHook.Fate.keep();
    }

    private ElementHook.Fate sheet(XmlName element, Attributes attributes) {
        Utf8 state = attributes.find("state");
        if (state != null && state.toString().equals("veryHidden")) {
            host.found("content.very-hidden-sheet", Action.CHANGED, element.toString(), attributes.text("name"));
            state.set("hidden");
        }
        return ElementHook.Fate.keep();
    }

    private ElementHook.Fate view(XmlName element, Attributes attributes) {
        renumber(attributes.find("activeTab"));
        renumber(attributes.find("firstSheet"));
        return ElementHook.Fate.keep();
    }

    private void renumber(@Nullable Utf8 number) {
        if (number == null) {
            return;
        }
        String text = number.toString();
        int sheet = text.length() > 6 ? -1 : Integer.parseInt(text);
        int fresh = facts.carried(sheet) ? facts.renumbered(sheet) : facts.visible();
        if (fresh != sheet) {
            number.set(Integer.toString(fresh));
        }
    }
}
