package jp.kiyome.office.ppt;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.escher.PictureSource;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.RecordHead;

/** The stream "Pictures" ([MS-PPT] 2.1.3). Not thread-safe. */
final class Pictures implements PictureSource {

    static final String STREAM = "Pictures";

    private final Content stream;
    private final Coverage shown = new Coverage();

    Pictures(Content stream) {
        this.stream = stream;
    }

    @Override
    public Optional<RawRecord> at(long offset) {
        if (offset > stream.size() - RecordHead.SIZE) {
            return Optional.empty();
        }
        RawRecord raw = RawRecord.at(stream, offset);
        shown.add(raw);
        return Optional.of(raw);
    }

    /** Tells of bytes that are no picture shown; asked when all were shown. */
    void reportLoose(Session session) {
        if (shown.leaves(stream)) {
            session.found(Finding.of("ppt.loose-bytes", Action.REMOVED, Location.ofPart(STREAM)));
        }
    }
}
