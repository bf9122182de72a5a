package jp.kiyome.office.xls;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.ptg.Formula;

/**
 * Conditional formats and data validations ([MS-XLS] 2.4.56 CondFmt, .42 CF, .89 DVal, .88 Dv): a record in front says how many follow,
 * so they are held until the last has come. Not thread-safe.
 */
final class CellRules {

    private static final int COUNT_OF_DVAL = 14;

    private final Book book;
    private final Told told;
    private final RecordOutput members = new RecordOutput();
    private byte[] head = {};
    private int headId;
    private int count;

    CellRules(Book book, Told told) {
        this.book = book;
        this.told = told;
    }

    /** Whether the record is one of these; then it is held, or was written. */
    boolean copy(int id, RecordInput in, RecordOutput out) {
        switch (id) {
            case Biff.COND_FMT -> {
                settle(out);
                formats(in);
            }
            case Biff.DVAL -> {
                settle(out);
                validations(in);
            }
            case Biff.CF -> member(in, Biff.COND_FMT, "CF");
            case Biff.DV -> member(in, Biff.DVAL, "Dv");
            default -> {
                settle(out);
                return false;
            }
        }
        return true;
    }

    /** Writes what is held. */
    void settle(RecordOutput out) {
        if (count > 0) {
            int begun = out.begin(headId);
            out.bytes(head);
            out.end(begun);
            if (headId == Biff.COND_FMT) {
                out.u16At(begun, count);
            } else {
                out.i32At(begun + COUNT_OF_DVAL, count);
            }
            out.bytes(members.toByteArray());
        }
        members.clear();
        count = 0;
        headId = 0;
    }

    private void formats(RecordInput in) {
        RecordOutput out = new RecordOutput();
        in.u16();
        out.u16(0);
        out.u16(in.u16());
        XlsFields.range(in, out, 2);
        ranges(in, out);
        hold(in, out, Biff.COND_FMT, "CondFmt");
    }

    private void validations(RecordInput in) {
        RecordOutput out = new RecordOutput();
        out.u16(in.u16() & 0x07);
        out.i32(in.i32());
        out.i32(in.i32());
        // The drop-down of the cell that was last selected: none.
        in.i32();
        out.i32(-1);
        in.i32();
        out.i32(0);
        hold(in, out, Biff.DVAL, "DVal");
    }

    private void hold(RecordInput in, RecordOutput out, int id, String name) {
        if (!in.ok()) {
            told.removed("xls.record-value", name);
            return;
        }
        tail(in, name);
        head = out.toByteArray();
        headId = id;
    }

    private void member(RecordInput in, int of, String name) {
        int begun = members.size();
        int record = members.begin(of == Biff.COND_FMT ? Biff.CF : Biff.DV);
        String refused = headId != of ? "xls.record-value" : of == Biff.COND_FMT ? format(in) : validation(in);
        if (refused.isEmpty() && !in.ok()) {
            refused = "xls.record-value";
        }
        if (!refused.isEmpty()) {
            members.cut(begun);
            told.removed(refused, name);
            return;
        }
        members.end(record);
        count++;
        tail(in, name);
    }

    private String format(RecordInput in) {
        int kind = in.u8();
        int operator = in.u8();
        if (kind < 1 || kind > 2 || operator > 8) {
            in.refuse();
        }
        members.u8(kind);
        members.u8(operator);
        int first = in.u16();
        int second = in.u16();
        members.u16(first);
        members.u16(second);
        DifferentialFormat.copy(in, members);
        String refused = formula(in.bytes(first), first);
        return refused.isEmpty() ? formula(in.bytes(second), second) : refused;
    }

    private String validation(RecordInput in) {
        members.i32(in.i32() & 0x00FFFFFF);
        for (int i = 0; i < 4; i++) {
            int length = in.u16();
            String text = in.string(length);
            members.u16(text.length());
            members.string(text);
        }
        for (int i = 0; i < 2; i++) {
            int size = in.u16();
            in.u16();
            members.u16(size);
            members.u16(0);
            String refused = formula(in.bytes(size), size);
            if (!refused.isEmpty()) {
                return refused;
            }
        }
        ranges(in, members);
        return "";
    }

    /** Why a formula goes; empty where it stays, or there is none. */
    private String formula(byte[] tokens, int size) {
        if (size == 0) {
            return "";
        }
        return switch (book.formula(tokens, RecordInput.of(new byte[0]))) {
            case Formula.Kept(byte[] kept, byte[] extra) -> {
                members.bytes(kept);
                yield "";
            }
            case Formula.Refused(String code, String detail) -> code;
        };
    }

    /** Areas of cells (2.5.246 SqRefU). */
    private static void ranges(RecordInput in, RecordOutput out) {
        int ranges = in.u16();
        out.u16(ranges);
        if (in.has(ranges, 8)) {
            for (int i = 0; i < ranges; i++) {
                XlsFields.range(in, out, 2);
            }
        }
    }

    private void tail(RecordInput in, String name) {
        if (in.strayed()) {
            told.changed("record.reference", name, "");
        }
        if (in.tail()) {
            told.removed("xls.record-tail", name);
        }
    }
}
