package jp.kiyome.image.wmf;

import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.metafile.Played;
import jp.kiyome.image.metafile.RecordBytes;
import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.metafile.RecordInput;
import jp.kiyome.image.metafile.RecordTable;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/** Goes over the records behind the header and writes those that stay. One file, one thread. */
final class WmfRecords {

    private static final RecordTable<WmfFile> TABLE =
            RecordTable.beside(WmfRecords.class, "wmf-records.allow", WmfFields.all());

    /** Records that put something into the object table, those of Windows 1 and 2 included. */
    private static final Set<Integer> MAKERS =
            Set.of(0x00F7, 0x00F8, 0x0142, 0x01F9, 0x02FA, 0x02FB, 0x02FC, 0x02FD, 0x06FE, 0x06FF);

    private static final int HEAD = 6;
    private static final int EOF = 0;

    private final Content content;
    private final Sink out;
    private final Played report;
    private final WmfFile file;
    private long position;
    private long longest = HEAD;

    WmfRecords(Content content, long start, Sink out, Session session, Played report) {
        this.content = content;
        this.position = start;
        this.out = out;
        this.report = report;
        this.file = new WmfFile(session);
    }

    /** Throws {@link jp.kiyome.core.finding.Refusal} when records do not follow each other up to the last. */
    void copy() {
        int function;
        ByteReader in = new ByteReader(content);
        do {
            in.seek(position);
            long size = in.u32le() * 2;
            function = in.u16le();
            if (size < HEAD || size > content.size() - position) {
                throw Refused.damaged("WMF record of " + size + " bytes at " + position);
            }
            report.step();
            record(function, content.slice(position, size));
            position += size;
        } while (function != EOF);
        if (position < content.size()) {
            report.removed("image.trailing-data", "META_EOF");
        }
    }

    /** Slots of the object table that the output needs. */
    int objects() {
        return file.objects().count();
    }

    /** Bytes of the longest record written. */
    long longest() {
        return longest;
    }

    private void record(int function, Content record) {
        if (function == EOF) {
            if (record.size() > HEAD) {
                report.changed("metafile.slack", "META_EOF");
            }
            write(EOF, new RecordDraft().bytes(HEAD));
            return;
        }
        if (MAKERS.contains(function) && file.objects().full()) {
            throw Refused.tooLarge("WMF objects");
        }
        boolean kept =
                switch (TABLE.row(function)) {
                    case RecordTable.Row.Drop<WmfFile>(String name, String code) -> {
                        report.removed(code, name);
                        yield false;
                    }
                    case RecordTable.Row.Keep<WmfFile> keep -> keep(function, record, keep);
                };
        Optional<WmfObjects.Kind> made = file.made();
        if (kept) {
            made.ifPresent(file.objects()::made);
        } else if (MAKERS.contains(function)) {
            file.objects().lost();
        }
    }

    private boolean keep(int function, Content record, RecordTable.Row.Keep<WmfFile> row) {
        RecordInput in = new RecordInput(record, HEAD);
        RecordDraft draft = row.layout().read(in, file);
        if (!in.ok()) {
            report.removed(in.refusal(), row.name());
            return false;
        }
        report.lost(in, draft, row.name());
        write(function, draft.bytes(HEAD));
        return true;
    }

    private void write(int function, RecordBytes body) {
        long size = HEAD + body.padded(2);
        byte[] head = new ByteWriter().u32le(size / 2).u16le(function).toByteArray();
        out.write(head, 0, head.length);
        body.write(out, 2);
        longest = Math.max(longest, size);
    }
}
