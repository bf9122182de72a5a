package jp.kiyome.office.ooxml;

/**
 * What is known of the whole document before its parts are filtered.
 *
 * @param workbook sheets and names; without any for documents that are no workbooks
 * @param formulas judges formulas against them
 */
record Facts(WorkbookFacts workbook, FormulaGuard formulas) {

    static Facts of(PackageWalk walk) {
        if (!walk.type().mainKind().equals("workbook")) {
            return new Facts(WorkbookFacts.none(), FormulaGuard.withoutWorkbook());
        }
        WorkbookFacts workbook = WorkbookSurvey.of(walk);
        return new Facts(workbook, FormulaGuard.within(workbook));
    }
}
