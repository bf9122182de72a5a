package jp.kiyome.office.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;

/** Writes records. Not thread-safe. */
public final class RecordWriter {

    private final Sink out;
    private final BiConsumer<Record, Long> written;

    public RecordWriter(Sink out) {
        this(out, (record, end) -> {});
    }

    /** @param written told of every record when it stands, with the place behind it in the sink */
    public RecordWriter(Sink out, BiConsumer<Record, Long> written) {
        this.out = out;
        this.written = written;
    }

    /** Writes a record with all that is in it. */
    public void write(Record record) {
        switch (record) {
            case Record.Container container -> {
                head(RecordHead.CONTAINER, record);
                container.children().forEach(this::write);
            }
            case Record.Atom atom -> {
                head(atom.version(), record);
                out.write(atom.body(), 0, atom.body().length);
            }
            case Record.Blob blob -> {
                head(blob.version(), record);
                out.write(blob.head(), 0, blob.head().length);
                copy(blob);
            }
        }
        written.accept(record, out.position());
    }

    private void head(int version, Record record) {
        long size = record.size();
        if (size > Integer.MAX_VALUE) {
            throw Refusal.of("record.length", Long.toString(size));
        }
        byte[] head = new byte[RecordHead.SIZE];
        Numbers.put(head, 0, 2, record.instance() << 4 | version);
        Numbers.put(head, 2, 2, record.type());
        Numbers.put(head, 4, 4, (int) size);
        out.write(head, 0, head.length);
    }

    private void copy(Record.Blob blob) {
        try {
            blob.data().stream().transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }
}
