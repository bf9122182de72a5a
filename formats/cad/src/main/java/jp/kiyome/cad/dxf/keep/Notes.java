package jp.kiyome.cad.dxf.keep;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** Where findings go: to the session, or nowhere while a drawing is only looked through. */
public final class Notes {

    private final Session session;
    private final boolean aloud;

    public Notes(Session session, boolean aloud) {
        this.session = session;
        this.aloud = aloud;
    }

    /** Something went. */
    public void removed(String code, String section, String place) {
        found(code, Action.REMOVED, section, place);
    }

    /** Something is written otherwise. */
    public void changed(String code, String section, String place) {
        found(code, Action.CHANGED, section, place);
    }

    private void found(String code, Action action, String section, String place) {
        if (aloud) {
            session.found(Finding.of(code, action, Location.ofPart(section).at(place), ""));
        }
    }
}
