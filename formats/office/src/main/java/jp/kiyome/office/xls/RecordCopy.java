package jp.kiyome.office.xls;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;
import jp.kiyome.office.xls.biff.RecordTable;

/** Writes anew the records that {@code records.allow} describes field by field, and tells of those that go. Not thread-safe. */
final class RecordCopy {

    private final Book book;
    private final Told told;
    private final String place;
    private boolean gone;

    /** @param place where in a workbook, as the list calls it */
    RecordCopy(Book book, Told told, String place) {
        this.book = book;
        this.told = told;
        this.place = place;
    }

    /** Copies the record, or tells why it goes; false when it is one of our own code. */
    boolean copy(RecordReader reader, RecordOutput out) {
        int id = reader.id();
        if (id == Biff.CONTINUE) {
            // Of a record that goes, what goes on with it goes too.
            if (!gone) {
                told.removed("xls.unknown-record", "Continue");
            }
            return true;
        }
        gone = false;
        return switch (XlsFields.RECORDS.row(id)) {
            case RecordTable.Row.Unknown<Book>(String name) -> go("xls.unknown-record", name);
            case RecordTable.Row.Drop<Book>(String name, String code) -> go(code, name);
            case RecordTable.Row.Keep<Book> keep when keep.places().contains(place) -> keep(keep, reader, out);
            case RecordTable.Row.Keep<Book> misplaced -> go("xls.unknown-record", misplaced.name());
            case RecordTable.Row.Code<Book> code when code.places().contains(place) -> false;
            case RecordTable.Row.Code<Book> misplaced -> go("xls.unknown-record", misplaced.name());
        };
    }

    private boolean go(String code, String name) {
        told.removed(code, name);
        gone = true;
        return true;
    }

    private boolean keep(RecordTable.Row.Keep<Book> row, RecordReader reader, RecordOutput out) {
        RecordInput in = reader.data();
        int begun = out.begin(reader.id());
        if (!row.layout().copy(in, out, book)) {
            out.cut(begun - 4);
            return go("xls.record-value", row.name());
        }
        out.end(begun);
        if (in.tail()) {
            told.removed("xls.record-tail", row.name());
        }
        if (in.strayed()) {
            told.changed("record.reference", row.name(), "");
        }
        if (in.altered()) {
            told.changed("xls.unused-field", row.name(), "");
        }
        return true;
    }
}
