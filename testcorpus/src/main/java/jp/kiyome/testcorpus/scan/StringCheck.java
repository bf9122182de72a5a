package jp.kiyome.testcorpus.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A cell has one value, and every string in a workbook's table is one that a cell of a worksheet shows, or says nothing. */
final class StringCheck implements Check {

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        Set<String> shown = new HashSet<>();
        opc.xml().forEach((name, part) -> {
            if (root(part, "x:worksheet")) {
                values(name, part.elements(), shown, found);
            }
        });
        opc.xml().forEach((name, part) -> {
            if (root(part, "x:sst")) {
                strings(name, part.elements(), shown, found);
            }
        });
    }

    private static boolean root(XmlPart part, String name) {
        return !part.elements().isEmpty() && part.elements().getFirst().is(name);
    }

    private static void values(String part, List<Element> elements, Set<String> shown, Found found) {
        Element before = null;
        for (Element e : elements) {
            Element cell = e.parent();
            if (!e.is("x:v") || cell == null) {
                continue;
            }
            if (before == cell) {
                found.vector(part, "a second value in " + cell);
            }
            before = cell;
            if (cell.attribute("t").equals("s")) {
                shown.add(e.text());
            }
        }
    }

    private static void strings(String part, List<Element> elements, Set<String> shown, Found found) {
        int index = -1;
        for (Element e : elements) {
            if (e.is("x:si")) {
                index++;
            } else if (e.inside("x:si") && !shown.contains(Integer.toString(index)) && says(e)) {
                found.vector(part, "string " + index + " is not shown: " + e.text());
            }
        }
    }

    private static boolean says(Element e) {
        return !e.text().isEmpty() || e.attributes().keySet().stream().anyMatch(key -> !key.equals("xml:space"));
    }
}
