package jp.kiyome.testcorpus.scan;

import java.util.regex.Pattern;

/** What a cell holds is of the type that the cell states (ECMA-376-1 section 18.18.11). */
final class CellCheck implements Check {

    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern DATE = Pattern.compile("[-0-9:.TZ+]*");
    private static final Pattern ERROR = Pattern.compile("#[A-Z_]+(/[0A])?[!?]?");

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.xml().forEach((name, part) -> {
            if (!part.elements().isEmpty() && part.elements().getFirst().is("x:worksheet")) {
                part.elements().forEach(e -> look(name, e, found));
            }
        });
    }

    private static void look(String part, Element e, Found found) {
        Element cell = e.parent();
        if (cell == null || !cell.is("x:c")) {
            return;
        }
        String type = cell.attribute("t");
        if (e.is("x:is") && !type.equals("inlineStr") || e.is("x:v") && !fits(type, e.text())) {
            found.vector(part, "a cell of type '" + type + "' holds " + e.text());
        }
    }

    private static boolean fits(String type, String value) {
        return switch (type) {
            case "", "n" -> value.isEmpty() || NUMBER.matcher(value).matches();
            case "b" -> value.isEmpty() || value.matches("0|1|true|false");
            case "e" -> value.isEmpty() || ERROR.matcher(value).matches();
            case "d" -> DATE.matcher(value).matches();
            case "inlineStr" -> false;
            default -> true;
        };
    }
}
