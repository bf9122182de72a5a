package jp.kiyome.mail.waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import jp.kiyome.bridge.pending.PendingItem;
import jp.kiyome.bridge.pending.PendingStore;
import jp.kiyome.bridge.pending.PendingStoreContract;
import jp.kiyome.bridge.pending.Settlement;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What waits stands on disk, whatever database the store has. */
abstract class StoredPendingContract implements PendingStoreContract {

    private static final Organisation CITY = new Organisation("city-a");

    @TempDir
    Path folder;

    private DatabaseSettings database;
    private Store store;

    abstract DatabaseSettings fresh(Path folder) throws Exception;

    @BeforeEach
    @SuppressWarnings("NullAway") // open sets it
    void begin() throws Exception {
        database = fresh(folder);
        open();
    }

    private void open() throws IOException {
        store = Store.open(
                new StoreSettings(database, folder.resolve("o"), folder.resolve("c"), folder.resolve("master.keys")),
                InstantSource.system());
        store.organisations().enrol(CITY, Actor.service("test"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public PendingStore store() {
        return new StoredPending(store.waiting(), CITY, Group.WHOLE, Group.WHOLE::equals);
    }

    /** Whoever called {@link #store} before goes on with what it has. */
    @Override
    public PendingStore reopened() {
        return new Reopened();
    }

    /** H2 is open in one process at a time: each call is a restart of its own. */
    private final class Reopened implements PendingStore {

        private PendingStore now() {
            synchronized (StoredPendingContract.this) {
                return store();
            }
        }

        @Override
        public void hold(PendingItem item) {
            now().hold(item);
        }

        @Override
        public List<PendingItem> waiting() {
            restart();
            return now().waiting();
        }

        @Override
        public boolean settle(Settlement settlement) {
            return now().settle(settlement);
        }

        @Override
        public List<Settlement> settled() {
            restart();
            return now().settled();
        }

        @Override
        public void acted(String id) {
            now().acted(id);
        }

        private void restart() {
            try {
                store.close();
                open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
