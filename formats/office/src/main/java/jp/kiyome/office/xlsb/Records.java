package jp.kiyome.office.xlsb;

import jp.kiyome.office.xls.biff.RecordOutput;

/** How records are written ([MS-XLSB] 2.1.4). Stateless. */
final class Records {

    private Records() {}

    /** Writes the head of a record. */
    static void head(RecordOutput out, int id, int size) {
        if (id < 0x80) {
            out.u8(id);
        } else {
            out.u8(id & 0x7F | 0x80);
            out.u8(id >> 7);
        }
        int rest = size;
        while (rest >= 0x80) {
            out.u8(rest & 0x7F | 0x80);
            rest >>= 7;
        }
        out.u8(rest);
    }
}
