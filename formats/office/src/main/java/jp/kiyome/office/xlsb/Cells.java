package jp.kiyome.office.xlsb;

import jp.kiyome.core.finding.Action;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.ptg.Formula;

/**
 * Rows and cells ([MS-XLSB] 2.1.7.62). A formula that does not stay leaves what it calculated last; a cell that says its column by
 * the one before says it by itself. Not thread-safe.
 */
final class Cells implements OwnRecords {

    private static final String VALUE = "xlsb.record-value";
    private static final int LAST_ROW = (1 << 20) - 1;
    private static final int LAST_COLUMN = (1 << 14) - 1;
    private static final int MOST_SPANS = 16;
    /** Whether it is calculated each time. */
    private static final int FORMULA_FLAGS = 0x02;
    /** A cell of a shared formula, of an array or of a data table (PtgExp). */
    private static final int ELSEWHERE = 0x01;

    private static final int FORMAT = 0xFFFFFF;
    private static final int PHONETIC = 0x01000000;

    private final Part part;
    private final SharedFormulas shared;
    private int row = -1;
    private int column = -1;
    private boolean inRow;
    private boolean formulaStays;

    Cells(Part part, SharedFormulas shared) {
        this.part = part;
        this.shared = shared;
    }

    @Override
    public int copy(int id, RecordInput in, RecordOutput out) {
        return switch (id) {
            case Brt.ROW -> row(in, out);
            case Brt.SHARED_FORMULA, Brt.ARRAY, Brt.DATA_TABLE -> behind(id, in, out);
            default -> cell(id, in, out);
        };
    }

    private int row(RecordInput in, RecordOutput out) {
        int number = in.i32();
        out.i32(number);
        int look = in.i32();
        out.i32(look(look & ~PHONETIC, in));
        out.u16(in.u16());
        out.u8(masked(in, 0x03));
        out.u8(masked(in, 0x7F));
        out.u8(masked(in, 0x01));
        spans(in, out);
        inRow = in.ok() && number > row && number <= LAST_ROW;
        column = -1;
        if (!inRow) {
            return refused("BrtRowHdr");
        }
        row = number;
        return Brt.ROW;
    }

    private static int masked(RecordInput in, int mask) {
        int value = in.u8();
        if ((value & ~mask) != 0) {
            in.alter();
        }
        return value & mask;
    }

    /** From which column to which cells stand, so that programs need not look; where they are wrong, programs do. */
    private static void spans(RecordInput in, RecordOutput out) {
        int before = out.size();
        int count = in.i32();
        out.i32(count);
        boolean right = count >= 0 && count <= MOST_SPANS && in.remaining() >= 8 * count;
        int last = -1;
        for (int i = 0; right && i < count; i++) {
            int first = in.i32();
            right = first > last;
            last = in.i32();
            right &= last >= first && last <= LAST_COLUMN;
            out.i32(first);
            out.i32(last);
        }
        if (!right) {
            out.cut(before);
            out.i32(0);
            in.rest();
            in.alter();
        }
    }

    private int cell(int id, RecordInput in, RecordOutput out) {
        boolean next = id >= Brt.SHORT_BLANK && id <= Brt.SHORT_SHARED;
        int kind = next ? id - Brt.SHORT_BLANK + Brt.BLANK : id;
        int at = next ? column + 1 : in.i32();
        int look = look(in.i32(), in);
        if (!in.ok() || !inRow || at <= column || at > LAST_COLUMN) {
            return refused(where(at));
        }
        out.i32(at);
        out.i32(look);
        formulaStays = false;
        int written = value(kind, at, in, out);
        if (!in.ok()) {
            return refused(where(at));
        }
        column = at;
        return written;
    }

    private int look(int stored, RecordInput in) {
        int format = stored & FORMAT;
        boolean there = format < part.book().styles().count("format");
        if (!there && format != 0 || (stored & ~(FORMAT | PHONETIC)) != 0) {
            in.alter();
        }
        return there ? stored & (FORMAT | PHONETIC) : stored & PHONETIC;
    }

