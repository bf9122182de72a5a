package jp.kiyome.office.xls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.xls.biff.RecordOutput;

/**
 * Makes the stream of a workbook anew: what must be known is read first, then each sheet is written, then what they share, then all is
 * put together with the places where sheets begin. Not thread-safe.
 */
final class WorkbookRebuild {

    private final Book book;
    private final Session session;
    private final Optional<String> password;
    private final Drawings drawings;

    /** @param password to lock the result with; empty for none */
    WorkbookRebuild(Content plain, Session session, Optional<String> password) {
        this.session = session;
        this.password = password;
        this.book = Survey.of(plain, session);
        this.drawings = new Drawings(book);
    }

    Content run() {
        new GlobalsCopy(book, drawings).drawingGroup();
        List<SheetPart> parts = new ArrayList<>();
        for (SheetEntry entry : book.sheets().kept()) {
            parts.add(SheetCopy.of(book, entry, drawings).copy());
        }
        parts.forEach(part -> part.drawing().ifPresent(drawings::settle));
        Sink sheets = session.scratch();
        List<Long> starts = new ArrayList<>();
        for (SheetPart part : parts) {
            starts.add(sheets.position());
            part.write(drawings, session, sheets);
        }
        return joined(starts, sheets.finish());
    }

    private Content joined(List<Long> starts, Content sheets) {
        GlobalsCopy globals = new GlobalsCopy(book, drawings);
        RecordOutput out = globals.copy(password.isPresent());
        globals.placeSheets(starts, out);
        int lockAt = globals.lockAt();
        Sink stream = session.scratch();
        out.drainTo(stream);
        transfer(sheets, stream);
        Content whole = stream.finish();
        return password.map(secret -> FilePass.lock(whole, lockAt, secret)).orElse(whole);
    }

    static void transfer(Content from, Sink to) {
        try {
            from.stream().transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }
}
