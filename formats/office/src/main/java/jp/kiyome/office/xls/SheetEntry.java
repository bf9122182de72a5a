package jp.kiyome.office.xls;

import java.util.Optional;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.value.SheetName;
import jp.kiyome.office.xls.biff.RecordInput;

/**
 * A sheet as the workbook lists it ([MS-XLS] 2.4.28 BoundSheet8).
 *
 * @param offset of its BOF in the stream
 * @param hidden 0 for shown, 1 for hidden, 2 for hidden from the user interface
 */
record SheetEntry(String name, SheetKind kind, int hidden, long offset) {

    static SheetEntry read(RecordInput in) {
        long offset = Integer.toUnsignedLong(in.i32());
        int hidden = in.u8() & 0x03;
        int kind = in.u8();
        int length = in.u8();
        String name = in.string(length);
        Optional<SheetKind> known = SheetKind.ofListed(kind);
        if (!in.ok() || hidden > 2 || known.isEmpty()) {
            throw Refusal.of("xls.sheet-list", name);
        }
        // Programs older than the rules of Excel for names wrote some that it would not take.
        if (SheetName.canonical(name).isEmpty()) {
            throw Refusal.of("xls.sheet-name", name);
        }
        return new SheetEntry(name, known.get(), hidden, offset);
    }
}
