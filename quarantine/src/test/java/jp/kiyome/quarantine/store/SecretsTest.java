package jp.kiyome.quarantine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.database.Rows;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.key.KeyRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final Organisation CITY = new Organisation("city");
    private static final Organisation TOWN = new Organisation("town");
    private static final Actor TEST = Actor.service("test");

    @Test
    void aSecretOpensForItsPurposeAndItsOrganisationAlone(@TempDir Path folder) throws Exception {
        StoreSettings settings = new StoreSettings(
                new DatabaseSettings.Transient(),
                folder.resolve("originals"),
                folder.resolve("cleaned"),
                folder.resolve("master.keys"));
        try (Store store = Store.open(settings, () -> Instant.EPOCH)) {
            store.organisations().enrol(CITY, TEST);
            store.organisations().enrol(TOWN, TEST);
            String sealed = read(store, CITY, rows -> store.secrets().seal(rows, "秘密", "of tanaka"));
            assertThat(Secrets.isSealed(sealed)).isTrue();
            assertThat(Secrets.isSealed("JBSWY3DPEHPK3PXP")).isFalse();
            assertThat(read(store, CITY, rows -> store.secrets().seal(rows, "秘密", "of tanaka")))
                    .isNotEqualTo(sealed);
            assertThat(read(store, CITY, rows -> store.secrets().open(rows, sealed, "of tanaka")))
                    .isEqualTo("秘密");
            // Under a new master key it is the same key that opens it.
            store.organisations().addMasterKey(TEST);
            store.organisations().rewrap(CITY, TEST);
            assertThat(read(store, CITY, rows -> store.secrets().open(rows, sealed, "of tanaka")))
                    .isEqualTo("秘密");
            assertThatThrownBy(() -> read(store, CITY, rows -> store.secrets().open(rows, sealed, "of sato")))
                    .isInstanceOf(KeyRefused.class);
            assertThatThrownBy(() -> read(store, TOWN, rows -> store.secrets().open(rows, sealed, "of tanaka")))
                    .isInstanceOf(KeyRefused.class);
            String changed = sealed.substring(0, 12) + (sealed.charAt(12) == 'A' ? 'B' : 'A') + sealed.substring(13);
            assertThatThrownBy(() -> read(store, CITY, rows -> store.secrets().open(rows, changed, "of tanaka")))
                    .isInstanceOf(KeyRefused.class);
            assertThatThrownBy(() -> read(store, CITY, rows -> store.secrets().open(rows, "sealed:AAAA", "of tanaka")))
                    .isInstanceOf(KeyRefused.class);
            assertThatThrownBy(() -> read(store, CITY, rows -> store.secrets().open(rows, "JBSWY3DP", "of tanaka")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String read(Store store, Organisation organisation, Function<Rows, String> work) {
        return store.ledger().read(organisation, work);
    }
}
