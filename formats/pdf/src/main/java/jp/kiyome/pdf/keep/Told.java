package jp.kiyome.pdf.keep;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.spi.Session;

/** Tells the session what was found. */
record Told(Session session) {

    void removed(String code, Place place) {
        session.found(Finding.of(code, Action.REMOVED, place.location()));
    }

    void removed(String code, Place place, String detail) {
        session.found(Finding.of(code, Action.REMOVED, place.location(), detail));
    }

    void changed(String code, Place place) {
        session.found(Finding.of(code, Action.CHANGED, place.location()));
    }

    void changed(String code, Place place, String detail) {
        session.found(Finding.of(code, Action.CHANGED, place.location(), detail));
    }

    void replaced(String code, Place place) {
        session.found(Finding.of(code, Action.REPLACED, place.location()));
    }
}
