package jp.kiyome.testcorpus.scan;

import java.util.Locale;
import java.util.Set;

/** What a click, a hover or a start does: only jumps inside the file. */
final class ActionCheck implements Check {

    private static final Set<String> JUMPS = Set.of(
            "",
            "ppaction://hlinksldjump",
            "ppaction://noaction",
            "ppaction://hlinkshowjump?jump=nextslide",
            "ppaction://hlinkshowjump?jump=previousslide",
            "ppaction://hlinkshowjump?jump=firstslide",
            "ppaction://hlinkshowjump?jump=lastslide",
            "ppaction://hlinkshowjump?jump=endshow");
    private static final Set<String> STARTED = Set.of("auto_open", "auto_close", "auto_activate", "auto_deactivate");

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.xml().forEach((name, part) -> part.elements().forEach(e -> {
            if (!JUMPS.contains(e.attribute("action"))) {
                found.vector(name, e);
            }
            if (e.is("x:definedName")) {
                name(name, e, found);
            }
            if (e.is("x:hyperlink") && e.attribute("location").matches(".*(\\\\|//|\\.\\.|:/).*")) {
                found.vector(name, e);
            }
        }));
    }

    private static void name(String part, Element e, Found found) {
        String name = e.attribute("name").toLowerCase(Locale.ROOT).replaceFirst("^_xlnm\\.", "");
        boolean macro = e.attribute("function").matches("1|true");
        if (macro || STARTED.stream().anyMatch(name::startsWith)) {
            found.vector(part, e);
        }
    }
}
