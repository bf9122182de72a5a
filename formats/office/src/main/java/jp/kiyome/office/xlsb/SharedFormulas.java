package jp.kiyome.office.xlsb;

import java.util.HashMap;
import java.util.Map;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.ptg.Formula;

/**
 * The formulas that several cells of a sheet share, and the arrays and data tables, which stand behind the first cell of each and are
 * found before any cell is written. Not thread-safe.
 */
final class SharedFormulas {

    private static final Formula NOTHING_THERE = new Formula.Refused("active.formula", "no shared formula");
    private static final Formula TABLE = new Formula.Kept(new byte[0], new byte[0]);
    private static final int AREA = 16;
    private static final int MOST = 1 << 19;

    private final Map<Long, Formula> formulas = new HashMap<>();

    static SharedFormulas of(PartSource sheet, Book book) {
        SharedFormulas shared = new SharedFormulas();
        try (RecordStream records = new RecordStream(sheet)) {
            long row = 0;
            long cell = 0;
            while (records.next()) {
                RecordInput in = records.data();
                switch (records.id()) {
                    case Brt.ROW -> row = in.i32();
                    case Brt.FORMULA_TEXT, Brt.FORMULA_REAL, Brt.FORMULA_BOOL, Brt.FORMULA_ERROR ->
                        cell = place(row, in.i32());
                    case Brt.SHARED_FORMULA -> shared.add(cell, in, AREA, book);
                    case Brt.ARRAY -> shared.add(cell, in, AREA + 1, book);
                    case Brt.DATA_TABLE -> shared.formulas.putIfAbsent(cell, TABLE);
                    default -> {}
                }
            }
        }
        return shared;
    }

    private static long place(long row, long column) {
        return row << 32 | column & 0xFFFFFFFFL;
    }

    private void add(long cell, RecordInput in, int before, Book book) {
        if (formulas.size() == MOST) {
            throw Refusal.of("xlsb.part", "BrtShrFmla");
        }
        in.bytes(before);
        byte[] tokens = in.bytes(in.i32());
        byte[] extra = in.bytes(in.i32());
        formulas.putIfAbsent(cell, in.ok() ? book.formula(tokens, extra) : NOTHING_THERE);
    }

    /** What stands behind the cell at a place. */
    Formula at(long row, long column) {
        return formulas.getOrDefault(place(row, column), NOTHING_THERE);
    }
}
