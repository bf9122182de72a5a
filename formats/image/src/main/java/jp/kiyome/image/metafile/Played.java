package jp.kiyome.image.metafile;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** Says in the report what became of records. Places are names of records, so that equal findings count as one. Not for sharing. */
public final class Played {

    private static final int STEPS = 1 << 10;

    private final Session session;
    private int steps;

    public Played(Session session) {
        this.session = session;
    }

    /** To be called for each record: ends the work when its time is over. */
    public void step() {
        if (++steps % STEPS == 0) {
            session.budget().checkTime();
        }
    }

    public void removed(String code, String record) {
        session.found(Finding.of(code, Action.REMOVED, Location.wholeFile().at(record)));
    }

    public void changed(String code, String record) {
        session.found(Finding.of(code, Action.CHANGED, Location.wholeFile().at(record)));
    }

    /** What a record that stays has lost. */
    public void lost(RecordInput in, RecordDraft draft, String record) {
        if (draft.heldUndefined()) {
            changed("metafile.undefined-field", record);
        }
        if (in.hidden()) {
            changed("metafile.slack", record);
        }
    }
}
