package jp.kiyome.quarantine.reprocess;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.fixture.PaperSanitizer;
import jp.kiyome.quarantine.fixture.ReprocessBench;
import jp.kiyome.quarantine.fixture.TestDatabase;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store whose items are to be processed again, whatever database it stands on; whole at the end. */
abstract class ReprocessFixture {

    @TempDir
    Path folder;

    StoreSettings settings;
    Store store;
    ReprocessBench bench;

    abstract TestDatabase fresh(Path folder) throws Exception;

    @BeforeEach
    void open() throws Exception {
        settings = new StoreSettings(
                fresh(folder).settings(),
                folder.resolve("originals"),
                folder.resolve("cleaned"),
                folder.resolve("master.keys"));
        store = Store.open(settings, () -> NOON.plusSeconds(100_000));
        store.organisations().enrol(CITY, GATEWAY);
        bench = new ReprocessBench(store, settings.database());
    }

    @AfterEach
    void everythingIsWhole() {
        assertThat(store.check().check(CITY, GATEWAY).faults()).isEmpty();
        assertThat(store.trail().verify(CITY, GATEWAY, List.of()).faults()).isEmpty();
        store.close();
    }

    Item item(ItemId id) {
        return store.items().find(CITY, id).orElseThrow();
    }

    List<AuditRecord> trail() {
        List<AuditRecord> trail = new ArrayList<>();
        store.trail().export(CITY, GATEWAY, 0, trail::add);
        return trail;
    }

    static PaperSanitizer paper(String policy) {
        return new PaperSanitizer(policy, Duration.ZERO);
    }
}
