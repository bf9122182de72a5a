package jp.kiyome.office.xls.ptg;

import jp.kiyome.office.value.HyperlinkTarget;

/** Texts that stand in formulas. Stateless. */
final class Literal {

    /** Characters that only references to other workbooks or programs have. */
    private static final String LEADS_OUT = "[]|\\";

    private Literal() {}

    /** What a text is to {@link Operands}. */
    static int kind(String text) {
        boolean out = text.chars().anyMatch(c -> LEADS_OUT.indexOf(c) >= 0);
        boolean link = HyperlinkTarget.canonical(text).filter(text::equals).isPresent();
        return (out ? Operands.BOOK : 0) | (link ? Operands.LINK : 0);
    }
}
