package jp.kiyome.image.emf;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.metafile.Played;
import jp.kiyome.image.metafile.RecordBytes;

/** Comments ([MS-EMF] 2.3.3). One file, one thread. */
final class EmfComments {

    private final Played report;

    EmfComments(Session session, Played report) {
        this.report = report;
    }

    Optional<RecordBytes> read(Content record) {
        report.removed("metafile.comment", "EMR_COMMENT");
        return Optional.empty();
    }
}
