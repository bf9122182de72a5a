package jp.kiyome.office.xlsb;

import jp.kiyome.core.finding.Action;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** The strings that cells share ([MS-XLSB] BrtSSTItem): one that no cell shows becomes empty in its place. Not thread-safe. */
final class StringRecords implements OwnRecords {

    private static final int EMPTY = 5;

    private final Part part;
    private int string;

    StringRecords(Part part) {
        this.part = part;
    }

    @Override
    public int copy(int id, RecordInput in, RecordOutput out) {
        if (part.book().uses(string++)) {
            RichText.copy(in, out, part);
            if (!in.ok()) {
                part.host().found("xlsb.record-value", Action.REPLACED, "BrtSSTItem", "");
                out.clear();
                empty(out);
            }
            return id;
        }
        if (in.remaining() != EMPTY || in.u8() != 0 || in.i32() != 0) {
            part.host().found("content.unused-string", Action.REPLACED, "BrtSSTItem", "");
            in.rest();
        }
        empty(out);
        return id;
    }

    private static void empty(RecordOutput out) {
        out.u8(0);
        out.i32(0);
    }
}
