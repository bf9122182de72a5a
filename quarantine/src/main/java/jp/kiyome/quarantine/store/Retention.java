package jp.kiyome.quarantine.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kiyome.quarantine.audit.Change;
import jp.kiyome.quarantine.audit.Ledger;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.database.Times;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.IllegalMove;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;

/**
 * Erases what was kept long enough: the keys of its files with their rows, the files, the names, the report. What stays is that
 * the item was here, its hash, and its trail. Threads may share it.
 */
public final class Retention {

    private static final int PAGE = 200;

    private final Ledger ledger;
    private final BlobRows blobs;

    Retention(Ledger ledger, BlobRows blobs) {
        this.ledger = ledger;
        this.blobs = blobs;
    }

    /**
     * What was done.
     *
     * @param erased items
     * @param waiting items whose time is over, but which are still being processed
     */
    public record Erased(int erased, int waiting) {}

    /** Erases every item of an organisation that is to be kept until {@code now} or less. Two that do so at once share the items. */
    public Erased eraseExpired(Organisation organisation, Actor who, Instant now) {
        int erased = 0;
        List<ItemId> page = due(organisation, now, true);
        while (!page.isEmpty()) {
            for (ItemId id : page) {
                erased += erase(organisation, who, id, now) ? 1 : 0;
            }
            page = due(organisation, now, true);
        }
        return new Erased(erased, due(organisation, now, false).size());
    }

    /**
     * Erases an item before its time, because somebody wants it so.
     *
     * @param from the states in which it may be
     * @param why in the words of who does it
     * @throws IllegalMove when it is in another
     */
    public void eraseNow(Organisation organisation, Actor who, ItemId id, Set<State> from, String why) {
        ledger.change(organisation, who, change -> {
            Item item = Items.existing(change, id);
            if (!from.contains(item.state())) {
                throw new IllegalMove(item.state(), State.EXPIRED);
            }
            Items.move(change, item, State.EXPIRED, why, Map.of());
            erase(change, id, why);
            return id;
        });
    }

    /** Nothing is done with an item that another has erased, or taken up again, since it was found. */
    private boolean erase(Organisation organisation, Actor who, ItemId id, Instant now) {
        return ledger.change(organisation, who, change -> {
            Item item = Items.existing(change, id);
            boolean due =
                    item.state().isAtRest() && !item.arrival().retainUntil().isAfter(now);
            if (!due || item.state() == State.ERASED) {
                return false;
            }
            if (item.state() != State.EXPIRED) {
                Items.move(change, item, State.EXPIRED, "retention", Map.of());
            }
            erase(change, id, "retention");
            return true;
        });
    }

    private void erase(Change change, ItemId id, String why) {
        Items.move(change, Items.existing(change, id), State.ERASED, why, Map.of());
        for (Area area : Area.values()) {
            blobs.release(change, id, area);
        }
        ItemRows.forget(change.rows(), id);
    }

    private List<ItemId> due(Organisation organisation, Instant now, boolean atRest) {
        return ledger.read(organisation, rows -> rows.sql("""
                select id from item where organisation = :organisation and retain_until <= :now and state <> 'ERASED'
                and (state in ('RECEIVED', 'PROCESSING')) <> :atRest order by retain_until limit :most""")
                .param("now", Times.of(now))
                .param("atRest", atRest)
                .param("most", PAGE)
                .query((row, number) -> new ItemId(row.getObject("id", UUID.class)))
                .list());
    }
}
