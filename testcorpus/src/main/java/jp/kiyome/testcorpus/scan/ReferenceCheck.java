package jp.kiyome.testcorpus.scan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.testcorpus.scan.Opc.Relation;

/** Whatever points at something points at something that is there. */
final class ReferenceCheck implements Check {

    /** Referring element, its attribute, and the element and attribute it must meet somewhere in the package. */
    private record Pointer(String from, String by, String to, String key, Set<String> nothing) {}

    private static final Set<String> NAMED = Set.of(
            "slide",
            "worksheet",
            "chartsheet",
            "image",
            "hyperlink",
            "chart",
            "header",
            "footer",
            "package",
            "drawing");
    private static final Set<String> NONE = Set.of("");
    private static final List<Pointer> POINTERS = List.of(
            new Pointer("w:commentReference", "w:id", "w:comment", "w:id", NONE),
            new Pointer("w:commentRangeStart", "w:id", "w:comment", "w:id", NONE),
            new Pointer("w:footnoteReference", "w:id", "w:footnote", "w:id", NONE),
            new Pointer("w:endnoteReference", "w:id", "w:endnote", "w:id", NONE),
            new Pointer("w:bookmarkEnd", "w:id", "w:bookmarkStart", "w:id", NONE),
            new Pointer("w:numId", "w:val", "w:num", "w:numId", Set.of("", "0")),
            new Pointer("w:pStyle", "w:val", "w:style", "w:styleId", NONE),
            new Pointer("w:rStyle", "w:val", "w:style", "w:styleId", NONE),
            new Pointer("w:tblStyle", "w:val", "w:style", "w:styleId", NONE),
            new Pointer("w:basedOn", "w:val", "w:style", "w:styleId", NONE),
            new Pointer("w:link", "w:val", "w:style", "w:styleId", NONE),
            new Pointer("w:next", "w:val", "w:style", "w:styleId", NONE),
            new Pointer("x:pivotTableDefinition", "cacheId", "x:pivotCache", "cacheId", NONE));

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        Map<String, List<Element>> byName = opc.xml().values().stream()
                .flatMap(part -> part.elements().stream())
                .collect(Collectors.groupingBy(Element::name));
        POINTERS.forEach(pointer -> pointer(pointer, byName, found));
        opc.xml().keySet().forEach(part -> relationshipIds(opc, part, found));
        opc.xml().keySet().forEach(part -> unused(opc, part, found));
        sheets(opc, found);
        animated(opc, found);
    }

    private static void pointer(Pointer pointer, Map<String, List<Element>> byName, Found found) {
        Set<String> targets = byName.getOrDefault(pointer.to, List.of()).stream()
                .map(e -> e.attribute(pointer.key))
                .collect(Collectors.toSet());
        for (Element e : byName.getOrDefault(pointer.from, List.of())) {
            String value = e.attribute(pointer.by);
            if (!pointer.nothing.contains(value) && !targets.contains(value)) {
                found.dangling("", e);
            }
        }
    }

    private static void relationshipIds(Opc opc, String part, Found found) {
        Set<String> ids = opc.relations(part).stream().map(Relation::id).collect(Collectors.toSet());
        for (Element e : opc.elements(part)) {
            e.attributes().forEach((name, value) -> {
                if (name.startsWith("r:") && !value.isEmpty() && !ids.contains(value)) {
                    found.dangling(part, e);
                }
            });
        }
    }

    /** Relationships of the kinds that an element must name, and none does: a slide or sheet that no list shows. */
    private static void unused(Opc opc, String part, Found found) {
        Set<String> used = opc.elements(part).stream()
                .flatMap(e -> e.attributes().entrySet().stream())
                .filter(a -> a.getKey().startsWith("r:") || a.getKey().equals("o:relid"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        boolean shows =
                part.matches("word/.*|xl/workbook.xml|ppt/presentation.xml|.*/slides/.*|.*/worksheets/.*|.*/charts/.*");
        for (Relation relation : opc.relations(part)) {
            if (shows && NAMED.contains(relation.kind()) && !used.contains(relation.id())) {
                found.structure(part, "nothing names " + relation);
            }
        }
    }

    /** Defined names are of sheets that are there; cells have styles and strings that are there. */
    private static void sheets(Opc opc, Found found) {
        List<Element> all =
                opc.xml().values().stream().flatMap(p -> p.elements().stream()).toList();
        long sheets = all.stream().filter(e -> e.is("x:sheet")).count();
        long strings = all.stream().filter(e -> e.is("x:si")).count();
        long formats =
                all.stream().filter(e -> e.is("x:xf") && e.inside("x:cellXfs")).count();
        for (Element e : all) {
            if (e.is("x:definedName") && number(e.attribute("localSheetId"), 0) >= Math.max(1, sheets)) {
                found.dangling("", e);
            }
            if (e.is("x:c") && number(e.attribute("s"), 0) >= Math.max(1, formats)) {
                found.dangling("", e);
            }
            Element cell = e.parent();
            if (e.is("x:v") && cell != null && cell.attribute("t").equals("s") && number(e.text(), 0) >= strings) {
                found.dangling("", cell);
            }
        }
    }

    private static void animated(Opc opc, Found found) {
        opc.xml().forEach((name, part) -> {
            Set<String> shapes = part.elements().stream()
                    .filter(e -> e.is("p:cNvPr"))
                    .map(e -> e.attribute("id"))
                    .collect(Collectors.toSet());
            part.elements().stream()
                    .filter(e -> e.is("p:spTgt") && !shapes.contains(e.attribute("spid")))
                    .forEach(e -> found.dangling(name, e));
        });
    }

    private static long number(String text, long otherwise) {
        return text.strip().matches("[0-9]{1,9}") ? Long.parseLong(text.strip()) : otherwise;
    }
}
