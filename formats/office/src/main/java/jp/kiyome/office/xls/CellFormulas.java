package jp.kiyome.office.xls;

import java.util.HashMap;
import java.util.Map;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;
import jp.kiyome.office.xls.ptg.Formula;

/**
 * Cells with formulas ([MS-XLS] 2.4.127 Formula, .260 ShrFmla, .4 Array, .313 Table, .268 String). One whose formula does not stay
 * keeps what it calculated last. Not thread-safe.
 */
final class CellFormulas {

    private static final int FLAGS = 0x002F;
    private static final int EXP = 0x01;
    private static final int TBL = 0x02;
    private static final Formula NOTHING_THERE = new Formula.Refused("active.formula", "no shared formula");

    private final Book book;
    private final Told told;
    private final Map<Integer, Formula> shared = new HashMap<>();
    private final Map<Integer, Formula> tables = new HashMap<>();
    private int last;
    private Waiting waiting = Waiting.NONE;

    /** What is to be done with the text that comes behind a formula. */
    private record Waiting(What what, int row, int column, int format) {

        enum What {
            NOTHING,
            BEHIND_FORMULA,
            AS_CELL
        }

        static final Waiting NONE = new Waiting(What.NOTHING, 0, 0, 0);
    }

    CellFormulas(Book book, Told told) {
        this.book = book;
        this.told = told;
    }

    /** Judges the formulas that several cells share, which stand behind the first of these. */
    void survey(RecordReader reader) {
        int cell = 0;
        while (reader.next() && reader.id() != Biff.EOF && reader.id() != Biff.BOF) {
            RecordInput in = reader.data();
            switch (reader.id()) {
                case Biff.FORMULA, Biff.FORMULA_4 -> cell = in.i32();
                case Biff.SHR_FMLA -> {
                    in.bytes(8);
                    shared.put(cell, formula(in));
                }
                case Biff.ARRAY -> {
                    in.bytes(12);
                    shared.put(cell, formula(in));
                }
                case Biff.TABLE -> tables.put(cell, new Formula.Kept(new byte[0], new byte[0]));
                default -> {}
            }
        }
    }

    private Formula formula(RecordInput in) {
        int size = in.u16();
        return book.formula(in.bytes(size), in);
    }

