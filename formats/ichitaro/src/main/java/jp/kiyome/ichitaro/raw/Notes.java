package jp.kiyome.ichitaro.raw;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Session;

/**
 * What is noticed in one stream of a file.
 *
 * @param session takes the findings
 * @param stream where, as a path of names
 */
public record Notes(Session session, String stream) {

    /** Notes of something inside. */
    public Notes in(String name) {
        return new Notes(session, stream.isEmpty() ? name : stream + "/" + name);
    }

    public void removed(String code, String place) {
        session.found(Finding.of(code, Action.REMOVED, where().at(place)));
    }

    public void replaced(String code, String place) {
        session.found(Finding.of(code, Action.REPLACED, where().at(place)));
    }

    public void changed(String code, String place) {
        session.found(Finding.of(code, Action.CHANGED, where().at(place)));
    }

    /** A file whose structure leaves open what it says. */
    public Refusal damaged(String why) {
        return Refusal.of("ichitaro.damaged", where(), why);
    }

    public Budget budget() {
        return session.budget();
    }

    private Location where() {
        return Location.ofPart(stream);
    }
}