    private int value(int kind, int at, RecordInput in, RecordOutput out) {
        switch (kind) {
            case Brt.BLANK -> {}
            case Brt.RK -> out.i32(in.i32());
            case Brt.ERROR, Brt.BOOL -> plain(kind, in, out);
            case Brt.REAL -> Looks.real(in, out);
            case Brt.TEXT -> Texts.write(out, Texts.read(in));
            case Brt.SHARED -> {
                return shared(at, in, out);
            }
            case Brt.RICH_TEXT -> RichText.copy(in, out, part);
            default -> {
                return formula(kind, at, in, out);
            }
        }
        return kind;
    }

    private static void plain(int kind, RecordInput in, RecordOutput out) {
        int value = in.u8();
        if (kind == Brt.BOOL ? value > 1 : !isError(value)) {
            in.refuse();
        }
        out.u8(value);
    }

    /** Whether it is a code of an error value (BErr). */
    private static boolean isError(int code) {
        return switch (code) {
            case 0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B -> true;
            default -> false;
        };
    }

    private int shared(int at, RecordInput in, RecordOutput out) {
        int string = in.i32();
        if (part.book().use(string)) {
            out.i32(string);
            return Brt.SHARED;
        }
        part.host().found(VALUE, Action.REPLACED, where(at), "");
        return Brt.BLANK;
    }

    private int formula(int kind, int at, RecordInput in, RecordOutput out) {
        int plain = kind - Brt.FORMULA_TEXT;
        int valueKind = Brt.TEXT - plain;
        value(valueKind, at, in, out);
        int flags = in.u16();
        byte[] tokens = in.bytes(in.i32());
        byte[] extra = in.bytes(in.i32());
        if (!in.ok()) {
            return OwnRecords.GONE;
        }
        boolean elsewhere = tokens.length == 5 && tokens[0] == ELSEWHERE && extra.length == 4;
        Formula judged = elsewhere
                ? shared.at(
                        RecordInput.of(new byte[] {tokens[1], tokens[2], tokens[3], tokens[4]})
                                .i32(),
                        RecordInput.of(extra).i32())
                : part.book().formula(tokens, extra);
        return switch (judged) {
            case Formula.Kept(byte[] kept, byte[] keptExtra) -> {
                formulaStays = true;
                out.u16(flags & FORMULA_FLAGS);
                Fields.write(elsewhere ? new byte[][] {tokens, extra} : new byte[][] {kept, keptExtra}, out);
                yield kind;
            }
            case Formula.Refused(String code, String detail) -> {
                part.host().found(code, Action.REPLACED, where(at), detail);
                yield valueKind;
            }
        };
    }

    /** What stands behind the cell that has it: the area and the formula that the cells of the area share. */
    private int behind(int id, RecordInput in, RecordOutput out) {
        if (!formulaStays) {
            in.rest();
            return GONE;
        }
        formulaStays = false;
        Fields.area(in, out);
        if (id == Brt.DATA_TABLE) {
            for (int i = 0; i < 4; i++) {
                out.i32(in.i32());
            }
            out.u8(masked(in, 0x3F));
            return in.ok() ? id : refused("BrtTable");
        }
        if (id == Brt.ARRAY) {
            out.u8(masked(in, 0x01));
        }
        in.bytes(in.i32());
        in.bytes(in.i32());
        if (!in.ok() || !(shared.at(row, column) instanceof Formula.Kept(byte[] tokens, byte[] extra))) {
            return refused("BrtShrFmla");
        }
        Fields.write(new byte[][] {tokens, extra}, out);
        return id;
    }

    private int refused(String where) {
        part.host().found(VALUE, Action.REMOVED, where, "");
        return GONE;
    }

    /** The cell as people call it. */
    private String where(int at) {
        StringBuilder letters = new StringBuilder();
        for (int rest = Math.clamp(at, 0, LAST_COLUMN) + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row + 1).toString();
    }
}
