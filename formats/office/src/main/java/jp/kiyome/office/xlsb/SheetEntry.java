package jp.kiyome.office.xlsb;

import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;

/**
 * A sheet as the workbook lists it ([MS-XLSB] BrtBundleSh).
 *
 * @param state 0 shown, 1 hidden, 2 hidden from those who ask
 * @param code the kind of finding under which it goes; empty when it stays
 */
record SheetEntry(int state, int number, String relationship, String name, String code) {

    /** Reads one that stays. */
    static SheetEntry read(RecordInput in) {
        int state = in.i32();
        int number = in.i32();
        String relationship = Texts.readNullable(in).orElse("");
        String name = Texts.read(in);
        if (!in.ok()) {
            throw Refusal.of("xlsb.part", "BrtBundleSh");
        }
        return new SheetEntry(state, number, relationship, name, "");
    }

    /** The same sheet, which goes under a kind of finding, or stays where that is empty. */
    SheetEntry goes(String why) {
        return new SheetEntry(state, number, relationship, name, why);
    }

    boolean stays() {
        return code.isEmpty();
    }
}
