package jp.kiyome.office.ooxml;

import java.util.Optional;
import jp.kiyome.office.xlsb.Book;

/**
 * What is known of the whole document before its parts are filtered.
 *
 * @param workbook sheets and names; without any for documents that are no workbooks
 * @param formulas judges formulas against them
 * @param strings shared by the cells of a workbook; what is known of them grows while worksheets are filtered
 * @param binary what is known of a binary workbook; empty for all others
 * @param notes of a text document that the output refers to; grows likewise
 */
record Facts(
        WorkbookFacts workbook, FormulaGuard formulas, SharedStrings strings, Optional<Book> binary, WordNotes notes) {

    static Facts of(PackageWalk walk) {
        SharedStrings strings =
                new SharedStrings(walk.session().budget().limits().decodedBytes());
        if (walk.type().mainKind().equals(BinaryWorkbook.KIND)) {
            Book book = BinaryWorkbook.survey(walk);
            WorkbookFacts workbook = BinaryWorkbook.facts(book);
            return new Facts(workbook, FormulaGuard.within(workbook), strings, Optional.of(book), new WordNotes());
        }
        if (!walk.type().mainKind().equals("workbook")) {
            return new Facts(
                    WorkbookFacts.none(), FormulaGuard.withoutWorkbook(), strings, Optional.empty(), new WordNotes());
        }
        WorkbookFacts workbook = WorkbookSurvey.of(walk);
        return new Facts(workbook, FormulaGuard.within(workbook), strings, Optional.empty(), new WordNotes());
    }
}
