package jp.kiyome.testcorpus.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ids that must be unique are. */
final class IdCheck implements Check {

    private static final Map<String, List<String>> UNIQUE = Map.ofEntries(
            Map.entry("rel:Relationship", List.of("Id")),
            Map.entry("w:comment", List.of("w:id")),
            Map.entry("w:footnote", List.of("w:id")),
            Map.entry("w:endnote", List.of("w:id")),
            Map.entry("w:abstractNum", List.of("w:abstractNumId")),
            Map.entry("w:num", List.of("w:numId")),
            Map.entry("w:style", List.of("w:styleId")),
            Map.entry("w:bookmarkStart", List.of("w:id")),
            Map.entry("x:sheet", List.of("name", "sheetId", "r:id")),
            Map.entry("x:row", List.of("r")),
            Map.entry("x:c", List.of("r")),
            Map.entry("p:sldId", List.of("id", "r:id")),
            Map.entry("p:sldMasterId", List.of("id", "r:id")),
            Map.entry("p:sldLayoutId", List.of("id", "r:id")));

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.xml().forEach((name, part) -> {
            Set<String> seen = new HashSet<>();
            for (Element e : part.elements()) {
                for (String key : UNIQUE.getOrDefault(e.name(), List.of())) {
                    String value = e.attribute(key).toLowerCase(Locale.ROOT);
                    if (!value.isEmpty() && !seen.add(e.name() + key + value)) {
                        found.structure(name, e);
                    }
                }
                if (e.is("x:definedName")
                        && !seen.add("name" + e.attribute("name").toLowerCase(Locale.ROOT) + "/"
                                + e.attribute("localSheetId"))) {
                    found.structure(name, e);
                }
            }
        });
    }
}
