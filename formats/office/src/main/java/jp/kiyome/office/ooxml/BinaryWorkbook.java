package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xlsb.Book;
import jp.kiyome.office.xlsb.PartSource;

/** Reads a binary workbook for its sheets and names, before anything that refers to them is filtered. */
final class BinaryWorkbook {

    /** The main part of xlsb in {@code parts.allow}. */
    static final String KIND = "binary-workbook";

    private BinaryWorkbook() {}

    static Book survey(PackageWalk walk) {
        ZipMember workbook = walk.opc().relationships("").stream()
                .filter(r -> r.type().equals("officeDocument") && !r.external())
                .findFirst()
                .flatMap(r -> PartName.resolve("", r.target()))
                .flatMap(walk.opc()::part)
                .orElseThrow(() -> Refusal.of("opc.main-part", "0"));
        PartScope scope = new PartScope(walk, walk.kinds().kind(KIND), workbook.name());
        try {
            return Book.survey(
                    new BinarySource(walk.opc(), workbook),
                    part(walk, scope, "styles"),
                    part(walk, scope, "sharedStrings"),
                    new BinaryHost(walk, scope));
        } catch (Refusal refusal) {
            throw InPart.named(refusal, workbook.name());
        }
    }

    private static Optional<PartSource> part(PackageWalk walk, PartScope scope, String type) {
        return scope.ofType(type).stream()
                .filter(relationship -> !relationship.external())
                .findFirst()
                .flatMap(scope::target)
                .map(part -> new BinarySource(walk.opc(), part));
    }

    /** The same for the formulas of charts. */
    static WorkbookFacts facts(Book book) {
        return new WorkbookFacts(book.sheetsThatStay(), 0, book.sheetNames(), book.nameNames(), Map.of(), List.of());
    }
}
