package jp.kiyome.office.xls;

import java.util.Optional;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;

/** Writes a sheet, record by record in the order they have. Not thread-safe. */
final class SheetCopy {

    private static final int DRAIN_AT = 1 << 16;
    private static final int RECORDS_BETWEEN_TIME_CHECKS = 4096;

    private final Book book;
    private final SheetEntry entry;
    private final Told told;
    private final Sink sink;
    private final RecordOutput out = new RecordOutput();
    private final Cells cells;
    private final CellFormulas formulas;
    private final CellRules rules;
    private final SheetDrawing drawing;
    private final RecordCopy records;
    private final ChartCopy charts;
    private long drawingAt = -1;

    private SheetCopy(Book book, SheetEntry entry, Drawings drawings) {
        this.book = book;
        this.entry = entry;
        this.told = new Told(book.session(), entry.name());
        this.sink = book.session().scratch();
        this.cells = new Cells(book, told);
        this.formulas = new CellFormulas(book, told);
        this.rules = new CellRules(book, told);
        this.charts = new ChartCopy(book, told);
        this.drawing = new SheetDrawing(book, told, drawings, charts);
        this.records = new RecordCopy(book, told, "s");
    }

    static SheetCopy of(Book book, SheetEntry entry, Drawings drawings) {
        return new SheetCopy(book, entry, drawings);
    }

    SheetPart copy() {
        if (entry.kind() == SheetKind.CHART) {
            RecordReader reader = open();
            charts.copy(reader, out);
            out.drainTo(sink);
            return new SheetPart(sink.finish(), 0, Optional.empty());
        }
        formulas.survey(open());
        RecordReader reader = open();
        Beginning.write(out, entry.kind());
        int count = 0;
        while (reader.next() && reader.id() != Biff.EOF) {
            one(reader);
            if (++count % RECORDS_BETWEEN_TIME_CHECKS == 0) {
                book.session().budget().checkTime();
            }
            if (out.size() > DRAIN_AT) {
                out.drainTo(sink);
            }
        }
        formulas.settle(out);
        rules.settle(out);
        endDrawing();
        out.end(out.begin(Biff.EOF));
        out.drainTo(sink);
        return new SheetPart(sink.finish(), Math.max(0, drawingAt), drawing.block());
    }

    private RecordReader open() {
        return Substreams.open(book.stream(), entry.offset(), entry.kind().begun());
    }

    private void one(RecordReader reader) {
        int id = reader.id();
        if (formulas.copy(reader, out)) {
            return;
        }
        formulas.settle(out);
        if (cells.copy(id, reader.data(), out) || rules.copy(id, reader.data(), out) || drawing.take(reader)) {
            return;
        }
        endDrawing();
        if (id == Biff.VIEW_BEGIN) {
            view(reader);
        } else if (!records.copy(reader, out)) {
            own(reader);
        }
    }

    /** The drawing stands where its last object stood. */
    private void endDrawing() {
        if (drawing.end()) {
            drawingAt = sink.position() + out.size();
        }
    }

    /** What a person's own view of the sheet has ([MS-XLS] 2.4.336), records of panes and of printing among it. */
    private void view(RecordReader reader) {
        told.removed("xls.custom-view", "UserSViewBegin");
        boolean inside = true;
        while (inside && reader.next()) {
            if (reader.id() == Biff.EOF) {
                throw Refusal.of("xls.truncated", told.where("UserSViewBegin"), "");
            }
            inside = reader.id() != Biff.VIEW_END;
        }
    }

    private void own(RecordReader reader) {
        switch (reader.id()) {
            case Biff.HLINK -> new Hyperlinks(told).copy(reader.data(), out);
            case Biff.NOTE -> drawing.note(reader.data(), out);
            case Biff.BOF -> {
                // A chart that no object stands for.
                told.removed("xls.unknown-record", "BOF");
                charts.copy(reader, new RecordOutput());
            }
            default -> throw new IllegalStateException("nobody writes 0x" + Integer.toHexString(reader.id()));
        }
    }
}
