package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordOutput;
import jp.kiyome.office.xls.biff.RecordReader;

/** Writes what all sheets share ([MS-XLS] 2.1.7.20.3). Not thread-safe. */
final class GlobalsCopy {

    private final Book book;
    private final Told told;
    private final Drawings drawings;
    private final RecordOutput out = new RecordOutput();
    private final List<Integer> sheetsAt = new ArrayList<>();
    private boolean linksWritten;
    private boolean groupWritten;
    private boolean stringsWritten;
    private int lockAt;

    GlobalsCopy(Book book, Drawings drawings) {
        this.book = book;
        this.told = book.told();
        this.drawings = drawings;
    }

    /** Reads what the drawings of all sheets share, before these are read. */
    void drawingGroup() {
        RecordReader reader = Substreams.open(book.stream(), 0, SheetKind.GLOBALS);
        DrawingBytes bytes = new DrawingBytes();
        while (reader.next() && reader.id() != Biff.EOF) {
            if (reader.id() == Biff.DRAWING_GROUP) {
                bytes.add(reader);
            }
        }
        drawings.group(bytes);
    }

    /** All records; where sheets begin is filled in by {@link #placeSheets}. */
    RecordOutput copy(boolean locked) {
        RecordReader reader = Substreams.open(book.stream(), 0, SheetKind.GLOBALS);
        Beginning.write(out, SheetKind.GLOBALS);
        if (locked) {
            lockAt = out.size() + 4;
            out.record(Biff.FILE_PASS, FilePass.placeholder());
        }
        RecordCopy records = new RecordCopy(book, told, "g");
        while (reader.next() && reader.id() != Biff.EOF) {
            if (!records.copy(reader, out)) {
                own(reader);
            }
        }
        links();
        group();
        strings();
        if (sheetsAt.isEmpty()) {
            throw Refusal.of("xls.no-sheet", "");
        }
        out.end(out.begin(Biff.EOF));
        return out;
    }

    private void own(RecordReader reader) {
        switch (reader.id()) {
            case Biff.BOUND_SHEET -> sheets();
            case Biff.SUP_BOOK, Biff.EXTERN_NAME, Biff.NAME -> links();
            case Biff.EXTERN_SHEET -> {
                links();
                skipContinued(reader);
            }
            case Biff.DRAWING_GROUP -> {
                group();
                skipContinued(reader);
            }
            case Biff.SST -> {
                links();
                group();
                strings();
                skipContinued(reader);
            }
            case Biff.FILE_PASS -> {}
            default -> throw new IllegalStateException("nobody writes 0x" + Integer.toHexString(reader.id()));
        }
    }

    private static void skipContinued(RecordReader reader) {
        while (reader.following() == Biff.CONTINUE && reader.next()) {
            reader.data();
        }
    }

    /** All sheets that stay, where the first stood. */
    private void sheets() {
        if (!sheetsAt.isEmpty()) {
            return;
        }
        boolean shown = book.sheets().kept().stream().anyMatch(entry -> entry.hidden() == 0);
        for (SheetEntry entry : book.sheets().kept()) {
            int begun = out.begin(Biff.BOUND_SHEET);
            sheetsAt.add(begun);
            out.i32(0);
            int hidden = shown || !sheetsAt.equals(List.of(begun)) ? Math.min(1, entry.hidden()) : 0;
            if (hidden != entry.hidden()) {
                told.changed("content.very-hidden-sheet", "BoundSheet8", entry.name());
            }
            out.u8(hidden);
            out.u8(entry.kind().listed());
            out.u8(entry.name().length());
            out.string(entry.name());
            out.end(begun);
        }
    }

    private void links() {
        if (!linksWritten) {
            linksWritten = true;
            book.links().write(book.sheets().kept().size(), out);
            book.names().write(book.sheets(), out);
        }
    }

    private void group() {
        if (!groupWritten) {
            groupWritten = true;
            drawings.writeGroup(out);
        }
    }

    private void strings() {
        if (!stringsWritten) {
            stringsWritten = true;
            book.strings().write(out);
        }
    }

    /** Fills in where sheets begin, counted from the end of what is written here. */
    void placeSheets(List<Long> starts, RecordOutput globals) {
        for (int i = 0; i < sheetsAt.size(); i++) {
            globals.i32At(sheetsAt.get(i), Math.toIntExact(globals.size() + starts.get(i)));
        }
    }

    /** Where the data of the FilePass record stand. */
    int lockAt() {
        return lockAt;
    }
}
