package jp.kiyome.docuworks.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * Records of DocuWorks among those of an enhanced metafile: comments that begin with {@code DW}. Whoever rebuilds metafiles removes comments,
 * so each that is right is replaced by a mark on the way there and back: a miter limit that no drawing has. Not thread-safe.
 */
final class DwRecords {

    private static final int COMMENT = 70;
    private static final int MITER_LIMIT = 58;
    private static final int MITER_RECORD = 12;
    private static final long FIRST_MARK = 0xF000_0000L;
    private static final int MOST = 1 << 24;
    private static final int LEAST_HEADER = 88;
    private static final int SIZE_AT = 48;
    private static final int COUNT_AT = 52;
    private static final int DW = 'D' | 'W' << 8;

    private final Session session;
    private final DwRecord record;
    private final List<byte[]> kept = new ArrayList<>();

    DwRecords(Session session) {
        this.session = session;
        this.record = new DwRecord(session);
    }

    /** The drawing with marks in place of its comments. */
    Content marked(Content emf) {
        kept.clear();
        if (emf.size() < LEAST_HEADER) {
            return emf;
        }
        Sink out = session.scratch();
        long count = 0;
        long at = 0;
        while (at <= emf.size() - 8) {
            long type = emf.littleEndian(at, 4);
            long size = emf.littleEndian(at + 4, 4);
            if (size < 8 || size > emf.size() - at) {
                return emf;
            }
            Content one = emf.slice(at, size);
            if (type == COMMENT && size >= 16 && one.littleEndian(12, 2) == DW) {
                count += mark(one, out);
            } else if (type == MITER_LIMIT && size >= MITER_RECORD && one.littleEndian(8, 4) >= FIRST_MARK) {
                found("EMR_SETMITERLIMIT");
            } else {
                ((ByteTarget) out::write).pass(one);
                count++;
            }
            at += size;
        }
        ((ByteTarget) out::write).pass(emf.slice(at, emf.size() - at));
        return counted(out.finish(), count);
    }

    private int mark(Content comment, Sink out) {
        long length = comment.littleEndian(8, 4);
        Optional<byte[]> right =
                length > comment.size() - 12 ? Optional.empty() : record.kept(comment.slice(12, length));
        if (right.isEmpty() || kept.size() >= MOST) {
            found("DW");
            return 0;
        }
        word(out, MITER_LIMIT);
        word(out, MITER_RECORD);
        word(out, FIRST_MARK + kept.size());
        kept.add(right.get());
        return 1;
    }

    /** What was made of {@link #marked}, with the comments again. */
    Content unmarked(Content emf) {
        Sink out = session.scratch();
        long count = 0;
        int next = 0;
        for (long at = 0; at < emf.size(); count++) {
            long size = emf.littleEndian(at + 4, 4);
            boolean mark = emf.littleEndian(at, 4) == MITER_LIMIT && emf.littleEndian(at + 8, 4) >= FIRST_MARK;
            if (mark && emf.littleEndian(at + 8, 4) == FIRST_MARK + next && next < kept.size()) {
                comment(kept.get(next++), out);
            } else if (mark) {
                throw Refusal.of("docuworks.damaged", "a mark in a drawing");
            } else {
                ((ByteTarget) out::write).pass(emf.slice(at, size));
            }
            at += size;
        }
        if (next != kept.size()) {
            throw Refusal.of("docuworks.damaged", "a drawing lost records");
        }
        return counted(out.finish(), count);
    }

    private static void comment(byte[] data, Sink out) {
        int padded = (data.length + 3) / 4 * 4;
        word(out, COMMENT);
        word(out, 12L + padded);
        word(out, data.length);
        out.write(data, 0, data.length);
        out.write(new byte[padded - data.length], 0, padded - data.length);
    }

    /** With the size and the number of records that it has. */
    private Content counted(Content emf, long count) {
        Sink out = session.scratch();
        ((ByteTarget) out::write).pass(emf.slice(0, SIZE_AT));
        word(out, emf.size());
        word(out, count);
        ((ByteTarget) out::write).pass(emf.slice(COUNT_AT + 4, emf.size() - COUNT_AT - 4));
        return out.finish();
    }

    private void found(String what) {
        session.found(Finding.of("docuworks.drawing-record", Action.REMOVED, Location.ofPart(what)));
    }

    private static void word(Sink out, long value) {
        for (int i = 0; i < 4; i++) {
            out.write((int) (value >> 8 * i));
        }
    }
}
