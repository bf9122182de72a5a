package jp.kiyome.office.xls;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/**
 * Findings of one sheet, or of what all sheets share.
 *
 * @param part the sheet's name; empty for the workbook
 */
record Told(Session session, String part) {

    void removed(String code, String place) {
        removed(code, place, "");
    }

    void removed(String code, String place, String detail) {
        tell(code, Action.REMOVED, place, detail);
    }

    void changed(String code, String place, String detail) {
        tell(code, Action.CHANGED, place, detail);
    }

    void replaced(String code, String place, String detail) {
        tell(code, Action.REPLACED, place, detail);
    }

    Location where(String place) {
        Location whole = part.isEmpty() ? Location.ofPart("Workbook") : Location.ofPart(part);
        return place.isEmpty() ? whole : whole.at(place);
    }

    private void tell(String code, Action action, String place, String detail) {
        session.found(Finding.of(code, action, where(place), detail));
    }
}
