package jp.kiyome.office.doc.sprm;

import jp.kiyome.office.record.Numbers;

/** How many cells a row has while its properties are read one after the other: what they say of cells is held against it. Not thread-safe. */
final class Row {

    /** Cells of a row ([MS-DOC] 2.9.321, NumberOfColumns). */
    static final int MOST = 63;

    private static final int UNKNOWN = -1;
    private static final int INSERT = 0x7621;
    private static final int DELETE = 0x5622;

    private int cells = UNKNOWN;

    /** Whether cells from one up to another, without that, can be in the row (ItcFirstLim, 2.9.129). */
    boolean has(int first, int limit) {
        return first < limit && limit <= (cells == UNKNOWN ? MOST : cells);
    }

    /** Whether so many cells can be put in at a place (TInsertOperand, 2.9.323). */
    boolean takes(int first, int count) {
        return count > 0 && Math.max(first, Math.max(0, cells)) + count <= MOST;
    }

    /** What the row is once a property holds that stays. */
    void after(Sprm sprm) {
        switch (sprm.code()) {
            case Sprm.DEF_TABLE -> cells = Numbers.u8(sprm.operand(), 0);
            case INSERT -> {
                if (cells != UNKNOWN) {
                    cells = Math.max(cells, Numbers.u8(sprm.operand(), 0)) + Numbers.u8(sprm.operand(), 1);
                }
            }
            case DELETE -> {
                if (cells != UNKNOWN) {
                    cells -= Numbers.u8(sprm.operand(), 1) - Numbers.u8(sprm.operand(), 0);
                }
            }
            default -> {}
        }
    }
}
