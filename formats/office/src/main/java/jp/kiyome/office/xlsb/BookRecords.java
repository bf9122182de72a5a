package jp.kiyome.office.xlsb;

import java.util.List;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.value.SheetName;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** The sheets, references and names of a workbook, as they were settled before. Not thread-safe. */
final class BookRecords implements OwnRecords {

    private static final int HIDDEN = 1;
    private static final int VERY_HIDDEN = 2;
    private static final List<String> SHEETS = List.of("binary-worksheet", "binary-chartsheet");

    private final Part part;
    private int sheet;
    private int name;
    private int book;

    BookRecords(Part part) {
        this.part = part;
    }

    @Override
    public int copy(int id, RecordInput in, RecordOutput out) {
        return switch (id) {
            case Brt.SHEET -> sheet(in, out);
            case Brt.NAME -> name(in, out);
            case Brt.BOOK_SELF, Brt.BOOK_SAME, Brt.BOOK_ELSEWHERE, Brt.ADD_IN -> book(id);
            case Brt.REFERENCES -> references(in, out);
            default -> throw new IllegalStateException("nobody writes record " + id);
        };
    }

    private int name(RecordInput in, RecordOutput out) {
        DefinedName.read(in);
        return part.book().names().copy(name++, part, out) ? Brt.NAME : GONE;
    }

    private int references(RecordInput in, RecordOutput out) {
        References.skip(in);
        part.book().references().write(out);
        return part.book().references().isEmpty() ? GONE : Brt.REFERENCES;
    }

    private int sheet(RecordInput in, RecordOutput out) {
        SheetEntry.read(in);
        SheetEntry entry = part.book().sheets().get(sheet++);
        if (!(part.host().follow(entry.relationship(), SHEETS) instanceof Followed.Kept(String id))) {
            part.removed(entry.code(), entry.name());
            return GONE;
        }
        if (entry.state() == VERY_HIDDEN) {
            part.host().found("content.very-hidden-sheet", Action.CHANGED, "BrtBundleSh", entry.name());
        }
        String shown = SheetName.canonical(entry.name()).orElseThrow(() -> Refusal.of("xlsb.sheet-name", entry.name()));
        out.i32(Math.clamp(entry.state(), 0, HIDDEN));
        out.i32(entry.number());
        Texts.write(out, id);
        Texts.write(out, shown);
        return Brt.SHEET;
    }

    private int book(int id) {
        String code = part.book().references().book(book++);
        if (!code.isEmpty()) {
            part.removed(code, "");
            return GONE;
        }
        return id;
    }

    /** Those that stand where none may would have shifted the numbers of the others. */
    @Override
    public void end() {
        if (sheet != part.book().sheets().all().size()
                || name != part.book().names().size()) {
            throw Refusal.of("xlsb.nesting", "BrtBundleSh, BrtName");
        }
    }
}
