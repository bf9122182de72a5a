package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.escher.Drawing;
import jp.kiyome.office.escher.DrawingHost;
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.escher.PicturePlace;
import jp.kiyome.office.escher.PictureSource;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordWriter;
import jp.kiyome.office.xls.biff.RecordOutput;

/** The drawings of all sheets of a workbook, and what they share. Not thread-safe. */
final class Drawings {

    static final int CLIENT_TEXT = 0xF00D;
    static final int CLIENT_DATA = 0xF011;

    private final Book book;
    private final DrawingSet set;
    private boolean any;

    Drawings(Book book) {
        this.book = book;
        this.set = new DrawingSet(book.session(), book.told().where("MsoDrawingGroup"));
    }

    /** Reads what they share. */
    void group(DrawingBytes bytes) {
        if (!bytes.isEmpty()) {
            ShapeHost host = new ShapeHost(book.told(), new ArrayList<>());
            set.group(RawRecord.at(bytes.content(), 0), PictureSource.NONE, host);
        }
    }

    Optional<Drawing> read(Content bytes, DrawingHost host) {
        return set.read(RawRecord.at(bytes, 0), host);
    }

    void settle(DrawingBlock block) {
        any = true;
        set.settle(block.drawing());
    }

    /** Where in the bytes of a drawing the records of an object stand. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Cut(long end, byte[] records) {}

    /** The records of a drawing, with those of its objects between them. */
    void write(DrawingBlock block, Session session, Sink out) {
        Sink sink = session.scratch();
        List<Cut> cuts = new ArrayList<>();
        new RecordWriter(sink, (record, end) -> cut(record, block, end).ifPresent(cuts::add))
                .write(set.written(block.drawing()));
        Content all = sink.finish();
        RecordOutput records = new RecordOutput();
        long at = 0;
        for (Cut cut : cuts) {
            records.record(Biff.DRAWING, bytes(all, at, cut.end));
            records.bytes(cut.records);
            records.drainTo(out);
            at = cut.end;
        }
        if (at < all.size()) {
            records.record(Biff.DRAWING, bytes(all, at, all.size()));
            records.drainTo(out);
        }
    }

    private static Optional<Cut> cut(Record record, DrawingBlock block, long end) {
        if (!(record instanceof Record.Atom atom) || atom.mark() == 0) {
            return Optional.empty();
        }
        SheetObject object = block.objects().get(atom.mark() - 1);
        return switch (atom.type()) {
            case CLIENT_DATA -> Optional.of(new Cut(end, object.records()));
            case CLIENT_TEXT -> object.text().map(text -> new Cut(end, text));
            default -> Optional.empty();
        };
    }

    private static byte[] bytes(Content all, long from, long to) {
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        all.copy(from, bytes, 0, bytes.length);
        return bytes;
    }

    /** What they share, after each of them was written. */
    void writeGroup(RecordOutput out) {
        if (!any) {
            return;
        }
        Sink sink = book.session().scratch();
        new RecordWriter(sink).write(set.group(new PicturePlace.InTable()));
        Content all = sink.finish();
        out.record(Biff.DRAWING_GROUP, bytes(all, 0, all.size()));
    }
}
