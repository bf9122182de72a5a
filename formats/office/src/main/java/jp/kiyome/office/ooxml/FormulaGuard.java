package jp.kiyome.office.ooxml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.formula.FormulaGrammar;
import jp.kiyome.office.formula.FormulaVerdict;
import jp.kiyome.office.formula.References;

/**
 * Judges formulas: by the grammar, and by whether what they refer to is carried. Not thread-safe: one document, one thread.
 */
final class FormulaGuard {

    private static final String GONE = "#REF!";
    private static final int REMEMBERED = 10_000;

    private final FormulaGrammar grammar = FormulaGrammar.excel();
    private final Predicate<References> reachable;
    private final UnaryOperator<String> ofLink;
    private final Map<String, Judged> judged = new LinkedHashMap<>();

    /**
     * What was said of a formula.
     *
     * @param code why it is refused; empty when it is not
     * @param text the formula to write
     */
    record Judged(String code, String text) {}

    private FormulaGuard(Predicate<References> reachable, UnaryOperator<String> ofLink) {
        this.reachable = reachable;
        this.ofLink = ofLink;
    }

    static FormulaGuard withoutWorkbook() {
        return new FormulaGuard(references -> true, formula -> ExternalLinks.BOOK);
    }

    static FormulaGuard within(WorkbookFacts workbook) {
        return new FormulaGuard(workbook::has, workbook::ofLink);
    }

    Judged judge(String formula) {
        Judged before = judged.get(formula);
        if (before == null) {
            before = fresh(formula);
            if (judged.size() == REMEMBERED) {
                judged.clear();
            }
            judged.put(formula, before);
        }
        return before;
    }

    private Judged fresh(String formula) {
        return switch (grammar.judge(formula)) {
            case FormulaVerdict.Refused(FormulaVerdict.Reason reason, var what) ->
                new Judged(reason.code().equals(ExternalLinks.BOOK) ? ofLink.apply(formula) : reason.code(), "");
            case FormulaVerdict.Allowed(String text, References references) ->
                reachable.test(references) ? new Judged("", text) : new Judged("active.formula", "");
        };
    }

    /** Judges a formula that is no cell's. Charts keep their cached values, so theirs is replaced, not dropped. */
    String judge(Utf8 value, XmlName element, FilterHost host) {
        String formula = value.toString();
        Judged said = judge(formula);
        if (said.code().isEmpty()) {
            if (!said.text().equals(formula)) {
                value.set(said.text());
            }
            return FilterHost.ACCEPTED;
        }
        String vocabulary = element.namespace().key().toLowerCase(Locale.ROOT);
        if (!vocabulary.startsWith("c")) {
            return said.code();
        }
        host.found(said.code(), Action.REPLACED, element.toString(), formula);
        value.set(GONE);
        return FilterHost.ACCEPTED;
    }
}
