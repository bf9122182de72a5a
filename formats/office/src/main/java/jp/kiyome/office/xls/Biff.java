package jp.kiyome.office.xls;

/** Numbers of records that our own code reads or writes ([MS-XLS] 2.3). */
final class Biff {

    static final int FORMULA = 0x0006;
    /** The same with the number it had before; some programs still write that. */
    static final int FORMULA_4 = 0x0406;

    static final int EOF = 0x000A;
    static final int EXTERN_SHEET = 0x0017;
    static final int NAME = 0x0018;
    static final int NOTE = 0x001C;
    static final int EXTERN_NAME = 0x0023;
    static final int FILE_PASS = 0x002F;
    static final int CONTINUE = 0x003C;
    static final int OBJ = 0x005D;
    static final int WS_BOOL = 0x0081;
    static final int BOUND_SHEET = 0x0085;
    static final int MUL_RK = 0x00BD;
    static final int MUL_BLANK = 0x00BE;
    static final int XF = 0x00E0;
    static final int DRAWING_GROUP = 0x00EB;
    static final int DRAWING = 0x00EC;
    static final int SST = 0x00FC;
    static final int LABEL_SST = 0x00FD;
    static final int FONT = 0x0031;
    static final int FORMAT = 0x041E;
    static final int SERIES = 0x1003;
    static final int CHART_FORMAT = 0x1014;
    static final int VIEW_BEGIN = 0x01AA;
    static final int VIEW_END = 0x01AB;
    static final int SUP_BOOK = 0x01AE;
    static final int COND_FMT = 0x01B0;
    static final int CF = 0x01B1;
    static final int DVAL = 0x01B2;
    static final int TXO = 0x01B6;
    static final int HLINK = 0x01B8;
    static final int DV = 0x01BE;
    static final int BLANK = 0x0201;
    static final int NUMBER = 0x0203;
    static final int LABEL = 0x0204;
    static final int BOOL_ERR = 0x0205;
    static final int STRING = 0x0207;
    static final int ROW = 0x0208;
    static final int ARRAY = 0x0221;
    static final int TABLE = 0x0236;
    static final int RK = 0x027E;
    static final int STYLE = 0x0293;
    static final int SHR_FMLA = 0x04BC;
    static final int BOF = 0x0809;
    static final int BRAI = 0x1051;

    /** The version that a BOF record of Excel 97 to 2003 has. */
    static final int VERSION = 0x0600;

    private Biff() {}
}
