package jp.kiyome.office.escher;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.RawRecord;

/**
 * A picture as it came: a file of its kind, still packed where it is a metafile.
 *
 * @param frame of a metafile
 * @param cmyk whether the record says that a JPEG is in CMYK
 */
record RawPicture(BlipKind kind, Optional<MetafileFrame> frame, boolean cmyk, Content data) {

    private static final int DIGEST = 16;

    /** Reads a record; empty where it holds no picture of a kind that can be rebuilt. */
    static Optional<RawPicture> of(RawRecord raw) {
        return BlipKind.ofRecord(raw.type()).flatMap(kind -> of(kind, raw));
    }

    private static Optional<RawPicture> of(BlipKind kind, RawRecord raw) {
        int digests = (raw.head().instance() & 1) == 1 ? 2 : 1;
        int before = digests * DIGEST + kind.head();
        Content body = raw.body();
        if (body.size() <= before) {
            return Optional.empty();
        }
        boolean cmyk = (raw.head().instance() & ~1) == BlipKind.JPEG_CMYK;
        Content data = body.slice(before, body.size() - before);
        if (!kind.metafile()) {
            return Optional.of(new RawPicture(kind, Optional.empty(), cmyk, data));
        }
        byte[] head = new byte[kind.head()];
        body.copy((long) digests * DIGEST, head, 0, head.length);
        NumberReader in = new NumberReader(head);
        MetafileFrame frame = MetafileFrame.read(in);
        if (!in.ok() || frame.stored() < 0) {
            return Optional.empty();
        }
        long stored = Math.min(frame.stored(), data.size());
        return Optional.of(new RawPicture(kind, Optional.of(frame), false, data.slice(0, stored)));
    }
}