    /** Whether the record is one of these; then it was written. */
    boolean copy(RecordReader reader, RecordOutput out) {
        RecordInput in = reader.data();
        switch (reader.id()) {
            case Biff.FORMULA, Biff.FORMULA_4 -> cell(in, out);
            case Biff.SHR_FMLA -> shared(in, out);
            case Biff.ARRAY -> array(in, out);
            case Biff.TABLE -> table(in, out);
            case Biff.STRING -> text(reader, out);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void cell(RecordInput in, RecordOutput out) {
        settle(out);
        int row = in.u16();
        int column = in.u16();
        last = row | column << 16;
        int format = book.format(in);
        CellValue value = CellValue.read(in);
        int flags = in.u16() & FLAGS;
        in.i32();
        int size = in.u16();
        byte[] tokens = in.bytes(size);
        if (!in.ok() || column > 255) {
            throw Refusal.of("xls.cell", told.where("Formula"), "");
        }
        if (in.strayed()) {
            told.changed("record.reference", "Formula", "");
        }
        switch (pointsElsewhere(tokens) ? elsewhere(tokens) : book.formula(tokens, in)) {
            case Formula.Kept(byte[] kept, byte[] extra) -> {
                int begun = CellValue.head(out, Biff.FORMULA, row, column, format);
                out.i64(value.bits());
                out.u16(flags);
                out.i32(0);
                byte[] own = pointsElsewhere(tokens) ? tokens : kept;
                out.u16(own.length);
                out.bytes(own);
                out.bytes(pointsElsewhere(tokens) ? new byte[0] : extra);
                out.end(begun);
                waiting = value instanceof CellValue.Text
                        ? new Waiting(Waiting.What.BEHIND_FORMULA, row, column, format)
                        : Waiting.NONE;
                tail(in, "Formula");
            }
            case Formula.Refused(String code, String detail) -> {
                told.replaced(code, Place.of(row, column), detail);
                value(value, row, column, format, out);
            }
        }
    }

    private void value(CellValue value, int row, int column, int format, RecordOutput out) {
        if (value instanceof CellValue.Text) {
            waiting = new Waiting(Waiting.What.AS_CELL, row, column, format);
        } else {
            value.writeCell(out, row, column, format);
        }
    }

    /** A cell of a shared formula, of an array or of a table (2.5.198.58 PtgExp, .72 PtgTbl). */
    private static boolean pointsElsewhere(byte[] tokens) {
        return tokens.length == 5 && (tokens[0] == EXP || tokens[0] == TBL);
    }

    private Formula elsewhere(byte[] tokens) {
        RecordInput in = RecordInput.of(tokens);
        Map<Integer, Formula> where = in.u8() == EXP ? shared : tables;
        return where.getOrDefault(in.i32(), NOTHING_THERE);
    }

    private void shared(RecordInput in, RecordOutput out) {
        int begun = out.begin(Biff.SHR_FMLA);
        area(in, out);
        in.u8();
        out.u8(0);
        out.u8(in.u8());
        finish(in, out, begun, "ShrFmla");
    }

    private void array(RecordInput in, RecordOutput out) {
        int begun = out.begin(Biff.ARRAY);
        area(in, out);
        out.u16(in.u16() & 1);
        in.i32();
        out.i32(0);
        finish(in, out, begun, "Array");
    }

    private void finish(RecordInput in, RecordOutput out, int begun, String name) {
        Formula formula = shared.getOrDefault(last, NOTHING_THERE);
        int size = in.u16();
        in.bytes(size);
        if (!in.ok()) {
            throw Refusal.of("xls.cell", told.where(name), "");
        }
        switch (formula) {
            case Formula.Kept(byte[] tokens, byte[] extra) -> {
                out.u16(tokens.length);
                out.bytes(tokens);
                out.bytes(extra);
                out.end(begun);
                in.bytes(Math.min(extra.length, in.remaining()));
                tail(in, name);
            }
            // Told where its cells stand.
            case Formula.Refused refused -> out.cut(begun - 4);
        }
    }

    private void table(RecordInput in, RecordOutput out) {
        int begun = out.begin(Biff.TABLE);
        area(in, out);
        out.u16(in.u16() & 0x3D);
        for (int i = 0; i < 4; i++) {
            out.u16(in.u16());
        }
        out.end(begun);
        if (!in.ok()) {
            throw Refusal.of("xls.cell", told.where("Table"), "");
        }
        tail(in, "Table");
    }

    private static void area(RecordInput in, RecordOutput out) {
        out.i32(in.i32());
        out.u16(in.u16());
    }

    private void text(RecordReader reader, RecordOutput out) {
        SplitInput in = new SplitInput(reader);
        int length = in.u16();
        String text = length == 0 ? "" : in.characters(length, (in.u8() & 1) != 0);
        if (!in.ok()) {
            throw Refusal.of("xls.cell", told.where("String"), "");
        }
        switch (waiting.what) {
            case BEHIND_FORMULA -> {
                boolean wide = RecordOutput.isWide(text);
                SplitOutput split = new SplitOutput(out, Biff.STRING);
                split.u16(text.length());
                split.u8(wide ? 1 : 0);
                split.characters(text, wide);
                split.end();
            }
            case AS_CELL -> {
                int begun = CellValue.head(out, Biff.LABEL_SST, waiting.row, waiting.column, waiting.format);
                out.i32(book.strings().add(text));
                out.end(begun);
            }
            case NOTHING -> told.removed("xls.unknown-record", "String");
        }
        waiting = Waiting.NONE;
        if (!in.atEnd()) {
            told.removed("xls.record-tail", "String");
        }
    }

    /** A text that should have come did not: its cell is empty. */
    void settle(RecordOutput out) {
        if (waiting.what == Waiting.What.AS_CELL) {
            new CellValue.Empty().writeCell(out, waiting.row, waiting.column, waiting.format);
        }
        waiting = Waiting.NONE;
    }

    private void tail(RecordInput in, String name) {
        if (in.tail()) {
            told.removed("xls.record-tail", name);
        }
    }
}
