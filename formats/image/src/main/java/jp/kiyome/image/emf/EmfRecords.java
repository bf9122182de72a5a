package jp.kiyome.image.emf;

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
final class EmfRecords {

    private static final RecordTable<EmfFile> TABLE =
            RecordTable.beside(EmfRecords.class, "emf-records.allow", EmfFields.all());

    private static final int HEAD = 8;
    private static final int EOF = 14;
    private static final int EOF_SIZE = 20;
    private static final int COMMENT = 70;

    private final Content content;
    private final Sink out;
    private final Played report;
    private final EmfFile file;
    private final EmfComments comments;
    private long position;
    private long written;

    EmfRecords(Content content, long start, Sink out, Session session, Played report) {
        this.content = content;
        this.position = start;
        this.out = out;
        this.report = report;
        this.file = new EmfFile(session);
        this.comments = new EmfComments(session, report);
    }

    /** Throws {@link jp.kiyome.core.finding.Refusal} when records do not follow each other up to the last. */
    void copy() {
        int type;
        ByteReader in = new ByteReader(content);
        do {
            in.seek(position);
            type = in.i32le();
            long size = in.u32le();
            if (size < HEAD || size % 4 != 0 || size > content.size() - position) {
                throw Refused.damaged("EMF record of " + size + " bytes at " + position);
            }
            report.step();
            record(type, content.slice(position, size));
            position += size;
        } while (type != EOF);
        if (position < content.size()) {
            report.removed("image.trailing-data", "EMR_EOF");
        }
    }

    /** Records written. */
    long written() {
        return written;
    }

    /** Slots of the object table that the output needs. */
    int handles() {
        return file.objects().count();
    }

    private void record(int type, Content record) {
        if (type == EOF) {
            end(record);
        } else if (type == COMMENT) {
            comments.read(record).ifPresent(kept -> write(COMMENT, kept));
        } else {
            switch (TABLE.row(type)) {
                case RecordTable.Row.Drop<EmfFile>(String name, String code) -> report.removed(code, name);
                case RecordTable.Row.Keep<EmfFile> keep -> keep(type, record, keep);
            }
        }
    }

    private void keep(int type, Content record, RecordTable.Row.Keep<EmfFile> row) {
        RecordInput in = new RecordInput(record, HEAD);
        file.objects().begin();
        RecordDraft draft = row.layout().read(in, file);
        if (!in.ok()) {
            report.removed(in.refusal(), row.name());
            return;
        }
        file.objects().commit();
        report.lost(in, draft, row.name());
        write(type, draft.bytes(HEAD));
    }

    private void write(int type, RecordBytes body) {
        byte[] head = new ByteWriter().u32le(type).u32le(HEAD + body.padded(4)).toByteArray();
        out.write(head, 0, head.length);
        body.write(out, 4);
        written++;
    }

    /** [MS-EMF] 2.3.4.1: the last record repeats its size; a palette in it is for devices that have one. */
    private void end(Content record) {
        if (record.size() > EOF_SIZE) {
            report.changed("metafile.slack", "EMR_EOF");
        }
        byte[] last = new ByteWriter()
                .u32le(EOF)
                .u32le(EOF_SIZE)
                .u32le(0)
                .u32le(EOF_SIZE - 4)
                .u32le(EOF_SIZE)
                .toByteArray();
        out.write(last, 0, last.length);
        written++;
    }
}
