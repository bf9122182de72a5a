package jp.kiyome.quarantine.waiting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Who waits for verdicts, and whose waiting has ended. What a method has changed is on disk when it returns, with its record in the trail;
 * of any number who settle one waiting, in whatever processes, one alone does. Threads and processes may share it.
 */
public final class Waiting {

    private static final Actor WHO = Actor.service("mail-gateway");

    private final Ledger ledger;

    public Waiting(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Notes that an item waits; false when that was noted before, be it over. */
    public boolean hold(Organisation organisation, Waiter waiter) {
        return ledger.change(organisation, WHO, change -> hold(change, waiter));
    }

    /** The same as part of a change that does more. */
    public boolean hold(Change change, Waiter waiter) {
        if (WaitingRows.isKnown(change.rows(), waiter.item())) {
            return false;
        }
        WaitingRows.insert(change.rows(), waiter, change.now());
        String sources = waiter.claims().stream().map(Claim::source).distinct().collect(Collectors.joining(" "));
        Map<String, String> detail =
                Map.of("sources", sources, "until", Times.of(waiter.deadline()).toString());
        change.record("item.waiting", waiter.item().toString(), detail);
        return true;
    }

    /** Whether it was noted that an item waits, be it over. */
    public boolean isKnown(Organisation organisation, ItemId item) {
        return ledger.read(organisation, rows -> WaitingRows.isKnown(rows, item));
    }

    /** Who waits, the earliest deadline first, then by the text of the id. */
    public List<Waiter> waiting(Organisation organisation) {
        return ledger.read(organisation, WaitingRows::waiting);
    }

    /** How many wait. */
    public long count(Organisation organisation) {
        return ledger.read(organisation, WaitingRows::count);
    }

    /** An item that waits, or whose waiting has ended and that is not dealt with. */
    public Optional<Waiter> find(Organisation organisation, ItemId item) {
        return ledger.read(organisation, rows -> WaitingRows.find(rows, item));
    }

    /** Ends a waiting; false when it has ended, or nobody waited. */
    public boolean settle(Organisation organisation, End end) {
        return ledger.change(organisation, WHO, change -> {
            if (!WaitingRows.settle(change.rows(), end)) {
                return false;
            }
            Map<String, String> detail = Map.of(
                    "action",
                    end.action(),
                    "cause",
                    end.cause(),
                    "detail",
                    end.detail().toString());
            change.record("item.verdict", end.item().toString(), detail);
            return true;
        });
    }

    /** Whose waiting has ended and who are not dealt with, in the order of settling. */
    public List<Settled> settled(Organisation organisation) {
        return ledger.read(organisation, WaitingRows::settled);
    }

    /** It is dealt with; nothing happens when that was said before. What was claimed and said is forgotten. */
    public void acted(Organisation organisation, ItemId item) {
        ledger.change(organisation, WHO, change -> WaitingRows.acted(change.rows(), item));
    }
}
