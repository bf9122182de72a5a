package jp.kiyome.image.emf;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.emfplus.PlusRecords;
import jp.kiyome.image.metafile.Played;
import jp.kiyome.image.metafile.RecordBytes;
import jp.kiyome.image.metafile.RecordDraft;
import jp.kiyome.image.stream.ByteReader;

/**
 * Comments ([MS-EMF] 2.3.3). All go but EMF+ records, which are rebuilt; where a file is dual its EMF records draw the same. One file, one
 * thread.
 */
final class EmfComments {

    private static final int PLUS = 0x2B464D45;
    private static final int HEAD = 8;

    private final Played report;
    private final PlusRecords plus;
    private boolean begun;

    EmfComments(Session session, Played report) {
        this.report = report;
        this.plus = new PlusRecords(session, report);
    }

    /** What stays of a comment; empty when nothing does. */
    Optional<RecordBytes> read(Content record) {
        ByteReader in = new ByteReader(record);
        if (in.remaining() < HEAD + 8) {
            report.removed("metafile.comment", "EMR_COMMENT");
            return Optional.empty();
        }
        in.skip(HEAD);
        long size = in.u32le();
        if (in.i32le() != PLUS || size < 4 || size > record.size() - HEAD - 4) {
            report.removed("metafile.comment", "EMR_COMMENT");
            return Optional.empty();
        }
        Content records = record.slice(HEAD + 8, size - 4);
        begun |= PlusRecords.begins(records);
        if (!begun) {
            report.removed("metafile.emf-plus", "EMR_COMMENT_EMFPLUS");
            return Optional.empty();
        }
        Content kept = plus.rebuilt(records);
        if (kept.size() == 0) {
            return Optional.empty();
        }
        RecordDraft draft = new RecordDraft();
        draft.numbers(4, Math.toIntExact(kept.size() + 4), PLUS);
        draft.rebuilt(kept);
        return Optional.of(draft.bytes(HEAD));
    }
}
