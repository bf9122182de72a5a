package jp.kiyome.testcorpus.scan;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of places, fonts and other shapes are no addresses, no paths and no items of DDE. */
final class NameCheck implements Check {

    private static final Set<String> FONTS =
            Set.of("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs", "w:font", "typeface", "w:altName");

    private static final Pattern LEADS_ELSEWHERE =
            Pattern.compile("(?is)\\\\\\\\.*|[a-z][-+.a-z0-9]*://.*|(javascript|vbscript|data|file|ms-[a-z]+):.*");

    private static final Pattern NO_PLACE = Pattern.compile("(?s).*[|].*|'?\\[.*");

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.xml().forEach((name, part) -> part.elements().forEach(e -> look(name, e, found)));
    }

    private static void look(String part, Element e, Found found) {
        e.attributes().forEach((key, value) -> {
            boolean place = key.equals("w:anchor")
                    || key.equals("location") && e.is("x:hyperlink")
                    || e.is("w:bookmarkStart") && key.equals("w:name")
                    || e.is("x:dataRef") && key.equals("name")
                    || e.is("o:rel") && key.startsWith("id");
            boolean leads = LEADS_ELSEWHERE.matcher(value).matches();
            if ((place || FONTS.contains(key)) && leads
                    || place && NO_PLACE.matcher(value).matches()) {
                found.vector(part, e.name() + " " + key + "=" + value);
            }
        });
    }
}
