package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleCommandTest extends CommandLineTest {

    private Path place;

    @BeforeEach
    void aStoreWithOneOrganisation() throws IOException {
        place = folder.resolve("store");
        Files.createDirectories(place);
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            store.organisations().enrol(new Organisation("midori-city"), Actor.service("test"));
        }
    }

    @Test
    void anAccountIsMadeListedLockedAndReset() {
        assertThat(kiyome(
                        "people",
                        "add",
                        "tanaka",
                        "--store",
                        place,
                        "--full-name",
                        "田中 花子",
                        "--group",
                        "総務課",
                        "--role",
                        "clerk",
                        "--role",
                        "approver@税務課"))
                .isZero();
        assertThat(out()).contains("first password of midori-city/tanaka");
        assertThat(kiyome("people", "add", "tanaka", "--store", place)).isEqualTo(20);
        assertThat(kiyome("people", "lock", "tanaka", "--store", place)).isZero();
        assertThat(kiyome("people", "list", "--store", place)).isZero();
        assertThat(out()).contains("田中 花子").contains("approver@税務課 clerk").contains("LOCKED");
        assertThat(kiyome("people", "reset", "tanaka", "--store", place)).isZero();
        assertThat(kiyome("people", "reset", "nobody", "--store", place)).isEqualTo(20);
        assertThat(kiyome("store", "check", "--store", place)).isZero();
        assertThat(kiyome("audit", "verify", "--store", place)).isZero();
    }

    @Test
    void whatNobodyCanBeIsSaidSo() {
        assertThat(kiyome("people", "add", "Tanaka", "--store", place)).isEqualTo(64);
        assertThat(kiyome("people", "add", "tanaka", "--store", place, "--role", "king"))
                .isEqualTo(64);
        assertThat(kiyome("people", "add", "tanaka", "--store", place, "--role", "clerk@<script>"))
                .isEqualTo(64);
    }
}
