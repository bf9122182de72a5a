package jp.kiyome.office.xlsb;

/** Numbers of the records that code reads ([MS-XLSB] 2.3.2). */
final class Brt {

    static final int ROW = 0;
    static final int BLANK = 1;
    static final int RK = 2;
    static final int ERROR = 3;
    static final int BOOL = 4;
    static final int REAL = 5;
    static final int TEXT = 6;
    static final int SHARED = 7;
    static final int FORMULA_TEXT = 8;
    static final int FORMULA_REAL = 9;
    static final int FORMULA_BOOL = 10;
    static final int FORMULA_ERROR = 11;
    /** The first of seven cells that stand behind the one before: less this, they are the cells from {@link #BLANK} on. */
    static final int SHORT_BLANK = 12;

    static final int SHORT_SHARED = 18;
    static final int STRING = 19;
    static final int NAME = 39;
    static final int FONT = 43;
    static final int FILL = 45;
    static final int BORDER = 46;
    static final int FORMAT = 47;
    static final int RICH_TEXT = 62;
    static final int SHEET = 156;
    static final int BOOK_ELSEWHERE = 355;
    static final int BOOK_SELF = 357;
    static final int BOOK_SAME = 358;
    static final int REFERENCES = 362;
    static final int ARRAY = 426;
    static final int SHARED_FORMULA = 427;
    static final int DATA_TABLE = 428;
    static final int DIFFERENTIAL = 507;
    static final int CELL_FORMATS = 617;
    static final int ADD_IN = 667;

    private Brt() {}
}
