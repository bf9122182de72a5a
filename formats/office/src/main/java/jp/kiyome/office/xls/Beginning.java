package jp.kiyome.office.xls;

import jp.kiyome.office.xls.biff.RecordOutput;

/** The record that begins a substream ([MS-XLS] 2.4.21 BOF), always as one version of Excel writes it. Stateless. */
final class Beginning {

    private static final int BUILD = 0x10D3;
    private static final int YEAR = 0x07CC;
    private static final int HISTORY = 0x000000C1;
    private static final int LOWEST_VERSION = 0x00000006;

    private Beginning() {}

    static void write(RecordOutput out, SheetKind kind) {
        write(out, kind.begun());
    }

    static void write(RecordOutput out, int kind) {
        int begun = out.begin(Biff.BOF);
        out.u16(Biff.VERSION);
        out.u16(kind);
        out.u16(BUILD);
        out.u16(YEAR);
        out.i32(HISTORY);
        out.i32(LOWEST_VERSION);
        out.end(begun);
    }
}
