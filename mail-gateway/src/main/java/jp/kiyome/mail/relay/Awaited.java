package jp.kiyome.mail.relay;

import java.util.List;
import jp.kiyome.bridge.pending.Ticket;
import jp.kiyome.bridge.screening.ScreenedSanitizer;
import jp.kiyome.core.finding.Finding;

/**
 * What a mail waits for.
 *
 * @param tickets empty where it waits for nothing
 * @param said what others have said of it already
 */
record Awaited(List<Ticket> tickets, List<Finding> said) {

    private static final String AREA = "verdict";

    Awaited {
        tickets = List.copyOf(tickets);
        said = List.copyOf(said);
    }

    static Awaited nothing() {
        return new Awaited(List.of(), List.of());
    }

    static Awaited of(ScreenedSanitizer.Awaiting first) {
        return new Awaited(first.tickets(), said(first.outcome().report().findings()));
    }

    /** Those of them that tell what others have said. */
    static List<Finding> said(List<Finding> findings) {
        return findings.stream().filter(one -> one.kind().area().equals(AREA)).toList();
    }
}
