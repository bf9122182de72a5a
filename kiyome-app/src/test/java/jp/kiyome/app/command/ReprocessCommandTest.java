package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.store.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReprocessCommandTest extends CommandLineTest {

    private static final Organisation CITY = new Organisation("midori-city");
    private static final Actor GATEWAY = Actor.service("mail-gateway");

    private Path place;
    private Path files;

    @BeforeEach
    void anEmptyStoreAndAFolder() throws IOException {
        place = Files.createDirectories(folder.resolve("store"));
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            store.organisations().enrol(CITY, GATEWAY);
        }
        file("in/good.memo", "MEMO\nhello\n");
        file("in/jokes.memo", "MEMO\nevil\n");
        file("in/locked.memo", "MEMO\nlocked\n");
        files = folder.resolve("in");
    }

    private int reprocess(Object... more) {
        Object[] words = new Object[more.length + 3];
        words[0] = "reprocess";
        words[1] = "--store";
        words[2] = place;
        System.arraycopy(more, 0, words, 3, more.length);
        return kiyome(words);
    }

    private List<Hit> items() throws IOException {
        try (Store store = Store.open(StoreSettings.in(place), Instant::now)) {
            assertThat(store.check().check(CITY, GATEWAY).clean()).isTrue();
            return store.items().search(CITY, Criteria.any(), 100);
        }
    }

    @Test
    void aFolderIsTakenInAndHeldAndAnotherPolicyChangesIt() throws IOException {
        assertThat(reprocess("--from", "folder:" + files, "--dry-run")).isEqualTo(10);
        assertThat(out()).contains("first", "locked.memo", "3 items");
        assertThat(err()).contains("nothing was written");
        assertThat(items()).isEmpty();

        assertThat(reprocess("--from", "folder:" + files)).isEqualTo(10);
        assertThat(items()).hasSize(3).allMatch(hit -> hit.state() == State.HELD);
        assertThat(reprocess("--from", "folder:" + files)).isZero();
        assertThat(out()).contains("done before under this version and this policy", "skipped 3");

        Path policy = file("policy.yaml", "version: 1\nfindings:\n  type.polyglot: block\n");
        assertThat(reprocess("--policy", policy, "--password", "himitsu", "--json"))
                .isEqualTo(11);
        assertThat(out().lines())
                .hasSize(3)
                .anyMatch(
                        line -> line.contains("\"result\":\"now-blocked\"") && line.contains("\"before\":\"rebuilt\""))
                .anyMatch(line -> line.contains("\"result\":\"better\"") && line.contains("\"after\":\"rebuilt\""))
                .anyMatch(line -> line.contains("\"result\":\"same\""));
        assertThat(err()).contains("midori-city: 3 items");
    }

    @Test
    void progressIsDrawnOnATerminalAlone() {
        terminal = true;
        assertThat(reprocess("--from", "folder:" + files, "--dry-run")).isEqualTo(10);
        assertThat(err()).contains("\r\u001B[K[");
        terminal = false;
        assertThat(reprocess("--from", "folder:" + files, "--dry-run")).isEqualTo(10);
        assertThat(err()).doesNotContain("\u001B");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedBeforeAnythingIsDone() throws IOException {
        assertThat(reprocess("--from", "tape:" + files)).isEqualTo(64);
        assertThat(reprocess("--outcome", "fine")).isEqualTo(64);
        assertThat(reprocess("--since", "yesterday")).isEqualTo(64);
        assertThat(reprocess("--group", "\u0000")).isEqualTo(64);
        assertThat(reprocess("--worker")).isEqualTo(64);
        assertThat(reprocess("--tries", "0")).isEqualTo(64);
        assertThat(reprocess("--broker", folder.resolve("none"))).isEqualTo(13);
        assertThat(reprocess("--from", "folder:" + folder.resolve("none"))).isEqualTo(13);
        assertThat(reprocess("--organisation", "other")).isEqualTo(64);
        assertThat(items()).isEmpty();
    }

    @Test
    void nothingSelectedIsNothingDone() {
        assertThat(reprocess("--until", "2001-01-01")).isZero();
        assertThat(out()).contains("0 items");
    }
}
