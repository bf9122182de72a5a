package jp.kiyome.office.ooxml;

/**
 * What is known of the whole document before its parts are filtered.
 *
 * @param workbook sheets and names; without any for documents that are no workbooks
 * @param formulas judges formulas against them
 * @param strings shared by the cells of a workbook; what is known of them grows while worksheets are filtered
 */
record Facts(WorkbookFacts workbook, FormulaGuard formulas, SharedStrings strings) {

    static Facts of(PackageWalk walk) {
        SharedStrings strings =
                new SharedStrings(walk.session().budget().limits().decodedBytes());
        if (!walk.type().mainKind().equals("workbook")) {
            return new Facts(WorkbookFacts.none(), FormulaGuard.withoutWorkbook(), strings);
        }
        WorkbookFacts workbook = WorkbookSurvey.of(walk);
        return new Facts(workbook, FormulaGuard.within(workbook), strings);
    }
}
