package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.SUZUKI;
import static jp.kiyome.quarantine.fixture.Given.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.fixture.TestDatabase;
import jp.kiyome.quarantine.item.ItemId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh store with one organisation, whatever database it stands on. */
abstract class StoreFixture {

    @TempDir
    Path folder;

    TestDatabase database;
    Store store;

    abstract TestDatabase fresh(Path folder) throws Exception;

    @BeforeEach
    @SuppressWarnings("NullAway") // reopen sets it
    void open() throws Exception {
        database = fresh(folder);
        reopen();
        store.organisations().enrol(CITY, GATEWAY);
    }

    void reopen() throws IOException {
        store = Store.open(
                new StoreSettings(
                        database.settings(),
                        folder.resolve("originals"),
                        folder.resolve("cleaned"),
                        folder.resolve("master.keys")),
                () -> NOON.plusSeconds(60));
    }

    @AfterEach
    void close() {
        store.close();
    }

    void assertClean() {
        assertThat(store.check().check(CITY, GATEWAY).faults()).isEmpty();
        assertThat(store.trail().verify(CITY, GATEWAY, List.of()).faults()).isEmpty();
    }

    String read(ItemId item, Area area, String sha256) throws IOException {
        try (InputStream in = store.blobs().open(CITY, SUZUKI, item, area, sha256, WHY)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    List<Path> files(String root) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(root))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
