package jp.kiyome.message.child;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** Findings of one message. */
public record Told(Session session) {

    public void removed(String code, String part, String detail) {
        tell(code, Action.REMOVED, part, detail);
    }

    public void changed(String code, String part, String detail) {
        tell(code, Action.CHANGED, part, detail);
    }

    public void replaced(String code, String part, String detail) {
        tell(code, Action.REPLACED, part, detail);
    }

    private void tell(String code, Action action, String part, String detail) {
        Location where = part.isEmpty() ? Location.wholeFile() : Location.ofPart(part);
        session.found(Finding.of(code, action, where, detail));
    }
}
