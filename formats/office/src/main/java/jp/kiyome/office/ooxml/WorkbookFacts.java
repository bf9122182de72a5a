package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.office.formula.References;

/**
 * Which sheets and names of a workbook are carried.
 *
 * @param sheets of each sheet in order, whether it is carried
 * @param visible the first carried sheet that is not hidden, counted among the carried; 0 when there is none
 * @param sheetNames of the carried sheets, folded
 * @param names of the carried defined names, folded
 * @param refusedNames by their place among the defined names, the code under which a name is dropped
 * @param links of each external link in order, the code under which it is dropped
 */
record WorkbookFacts(
        List<Boolean> sheets,
        int visible,
        Set<String> sheetNames,
        Set<String> names,
        Map<Integer, String> refusedNames,
        List<String> links) {

    private static final Pattern LINK = Pattern.compile("\\[([1-9][0-9]{0,3})]");

    static WorkbookFacts none() {
        return new WorkbookFacts(List.of(), 0, Set.of(), Set.of(), Map.of(), List.of());
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether everything that a formula refers to is carried. */
    boolean has(References references) {
        return references.sheets().stream().map(WorkbookFacts::folded).allMatch(sheetNames::contains)
                && references.names().stream().map(WorkbookFacts::folded).allMatch(names::contains);
    }

    /** What a refused formula asks, where it names one of the external links by its number. */
    String ofLink(String formula) {
        Matcher number = LINK.matcher(formula);
        int link = number.find() ? Integer.parseInt(number.group(1)) : 0;
        return link > 0 && link <= links.size() ? links.get(link - 1) : ExternalLinks.BOOK;
    }

    boolean carried(int sheet) {
        return sheet >= 0 && sheet < sheets.size() && sheets.get(sheet);
    }

    /** The number among the carried sheets of one counted among all. */
    int renumbered(int sheet) {
        return (int)
                sheets.subList(0, sheet).stream().filter(carried -> carried).count();
    }
}
