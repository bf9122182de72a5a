package jp.kiyome.archive.frame;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** What frames report. */
final class FrameFindings {

    private FrameFindings() {}

    static void header(Session session) {
        session.found(Finding.of("frame.header", Action.REMOVED, Location.wholeFile()));
    }

    static void joined(Session session) {
        session.found(Finding.of("frame.joined", Action.CHANGED, Location.wholeFile()));
    }

    static void trailing(long bytes, Session session) {
        session.found(Finding.of("frame.trailing", Action.REMOVED, Location.wholeFile(), Long.toString(bytes)));
    }
}
