package jp.kiyome.testcorpus.scan;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas wherever they stand: no function with effects, no other workbook, no DDE. */
final class FormulaCheck implements Check {

    private static final Set<String> HOLDERS = Set.of(
            "x:f",
            "x:formula",
            "x:formula1",
            "x:formula2",
            "xm:f",
            "c:f",
            "x:definedName",
            "x:calculatedColumnFormula",
            "x:totalsRowFormula",
            "x:oldFormula");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\s*\\(");
    private static final Pattern OTHER_BOOK = Pattern.compile("\\[[^\\[\\]]*][^\\[\\]+\\-*/^&=<>(),;]*!");
    private static final Pattern LINK = Pattern.compile("(?i)HYPERLINK\\s*\\(\\s*(\"(?:[^\"]|\"\")*\"\\s*[,)])?");

    private final Lists lists = Lists.read();

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.xml().forEach((name, part) -> part.elements().stream()
                .filter(e -> HOLDERS.contains(e.name()) || e.name().endsWith("/chartex:f"))
                .filter(e -> !harmless(e.text()))
                .forEach(e -> found.vector(name, e.name() + ": " + e.text())));
    }

    boolean harmless(String formula) {
        String bare = STRING.matcher(formula).replaceAll("\"\"");
        Matcher quoted = QUOTED.matcher(bare);
        while (quoted.find()) {
            if (quoted.group().matches("(?s).*[\\[\\]|\\\\].*|.*://.*")) {
                return false;
            }
        }
        bare = QUOTED.matcher(bare).replaceAll("q");
        if (bare.chars().filter(c -> c == '(').count()
                != bare.chars().filter(c -> c == ')').count()) {
            return false;
        }
        boolean unended = bare.replace("\"\"", "").contains("\"");
        if (unended
                || bare.contains("|")
                || bare.contains("://")
                || OTHER_BOOK.matcher(bare).find()) {
            return false;
        }
        return CALL.matcher(bare).results().noneMatch(call -> lists.forbidsFunction(call.group(1)))
                && linksHarmless(formula);
    }

    /** A link's target is a constant that may stand; one that is put together is not known. */
    private static boolean linksHarmless(String formula) {
        Matcher link = LINK.matcher(formula);
        while (link.find()) {
            String target = link.group(1);
            if (target == null || !Links.harmless(target.substring(1, target.lastIndexOf('"')))) {
                return false;
            }
        }
        return true;
    }
}
