package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordReader;

/** Reads what must be known first: which sheets, names and references stay, and the strings. Not thread-safe. */
final class Survey {

    private static final int DIALOG = 0x10;

    private final Book book;
    private final Substreams substreams;

    private Survey(Content stream, Session session) {
        this.book = new Book(stream, session);
        this.substreams = new Substreams(stream);
    }

    static Book of(Content stream, Session session) {
        return new Survey(stream, session).read();
    }

    private Book read() {
        substreams.take(0);
        globals();
        List<Boolean> stays = new ArrayList<>();
        for (SheetEntry entry : book.sheets().all()) {
            substreams.take(entry.offset());
            stays.add(stays(entry));
        }
        long loose = substreams.loose();
        if (loose > 0) {
            book.told().removed("xls.loose-bytes", "", Long.toString(loose));
        }
        book.sheets().settle(stays);
        book.links().settle(book.sheets(), book.told());
        book.names().settle(book.tokens(), book.sheets(), book.told());
        book.sheets().kept().stream()
                .filter(entry -> entry.kind() == SheetKind.WORKSHEET)
                .forEach(this::strings);
        book.strings().settle(book.counts(), book.told());
        return book;
    }

    private void globals() {
        RecordReader reader = Substreams.open(book.stream(), 0, SheetKind.GLOBALS);
        while (reader.next() && reader.id() != Biff.EOF) {
            RecordInput in = reader.data();
            switch (reader.id()) {
                case Biff.BOF -> throw Refusal.of("xls.sheet-start", "inside what all sheets share");
                case Biff.BOUND_SHEET -> book.sheets().add(SheetEntry.read(in));
                case Biff.SUP_BOOK -> book.links().book(in);
                case Biff.EXTERN_NAME -> book.links().name(in);
                case Biff.EXTERN_SHEET -> book.links().references(RecordInput.of(joined(reader)));
                case Biff.NAME -> book.names().add(DefinedName.read(in));
                case Biff.XF, Biff.FONT, Biff.FORMAT -> book.counts().global(reader);
                case Biff.SST -> book.strings().read(reader, book.told());
                default -> {}
            }
        }
    }

    private static byte[] joined(RecordReader reader) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        all.writeBytes(reader.data().rest());
        while (reader.following() == Biff.CONTINUE && reader.next()) {
            all.writeBytes(reader.data().rest());
        }
        return all.toByteArray();
    }

    private boolean stays(SheetEntry entry) {
        RecordReader reader =
                Substreams.open(book.stream(), entry.offset(), entry.kind().begun());
        String code =
                switch (entry.kind()) {
                    case WORKSHEET -> isDialog(reader) ? "macro.dialog-sheet" : "";
                    case CHART -> "";
                    case MACRO -> "macro.xlm";
                    case MODULE -> "macro.vba";
                };
        if (!code.isEmpty()) {
            book.told().removed(code, "BoundSheet8", entry.name());
        }
        return code.isEmpty();
    }

    /** [MS-XLS] 2.4.351: WsBool tells a sheet from a dialog. */
    private static boolean isDialog(RecordReader reader) {
        while (reader.next() && reader.id() != Biff.EOF) {
            if (reader.id() == Biff.WS_BOOL) {
                return (reader.data().u16() & DIALOG) != 0;
            }
        }
        return false;
    }

    /** Which strings the cells of a sheet show. */
    private void strings(SheetEntry entry) {
        RecordReader reader = new RecordReader(book.stream(), entry.offset());
        int depth = 0;
        int count = 0;
        while (reader.next()) {
            switch (reader.id()) {
                case Biff.BOF -> depth++;
                case Biff.EOF -> depth--;
                case Biff.LABEL_SST -> use(reader.data(), depth);
                default -> {}
            }
            if (depth == 0) {
                return;
            }
            if (++count % 4096 == 0) {
                book.session().budget().checkTime();
            }
        }
    }

    private void use(RecordInput in, int depth) {
        in.i32();
        in.u16();
        if (depth == 1) {
            book.strings().use(in.i32());
        }
    }
}
