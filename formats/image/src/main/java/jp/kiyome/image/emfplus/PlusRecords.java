package jp.kiyome.image.emfplus;

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

/** Goes over the EMF+ records of a file, comment by comment. One file, one thread. */
public final class PlusRecords {

    private static final RecordTable<PlusFile> TABLE =
            RecordTable.beside(PlusRecords.class, "plus-records.allow", PlusFields.all());

    private static final int HEAD = 12;
    private static final int HEADER = 0x4001;
    private static final int OBJECT = 0x4008;
    private static final int CONTINUED = 0x8000;
    private static final String OBJECT_NAME = "EmfPlusObject";

    private final Session session;
    private final Played report;
    private final PlusFile file;
    private Sink parts;
    private int partsOf = -1;

    public PlusRecords(Session session, Played report) {
        this.session = session;
        this.report = report;
        this.file = new PlusFile(session);
        this.parts = session.scratch();
    }

    /** Whether a comment begins the EMF+ part of a file ([MS-EMFPLUS] 2.3.3.3). */
    public static boolean begins(Content records) {
        return records.size() >= 4 && new ByteReader(records).u16le() == HEADER;
    }

    /** Rebuilds the records of one comment. Throws {@link jp.kiyome.core.finding.Refusal} when they do not follow each other. */
    public Content rebuilt(Content records) {
        Sink out = session.scratch();
        long position = 0;
        while (records.size() - position >= HEAD) {
            ByteReader in = new ByteReader(records, position, records.size());
            int type = in.u16le();
            int flags = in.u16le();
            long size = in.u32le();
            long data = in.u32le();
            if (size < HEAD || size % 4 != 0 || data > size - HEAD || size > records.size() - position) {
                throw Refused.damaged("EMF+ record of " + size + " bytes");
            }
            report.step();
            record(type, flags, records.slice(position + HEAD, data), out);
            position += size;
        }
        if (position < records.size()) {
            report.changed("metafile.slack", "EMR_COMMENT_EMFPLUS");
        }
        return out.finish();
    }

    private void record(int type, int flags, Content data, Sink out) {
        if (type == OBJECT) {
            part(flags, data, out);
            return;
        }
        switch (TABLE.row(type)) {
            case RecordTable.Row.Drop<PlusFile>(String name, String code) -> report.removed(code, name);
            case RecordTable.Row.Keep<PlusFile> keep -> {
                RecordInput in = new RecordInput(data, 0);
                file.flags(flags);
                RecordDraft draft = keep.layout().read(in, file);
                if (in.ok()) {
                    report.lost(in, draft, keep.name());
                    write(type, file.flags(), draft.bytes(0), out);
                } else {
                    report.removed(in.refusal(), keep.name());
                }
            }
        }
    }

    /** Large objects come in several records, which are put together and written as one. */
    private void part(int flags, Content data, Sink out) {
        int which = flags & 0x7FFF;
        if (partsOf >= 0 && partsOf != which) {
            report.removed("metafile.damaged-record", OBJECT_NAME);
            parts = session.scratch();
            partsOf = -1;
        }
        boolean more = (flags & CONTINUED) != 0;
        if (!more && partsOf < 0) {
            object(which, data, out);
            return;
        }
        partsOf = which;
        Content part = more && data.size() >= 4 ? data.slice(4, data.size() - 4) : data;
        byte[] bytes = new byte[Math.toIntExact(part.size())];
        part.copy(0, bytes, 0, bytes.length);
        parts.write(bytes, 0, bytes.length);
        if (!more) {
            Content whole = parts.finish();
            parts = session.scratch();
            partsOf = -1;
            object(which, whole, out);
        }
    }

    private void object(int which, Content data, Sink out) {
        int index = which & 0xFF;
        int type = which >> 8;
        RecordInput in = new RecordInput(data, 0);
        RecordDraft draft = new RecordDraft();
        if (index >= PlusFile.OBJECTS) {
            in.refuse("metafile.object");
        }
        PlusObjects.read(type, in, draft, file);
        file.forget(index);
        if (!in.ok()) {
            report.removed(in.refusal(), OBJECT_NAME);
            return;
        }
        file.put(index, PlusObjects.kind(type));
        report.lost(in, draft, OBJECT_NAME);
        write(OBJECT, which, draft.bytes(0), out);
    }

    private static void write(int type, int flags, RecordBytes body, Sink out) {
        long size = body.padded(4);
        byte[] head = new ByteWriter()
                .u16le(type)
                .u16le(flags)
                .u32le(HEAD + size)
                .u32le(size)
                .toByteArray();
        out.write(head, 0, head.length);
        body.write(out, 4);
    }
}
