package jp.kiyome.text.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import jp.kiyome.core.charset.TextSource;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.chars.CleanWriter;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.source.Tally;
import jp.kiyome.text.source.TextFile;
import jp.kiyome.text.source.TextRebuilder;
import jp.kiyome.text.source.TextTypes;

/** Rebuilds tables of commas or tabs, cell by cell; memory does not grow with the file. */
public final class CsvRebuilder implements TextRebuilder {

    private static final int PIECE = 1 << 14;

    @Override
    public List<FileType> types() {
        return List.of(TextTypes.CSV, TextTypes.TSV);
    }

    @Override
    public void rebuild(FileType type, Content content, OutputStream out, Session session) {
        TextFile file = TextFile.of(content);
        Losses losses = new Losses("");
        Tally tally = new Tally();
        TextSource source = file.source();
        char[] buffer = new char[PIECE];
        try (Writer sink = file.sink(out);
                TableWriter table = new TableWriter(sink, delimiter(type, file), tally);
                CleanWriter clean = new CleanWriter(table, file.lineEnds(session.budget()), losses)) {
            for (int read = source.read(buffer, 0, PIECE); read >= 0; read = source.read(buffer, 0, PIECE)) {
                clean.write(buffer, 0, read);
                session.budget().checkTime();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        losses.tell(session::found);
        tally.tell(session::found);
    }

    private static char delimiter(FileType type, TextFile file) {
        char[] head = new char[PIECE];
        TextSource source = file.source();
        int read = Math.max(0, source.read(head, 0, PIECE));
        String start = CleanWriter.clean(new String(head, 0, read), new Losses(""));
        if (!type.equals(TextTypes.TSV)) {
            return Delimiter.of(start);
        }
        if (Delimiter.declared(start).filter(said -> said != '\t').isPresent()) {
            throw Refusal.of("csv.separator", start.substring(0, 5));
        }
        return '\t';
    }
}
