package jp.kiyome.pdf;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.pdf.filter.StreamTrouble;

/** Makes findings of what is wrong with the data of streams. */
record ToldTrouble(Session session) implements StreamTrouble {

    @Override
    public void damaged() {
        session.found(Finding.of("pdf.damaged-stream", Action.CHANGED, Location.wholeFile()));
    }

    @Override
    public void slack() {
        session.found(Finding.of("pdf.slack", Action.REMOVED, Location.wholeFile()));
    }
}
