package jp.kiyome.office.xls;

import java.util.Optional;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/**
 * Reads Obj records ([MS-XLS] 2.4.181) and writes those of pictures, shapes, texts, charts, notes and the buttons of filters anew: what
 * runs a macro, asks another program or is a control goes. Not thread-safe.
 */
final class ObjectRecord {

    static final int CHART = 0x05;
    private static final int GROUP = 0x00;
    private static final int PICTURE = 0x08;
    private static final int DROP_DOWN = 0x14;
    private static final int NOTE = 0x19;

    private static final int CMO = 0x15;
    private static final int CMO_FLAGS = 0x6011;
    private static final int LINKED_DDE = 0x02;
    private static final int CONTROL = 0x10;

    private final RecordInput in;
    private final Told told;
    private int kind = -1;
    private int id;
    private int flags;
    private int picture;
    private boolean macro;
    private boolean object;
    private boolean filter;

    private ObjectRecord(RecordInput in, Told told) {
        this.in = in;
        this.told = told;
    }

    /** The object anew; empty where it goes, and then it was told why. */
    static Optional<SheetObject> read(RecordInput in, Told told, boolean comments) {
        ObjectRecord object = new ObjectRecord(in, told);
        object.parts();
        return object.judged(comments);
    }

    /** 2.5.143 FtCmo and the parts behind it. */
    private void parts() {
        if (in.u16() != CMO || in.u16() != 18) {
            in.refuse();
            return;
        }
        kind = in.u16();
        id = in.u16();
        flags = in.u16() & CMO_FLAGS;
        in.bytes(12);
        while (in.ok() && in.remaining() >= 4) {
            int part = in.u16();
            int size = in.u16();
            if (part == 0x13) {
                list();
                return;
            }
            part(part, in.bytes(Math.min(size, in.remaining())));
        }
    }

    private void part(int part, byte[] data) {
        RecordInput at = RecordInput.of(data);
        switch (part) {
            case 0x04 -> macro |= at.u16() != 0;
            case 0x08 -> picture = at.u16();
            case 0x09 -> object = true;
            default -> {}
        }
    }

    /** The list of a drop-down (2.5.147 FtLbsData), whose size says nothing. */
    private void list() {
        int formula = in.u16();
        in.bytes(formula);
        in.u16();
        in.u16();
        filter = in.u16() >> 8 == 3;
        in.rest();
    }

    private Optional<SheetObject> judged(boolean comments) {
        if (!in.ok()) {
            return gone("xls.record-value", "");
        }
        if (macro) {
            told.removed("macro.reference", "Obj");
        }
        if ((picture & CONTROL) != 0) {
            return gone("active.activex", "");
        }
        if (object) {
            told.replaced((picture & LINKED_DDE) != 0 ? "active.ole-link" : "active.ole-object", "Obj", "");
        }
        return switch (kind) {
            case NOTE -> comments ? kept() : gone("review.comment", "");
            case GROUP, 0x01, 0x02, 0x03, 0x04, CHART, 0x06, PICTURE, 0x09, 0x1E -> kept();
            case DROP_DOWN -> filter ? kept() : gone("active.form-control", "");
            default -> gone("active.form-control", "0x" + Integer.toHexString(kind));
        };
    }

    private Optional<SheetObject> gone(String code, String detail) {
        told.removed(code, "Obj", detail);
        return Optional.empty();
    }

    private Optional<SheetObject> kept() {
        RecordOutput out = new RecordOutput();
        int begun = out.begin(Biff.OBJ);
        part(out, CMO, 18);
        out.u16(kind);
        out.u16(id);
        out.u16(flags);
        out.zeros(12);
        switch (kind) {
            case GROUP -> {
                part(out, 0x06, 2);
                out.u16(0);
            }
            case PICTURE -> {
                part(out, 0x07, 2);
                out.u16(0xFFFF);
                part(out, 0x08, 2);
                out.u16(1);
            }
            case NOTE -> {
                part(out, 0x0D, 22);
                out.zeros(22);
            }
            case DROP_DOWN -> filter(out);
            default -> {}
        }
        part(out, 0x00, 0);
        out.end(begun);
        return Optional.of(new SheetObject(id, kind == NOTE, out.toByteArray(), Optional.empty()));
    }

    /** The button of a filter always looks the same (2.5.151 FtSbs, 2.5.147 FtLbsData). */
    private static void filter(RecordOutput out) {
        part(out, 0x0C, 20);
        out.zeros(10);
        out.u16(100);
        out.u16(1);
        out.u16(10);
        out.u16(0);
        out.u16(1);
        out.u16(0x13);
        out.u16(0x1FEE);
        out.zeros(6);
        out.u16(0x0301);
        out.u16(0);
        out.u16(2);
        out.u16(8);
        out.zeros(6);
    }

    private static void part(RecordOutput out, int part, int size) {
        out.u16(part);
        out.u16(size);
    }
}
