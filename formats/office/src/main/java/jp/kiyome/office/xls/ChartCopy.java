package jp.kiyome.office.xls;

import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;
import jp.kiyome.office.xls.ptg.Formula;

/** Writes a chart, alone on a sheet or in one ([MS-XLS] 2.1.7.20.1). Not thread-safe. */
final class ChartCopy {

    /** A text or values that stand in the chart itself (2.4.29 BRAI). */
    private static final int LITERAL = 1;

    private static final int FORMULA = 2;

    private final Book book;
    private final Told told;
    private final Cells cells;

    ChartCopy(Book book, Told told) {
        this.book = book;
        this.told = told;
        this.cells = new Cells(book, told);
    }

    /** From behind the BOF that the reader stands on to its EOF; whoever calls has looked at that. */
    void copy(RecordReader reader, RecordOutput out) {
        Beginning.write(out, SheetKind.CHART);
        book.counts().chart(new RecordReader(book.stream(), reader.end()));
        RecordCopy records = new RecordCopy(book, told, "c");
        while (reader.next() && reader.id() != Biff.EOF) {
            if (!records.copy(reader, out)) {
                own(reader, out);
            }
        }
        out.end(out.begin(Biff.EOF));
    }

    private void own(RecordReader reader, RecordOutput out) {
        switch (reader.id()) {
            case Biff.BRAI -> reference(reader.data(), out);
            case Biff.LABEL -> label(reader.data(), out);
            case Biff.NUMBER, Biff.BLANK, Biff.BOOL_ERR -> cells.copy(reader.id(), reader.data(), out);
            case Biff.DRAWING, Biff.OBJ, Biff.TXO -> {
                told.removed("xls.chart-drawing", "Chart");
                while (reader.following() == Biff.CONTINUE && reader.next()) {
                    reader.data();
                }
            }
            case Biff.BOF -> throw Refusal.of("xls.sheet-start", told.where("Chart"), "a sheet in a chart");
            default -> throw new IllegalStateException("nobody writes 0x" + Integer.toHexString(reader.id()));
        }
    }

    private void reference(RecordInput in, RecordOutput out) {
        int part = in.u8();
        int kind = in.u8();
        int flags = in.u16() & 1;
        int format = in.u16();
        int size = in.u16();
        byte[] tokens = in.bytes(size);
        if (!in.ok() || part > 3 || kind > FORMULA) {
            throw Refusal.of("xls.chart", told.where("BRAI"), "");
        }
        int keptKind = kind;
        byte[] kept = new byte[0];
        if (size > 0) {
            switch (book.formula(tokens, RecordInput.of(new byte[0]))) {
                case Formula.Kept(byte[] same, byte[] extra) -> kept = same;
                case Formula.Refused(String code, String detail) -> {
                    told.removed(code, "BRAI", detail);
                    keptKind = LITERAL;
                }
            }
        }
        int begun = out.begin(Biff.BRAI);
        out.u8(part);
        out.u8(keptKind);
        out.u16(flags);
        out.u16(book.counts().numberFormat(format, in));
        out.u16(kept.length);
        out.bytes(kept);
        out.end(begun);
        if (in.strayed()) {
            told.changed("record.reference", "BRAI", "");
        }
        tail(in, "BRAI");
    }

    private void label(RecordInput in, RecordOutput out) {
        int begun = out.begin(Biff.LABEL);
        out.u16(in.u16());
        out.u16(in.u16());
        out.u16(book.format(in));
        int length = in.u16();
        String text = in.string(length);
        out.u16(text.length());
        out.string(text);
        if (!in.ok()) {
            throw Refusal.of("xls.chart", told.where("Label"), "");
        }
        out.end(begun);
        tail(in, "Label");
    }

    private void tail(RecordInput in, String name) {
        if (in.tail()) {
            told.removed("xls.record-tail", name);
        }
    }
}
