package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreCommandsTest extends CommandLineTest {

    private static final Organisation CITY = new Organisation("midori-city");
    private static final Actor GATEWAY = Actor.service("mail-gateway");

    private Path place;

    @BeforeEach
    void aStoreWithOneItem() throws IOException {
        place = folder.resolve("store");
        Files.createDirectories(place);
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            store.organisations().enrol(CITY, GATEWAY);
            Instant now = Instant.now();
            Staged staged = store.blobs()
                    .stage(CITY, Area.ORIGINAL, new ByteArrayInputStream("mail".getBytes(StandardCharsets.UTF_8)), 99);
            store.items()
                    .accept(
                            CITY,
                            GATEWAY,
                            new Arrival(
                                    ItemId.at(now.toEpochMilli()),
                                    Kind.MAIL,
                                    Group.WHOLE,
                                    Untrusted.of("a@example.invalid"),
                                    List.of(),
                                    Untrusted.of("title"),
                                    now,
                                    now),
                            staged);
        }
    }

    @Test
    void aWholeStoreIsSaidToBeWhole() {
        assertThat(kiyome("store", "check", "--store", place)).isZero();
        assertThat(out()).isEqualTo("midori-city: 1 items, 1 files (4 bytes) read, 0 faults\n");
        assertThat(kiyome("audit", "verify", "--store", place)).isZero();
        assertThat(kiyome("store", "sweep", "--store", place)).isZero();
        assertThat(kiyome("store", "rewrap", "--store", place, "--organisation", "midori-city"))
                .isZero();
        assertThat(kiyome("store", "erase", "--store", place)).isZero();
        assertThat(out()).contains("0 items erased, 1 waiting");
    }

    @Test
    void damageEndsWithItsOwnExitCode() throws IOException {
        try (Stream<Path> files = Files.walk(place.resolve("originals"))) {
            Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
        assertThat(kiyome("store", "check", "--store", place)).isEqualTo(20);
        assertThat(out()).contains("FILE_MISSING");
        assertThat(kiyome("store", "sweep", "--store", place)).isEqualTo(20);
    }

    @Test
    void aMasterKeyIsTurnedWithoutLosingAnything() throws IOException {
        assertThat(kiyome("store", "keys", "--store", place)).isZero();
        assertThat(out()).endsWith(" (current): midori-city\n").hasLineCount(1);
        String old = out().substring(0, out().indexOf(' '));
        assertThat(kiyome("store", "add-key", "--store", place)).isZero();
        assertThat(out()).contains("store rewrap");
        assertThat(kiyome("store", "keys", "--store", place)).isZero();
        assertThat(out()).contains(" (current): \n" + old + " (former): midori-city\n");
        assertThat(kiyome("store", "drop-keys", "--store", place)).isEqualTo(20);
        assertThat(err()).contains("midori-city").contains("nothing was changed");
        assertThat(kiyome("store", "rewrap", "--store", place)).isZero();
        assertThat(kiyome("store", "drop-keys", "--store", place)).isZero();
        assertThat(kiyome("store", "keys", "--store", place)).isZero();
        assertThat(out()).endsWith(" (current): midori-city\n").hasLineCount(1).doesNotContain(old);
        assertThat(text("store/master.keys")).doesNotContain(old);
        assertThat(kiyome("store", "check", "--store", place)).isZero();
        assertThat(out()).contains("0 faults");
        assertThat(kiyome("audit", "export", "--store", place)).isZero();
        assertThat(out()).contains("key.add", "key.rewrap", "key.drop-others");
        assertThat(kiyome("store", "add-key", "--store", place, "--organisation", "midori-city"))
                .isEqualTo(64);
    }

    @Test
    void theHeadOfAnExportProvesTheTrailLater() throws IOException {
        assertThat(kiyome("audit", "export", "--store", place)).isZero();
        assertThat(out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"organisation\":\"midori-city\""));
        String head = err();
        Path heads = file("heads", head);
        assertThat(kiyome("audit", "verify", "--store", place, "--heads", heads))
                .isZero();
        Files.writeString(heads, head.replace(" 3 ", " 2 "));
        assertThat(kiyome("audit", "verify", "--store", place, "--heads", heads))
                .isEqualTo(20);
        assertThat(out()).contains("NOT_AS_EXPORTED 2");
        Files.writeString(heads, "no head");
        assertThat(kiyome("audit", "verify", "--store", place, "--heads", heads))
                .isEqualTo(13);
    }

    @Test
    void noStoreIsMadeByASlipOfTheFinger() {
        assertThat(kiyome("store", "check", "--store", folder.resolve("stor"))).isEqualTo(13);
        assertThat(kiyome("store", "check")).isEqualTo(64);
        assertThat(kiyome("store", "check", "--store", place, "--organisation", "other"))
                .isEqualTo(64);
        assertThat(kiyome("audit", "export", "--store", place, "--to", "udp://a:1"))
                .isEqualTo(64);
        assertThat(folder.resolve("stor")).doesNotExist();
    }

    @Test
    void whatIsNotUnderstoodInTheSettingsIsRefused() throws IOException {
        Path settings = file(
                "store.settings",
                "database: h2\nfile: " + place.resolve("store") + "\noriginals: "
                        + place.resolve("originals") + "\ncleaned: " + place.resolve("cleaned") + "\nmaster-keys: "
                        + place.resolve("master.keys") + "\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        assertThat(kiyome("store", "check", "--store", settings)).isZero();
        Files.writeString(settings, text("store.settings") + "colour: blue\n");
        assertThat(kiyome("store", "check", "--store", settings)).isEqualTo(13);
        assertThat(err()).contains(":6:");
    }
}
